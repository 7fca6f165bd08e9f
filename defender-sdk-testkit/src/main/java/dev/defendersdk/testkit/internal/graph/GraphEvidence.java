package dev.defendersdk.testkit.internal.graph;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.alerts.AlertSnapshot;
import dev.defendersdk.testkit.internal.alerts.GraphNames;
import dev.defendersdk.testkit.internal.odata.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of an alert in Graph's types: first the machine that it is on, then what the
 * Defender API has, by the table of graph-security.md, section 12.
 */
final class GraphEvidence {

  private static final String TYPE = "#microsoft.graph.security.";

  private final AlertSnapshot alert;
  private final Mask mask;
  private final List<Map<String, @Nullable Object>> all = new ArrayList<>();

  private GraphEvidence(AlertSnapshot alert, Mask mask) {
    this.alert = alert;
    this.mask = mask;
  }

  static List<Map<String, @Nullable Object>> of(AlertSnapshot alert, Mask mask) {
    GraphEvidence evidence = new GraphEvidence(alert, mask);
    evidence.device();
    alert.evidence().forEach(evidence::add);
    return evidence.all;
  }

  private void add(NewTenantAlert.Evidence one) {
    Map<String, Object> from = one.members();
    switch (one.entityType()) {
      case "File" -> {
        Map<String, @Nullable Object> file = begin("fileEvidence", from);
        file.put("detectionStatus", detectionStatus(from));
        file.put("mdeDeviceId", alert.machine().text("id"));
        file.put("fileDetails", file(from, "sha1", "sha256", "fileName", "filePath"));
      }
      case "Process" -> process(from);
      case "User" -> begin("userEvidence", from).put("userAccount", account(from));
      case "Ip" -> {
        Map<String, @Nullable Object> address = begin("ipEvidence", from);
        address.put("ipAddress", from.get("ipAddress"));
        address.put("countryLetterCode", null);
      }
      case "Url" -> begin("urlEvidence", from).put("url", from.get("url"));
      case "Registry" -> registry(from);
      default -> begin(GraphNames.camel(one.entityType()) + "Evidence", from).putAll(from);
    }
  }

  private void device() {
    Row machine = alert.machine();
    String name = machine.text("computerDnsName");
    int dot = name.indexOf('.');
    Map<String, @Nullable Object> device = begin("deviceEvidence", Map.of());
    device.put("firstSeenDateTime", machine.get("firstSeen"));
    device.put("mdeDeviceId", machine.text("id"));
    device.put("azureAdDeviceId", machine.get("aadDeviceId"));
    device.put("deviceDnsName", name);
    device.put("hostName", dot < 0 ? name : name.substring(0, dot));
    device.put("ntDomain", null);
    device.put("dnsDomain", dot < 0 ? null : name.substring(dot + 1));
    device.put("osPlatform", machine.get("osPlatform"));
    device.put("osBuild", machine.get("osBuild"));
    device.put("version", machine.get("version"));
    device.put("healthStatus", GraphNames.camel(machine.text("healthStatus")));
    device.put("riskScore", GraphNames.camel(machine.text("riskScore")));
    device.put("rbacGroupId", machine.get("rbacGroupId"));
    device.put("rbacGroupName", machine.get("rbacGroupName"));
    device.put("onboardingStatus", GraphNames.camel(machine.text("onboardingStatus")));
    device.put("defenderAvStatus", "updated");
    device.put("lastIpAddress", machine.get("lastIpAddress"));
    device.put("lastExternalIpAddress", machine.get("lastExternalIpAddress"));
    device.put("ipInterfaces", List.of(machine.text("lastIpAddress")));
    device.put("loggedOnUsers", loggedOn());
    device.put("roles", List.of("compromised"));
    device.put("detailedRoles", List.of("Main device"));
    device.put("tags", machine.texts("machineTags"));
  }

  private List<Map<String, @Nullable Object>> loggedOn() {
    if (alert.userName() == null) {
      return List.of();
    }
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("accountName", alert.userName());
    user.put("domainName", alert.domain());
    return List.of(user);
  }

  private void process(Map<String, Object> from) {
    Map<String, @Nullable Object> process = begin("processEvidence", from);
    process.put("processId", from.get("processId"));
    process.put("parentProcessId", from.get("parentProcessId"));
    process.put("processCommandLine", from.get("processCommandLine"));
    process.put("processCreationDateTime", from.get("processCreationTime"));
    process.put("parentProcessCreationDateTime", from.get("parentProcessCreationTime"));
    process.put("detectionStatus", detectionStatus(from));
    process.put("mdeDeviceId", alert.machine().text("id"));
    process.put("imageFile", file(from, "sha1", "sha256", "fileName", "filePath"));
    process.put(
        "parentProcessImageFile",
        file(from, "none", "none", "parentProcessFileName", "parentProcessFilePath"));
    process.put("userAccount", from.containsKey("accountName") ? account(from) : null);
  }

  private void registry(Map<String, Object> from) {
    boolean value = from.containsKey("registryValue");
    Map<String, @Nullable Object> registry =
        begin(value ? "registryValueEvidence" : "registryKeyEvidence", from);
    registry.put("registryKey", from.get("registryKey"));
    registry.put("registryHive", from.get("registryHive"));
    if (value) {
      registry.put("mdeDeviceId", alert.machine().text("id"));
      registry.put("registryValue", from.get("registryValue"));
      registry.put("registryValueName", from.get("registryValueName"));
      registry.put("registryValueType", from.get("registryValueType"));
    }
  }

  private Map<String, @Nullable Object> begin(String type, Map<String, Object> from) {
    Map<String, @Nullable Object> one = new LinkedHashMap<>();
    one.put("@odata.type", TYPE + type);
    one.put("createdDateTime", alert.createdTime());
    one.put("verdict", from.containsKey("sha1") ? "suspicious" : "unknown");
    // What was prevented is done with; what was only seen waits for somebody.
    String status = "none";
    if (from.get("detectionStatus") != null) {
      status = from.get("detectionStatus").equals("Prevented") ? "prevented" : "active";
    }
    one.put("remediationStatus", mask.remediationStatus(status));
    one.put("remediationStatusDetails", null);
    one.put("roles", List.of());
    one.put("detailedRoles", List.of());
    one.put("tags", List.of());
    all.add(one);
    return one;
  }

  private static @Nullable Object detectionStatus(Map<String, Object> from) {
    Object status = from.get("detectionStatus");
    return status == null ? null : status.toString().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> file(
      Map<String, Object> from, String sha1, String sha256, String name, String path) {
    Map<String, @Nullable Object> file = new LinkedHashMap<>();
    file.put("sha1", from.get(sha1));
    file.put("sha256", from.get(sha256));
    file.put("fileName", from.get(name));
    file.put("filePath", from.get(path));
    file.put("fileSize", null);
    file.put("filePublisher", null);
    file.put("signer", null);
    file.put("issuer", null);
    return file;
  }

  private static Map<String, @Nullable Object> account(Map<String, Object> from) {
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("accountName", from.get("accountName"));
    account.put("domainName", from.get("domainName"));
    account.put("userSid", from.get("userSid"));
    account.put("azureAdUserId", from.get("aadUserId"));
    account.put("userPrincipalName", from.get("userPrincipalName"));
    account.put("displayName", null);
    return account;
  }
}
