package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Invents evidence: the same for the same alert each time. Files, addresses and hosts are few, so
 * that several alerts share one. Hosts and addresses are of those kept for documentation.
 */
final class EvidenceGenerator {

  private static final List<String> FILES =
      List.of(
          "rundll32.exe",
          "suspicious.dll",
          "invoice 2026.pdf.exe",
          "powershell.exe",
          "update.zip",
          "Größe.scr",
          "o'neil's tool.exe",
          "svch0st.exe");
  private static final List<String> HOSTS =
      List.of("www.example.com", "cdn.example.net", "login.example.org", "files.test.example");

  private final AlertSnapshot alert;
  private final SplittableRandom random;
  private final List<NewTenantAlert.Evidence> all = new ArrayList<>();

  private EvidenceGenerator(AlertSnapshot alert) {
    this.alert = alert;
    this.random = new SplittableRandom(AlertCatalogue.seed(alert.id()) + 2);
  }

  static List<NewTenantAlert.Evidence> of(AlertSnapshot alert) {
    EvidenceGenerator generator = new EvidenceGenerator(alert);
    generator.user();
    generator.process();
    generator.file();
    switch (generator.random.nextInt(6)) {
      case 0 -> generator.address();
      case 1 -> generator.url();
      case 2 -> generator.registry();
      default -> {}
    }
    return generator.all;
  }

  private void user() {
    String name = alert.userName();
    String domain = alert.domain();
    if (name != null && domain != null) {
      Map<String, Object> members = new LinkedHashMap<>(account(domain, name));
      add("User", members);
    }
  }

  /** How the service knows an account: the same for the same one each time. */
  static Map<String, Object> account(String domain, String name) {
    Ids ids = new Ids((domain + "\\" + name).hashCode());
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("accountName", name);
    members.put("domainName", domain);
    members.put(
        "userSid",
        "S-1-5-21-72051607-1745760036-109187956-" + (1000 + ids.random().nextInt(90_000)));
    members.put("aadUserId", ids.guid());
    members.put("userPrincipalName", name + "@" + domain + ".example");
    return members;
  }

  private void process() {
    Instant started = alert.firstEventTime();
    Map<String, Object> members = image(random.nextInt(FILES.size()), "C:\\Windows\\SysWOW64");
    members.put("processId", 1_000 + random.nextInt(30_000));
    members.put(
        "processCommandLine", members.get("fileName") + "  \"c:\\temp\\a b.dll\",RepeatAfterMe");
    members.put("processCreationTime", started);
    members.put("parentProcessId", 500 + random.nextInt(500));
    members.put("parentProcessCreationTime", started.minus(Duration.ofMillis(57)));
    members.put("parentProcessFileName", "explorer.exe");
    members.put("parentProcessFilePath", "C:\\Windows");
    members.put("detectionStatus", "Detected");
    add("Process", members);
  }

  private void file() {
    Map<String, Object> members = image(random.nextInt(FILES.size()), "c:\\temp");
    members.put("detectionStatus", random.nextInt(4) == 0 ? "Prevented" : "Detected");
    add("File", members);
  }

  private static Map<String, Object> image(int number, String folder) {
    Ids ids = new Ids(1_000 + number);
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("sha1", ids.hex(40));
    members.put("sha256", ids.hex(64));
    members.put("fileName", FILES.get(number));
    members.put("filePath", folder);
    return members;
  }

  private void address() {
    String v6 = "2001:db8::" + Integer.toHexString(1 + random.nextInt(20));
    add(
        "Ip",
        Map.of(
            "ipAddress", random.nextInt(4) == 0 ? v6 : "198.51.100." + (1 + random.nextInt(20))));
  }

  private void url() {
    String host = HOSTS.get(random.nextInt(HOSTS.size()));
    add("Url", Map.of("url", "https://" + host + "/a?id=" + random.nextInt(1_000) + "&x=%20"));
  }

  private void registry() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("registryKey", "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run");
    members.put("registryHive", "HKEY_LOCAL_MACHINE");
    if (random.nextBoolean()) {
      members.put("registryValueType", "String");
      members.put("registryValue", "c:\\temp\\a b.dll");
      members.put("registryValueName", "Updater");
    }
    add("Registry", members);
  }

  private void add(String entityType, Map<String, Object> members) {
    all.add(new NewTenantAlert.Evidence(entityType, members));
  }
}
