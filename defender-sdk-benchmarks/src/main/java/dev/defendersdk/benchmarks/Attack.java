package dev.defendersdk.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What an alert tells of, in either service's words: one of a few stories, with its own details.
 */
record Attack(
    String title,
    String description,
    String category,
    List<String> techniques,
    String threat,
    String family,
    String program,
    String folder,
    String commandLine,
    String alertId,
    String detectorId,
    String tenantId,
    String machineId,
    String host,
    String user,
    String sid,
    String analyst,
    String domain,
    String url) {

  private record Story(
      String title,
      String description,
      String category,
      List<String> techniques,
      String family,
      String program,
      String folder,
      String arguments) {}

  private static final String[] SITES = {"ber", "lon", "nyc", "sin", "syd", "zrh"};
  private static final String[] TENANTS = {
    "a839b112-1253-6432-9bf6-94542403f21c", "b3c1b5fc-828c-45fa-a1e1-10d74f6d6e9c"
  };
  private static final String[] ANALYSTS = {
    "secop1@contoso.com", "jürgen.groß@contoso.com", "API Action", "secop2@contoso.com"
  };

  private static final Story[] STORIES = {
    new Story(
        "Low-reputation code run by a signed executable",
        "A binary that is signed by its vendor was used to run code that is rarely seen."
            + "\n\nThe trusted process may then listen on a port, or call its operator.",
        "Execution",
        List.of("T1064", "T1085", "T1220"),
        "Rundis",
        "rundll32.exe",
        "C:\\Windows\\SysWOW64",
        "c:\\temp\\%s.dll,RepeatAfterMe"),
    new Story(
        "Credentials read from the memory of a process",
        "A process opened the memory in which the system keeps what its users signed in with.",
        "CredentialAccess",
        List.of("T1003.001"),
        "Mimikatz",
        "procdump64.exe",
        "C:\\Users\\Public\\Downloads",
        "-accepteula -ma lsass.exe c:\\windows\\temp\\%s.dmp"),
    new Story(
        "Malware was found in an archive",
        "An archive that was received by mail holds a file that is known as malware.",
        "Malware",
        List.of(),
        "Emotet",
        "7z.exe",
        "C:\\Program Files\\7-Zip",
        "x \"C:\\Users\\%s\\Downloads\\Rechnung für März.zip\""),
    new Story(
        "A scheduled task was made to survive a restart",
        "A task was made that starts a script at every sign-in."
            + "\n\nIt is how an intruder stays on a device.",
        "Persistence",
        List.of("T1053.005", "T1059.001"),
        "Tasker",
        "schtasks.exe",
        "C:\\Windows\\System32",
        "/create /tn Update-%s /sc onlogon /tr \"powershell -enc SQBFAFgA\""),
    new Story(
        "Many files were encrypted in a short time",
        "A process read, wrote and renamed many files of a user, one after the other.",
        "Ransomware",
        List.of("T1486", "T1490", "T1489", "T1562.001"),
        "LockBit",
        "svch0st.exe",
        "C:\\ProgramData\\Intel",
        "--path \\\\fs01\\shares\\%s --threads 8"),
  };

  /** Another one. */
  static Attack of(Values values) {
    Story story = STORIES[values.below(STORIES.length)];
    String mark = values.hex(6);
    String user = "user" + mark;
    String domain = "cdn-" + mark + ".example.net";
    return new Attack(
        story.title,
        story.description,
        story.category,
        story.techniques,
        "Trojan:Win32/"
            + story.family
            + "."
            + mark.substring(0, 2).toUpperCase(Locale.ROOT)
            + "!MTB",
        story.family,
        story.program,
        story.folder,
        story.program + "  " + story.arguments.formatted(mark),
        "da%018d_%d"
            .formatted(
                637_000_000_000_000_000L + values.below(Integer.MAX_VALUE),
                values.between(-2_000_000_000, 2_000_000_000)),
        values.guid(),
        values.one(TENANTS),
        values.hex(40),
        "pc-%s-%s.corp.contoso.com".formatted(values.one(SITES), mark),
        user,
        "S-1-5-21-%d-%d-%d-%d"
            .formatted(
                values.below(Integer.MAX_VALUE),
                values.below(Integer.MAX_VALUE),
                values.below(Integer.MAX_VALUE),
                values.between(1_000, 100_000)),
        values.one(ANALYSTS),
        domain,
        "https://" + domain + "/gate/" + values.hex(12) + "?id=" + values.below(100_000));
  }
}
