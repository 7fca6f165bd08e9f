package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.Ids;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Invents what an alert is about: the same for the same id, whenever it is asked. So nothing of it
 * has to be kept for a million alerts.
 */
final class AlertCatalogue {

  /** A kind of alert. */
  record Kind(
      String title,
      String description,
      String category,
      String detectionSource,
      @Nullable String threatFamilyName,
      String severity,
      List<String> mitreTechniques) {}

  // Line breaks, quotes, and a character that a page's sample has in the place of a lost bullet.
  private static final String RECOMMENDED =
      "Collect artifacts and determine scope\n\uFFFD\tReview the machine timeline for suspicious"
          + " activities that may have occurred before and after the time of the alert\n\uFFFD\tLook"
          + " for the presence of relevant artifacts on other systems.";

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "Low-reputation arbitrary code executed by signed executable",
              "Binaries signed by a trusted publisher can be used to run low-reputation arbitrary"
                  + " code. This technique hides the execution of malicious code within a trusted"
                  + " process.",
              "Execution",
              "WindowsDefenderAtp",
              null,
              "Low",
              List.of("T1064", "T1085", "T1220")),
          new Kind(
              "Suspicious 'Meterpreter' behavior was detected",
              "Malware and unwanted software are undesirable applications that perform annoying,"
                  + " disruptive, or harmful actions on affected machines.\n\nA malware is considered"
                  + " active if it is found running on the machine or it already has persistence"
                  + " mechanisms in place.",
              "SuspiciousActivity",
              "WindowsDefenderAv",
              "Meterpreter",
              "High",
              List.of("T1064", "T1085")),
          new Kind(
              "Suspicious execution of hidden file",
              "A hidden file has been launched. This activity could indicate a compromised host.",
              "DefenseEvasion",
              "WindowsDefenderAv",
              null,
              "Medium",
              List.of("T1564.001")),
          new Kind(
              "Malware was detected in a zip archive file",
              "An archive that was written to disk holds malware.\n\nIt was not opened.",
              "Malware",
              "WindowsDefenderAv",
              null,
              "Informational",
              List.of()),
          new Kind(
              "Suspicious PowerShell command line",
              "A suspicious PowerShell activity was observed on the machine: “download cradle”.",
              "Execution",
              "WindowsDefenderAtp",
              null,
              "Medium",
              List.of("T1059.001")),
          new Kind(
              "Possible lateral movement over remote service creation",
              "A service was created from another device and started right away.",
              "LateralMovement",
              "WindowsDefenderAtp",
              null,
              "High",
              List.of("T1021.002", "T1569.002")),
          new Kind(
              "Connection to a host of an indicator list",
              "A process connected to a host that an indicator of this organisation names.",
              "CommandAndControl",
              "CustomerTI",
              null,
              "Medium",
              List.of("T1071")),
          new Kind(
              "Ransomware behaviour detected in the file system",
              "Many files were renamed and overwritten within seconds.",
              "Ransomware",
              "WindowsDefenderAtp",
              "LockBit",
              "High",
              List.of("T1486")));

  private AlertCatalogue() {}

  /** What the random choices about an alert begin with. */
  static long seed(String id) {
    return id.hashCode() * 0x9E3779B97F4A7C15L;
  }

  static Kind kind(String id) {
    return KINDS.get(Math.floorMod(id.hashCode(), KINDS.size()));
  }

  /**
   * What an alert is about.
   *
   * @param created in ticks
   * @param account of the user that it may be about
   */
  static AlertFacts facts(String id, long created, @Nullable String account) {
    Kind kind = kind(id);
    return new AlertFacts(
        kind.title(),
        kind.description(),
        RECOMMENDED,
        kind.category(),
        kind.detectionSource(),
        AlertFacts.DEFENDER,
        new Ids(kind.title().hashCode()).guid(),
        kind.threatFamilyName(),
        null,
        kind.mitreTechniques(),
        account,
        null);
  }

  /** What was said of a new alert, and what is invented of it. */
  static AlertFacts facts(
      String id, long created, NewTenantAlert wanted, @Nullable String account) {
    AlertFacts invented = facts(id, created, account);
    String serviceSource = said(wanted, "serviceSource", invented.serviceSource());
    return new AlertFacts(
        said(wanted, "title", invented.title()),
        said(wanted, "description", invented.description()),
        said(wanted, "recommendedActions", invented.recommendedActions()),
        said(wanted, "category", invented.category()),
        said(wanted, "detectionSource", invented.detectionSource()),
        serviceSource,
        invented.detectorId(),
        invented.threatFamilyName(),
        invented.threatName(),
        invented.mitreTechniques(),
        account,
        wanted.evidence());
  }

  private static String said(NewTenantAlert wanted, String name, String other) {
    String text = wanted.text(name);
    return text == null ? other : text;
  }

  static long firstEvent(String id, long created) {
    return created - 10_000_000L * (60 + new SplittableRandom(seed(id)).nextInt(600));
  }

  /** When the last event was that made it, in ticks. */
  static long lastEvent(String id, long created) {
    return firstEvent(id, created) + 10_000_000L * new SplittableRandom(seed(id) + 1).nextInt(60);
  }
}
