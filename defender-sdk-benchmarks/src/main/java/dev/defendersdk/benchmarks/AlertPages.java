package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Alerts of Defender with their evidence expanded: a value in every member of an alert, and of each
 * kind of evidence that the samples and the metadata describe one piece, in which what belongs to
 * the other kinds is null, as the service writes it.
 */
final class AlertPages extends Pages {

  /** Pieces of evidence in every alert. */
  static final int EVIDENCE = 6;

  private static final List<String> EVIDENCE_MEMBERS =
      List.of(
          "sha1",
          "sha256",
          "fileName",
          "filePath",
          "processId",
          "processCommandLine",
          "processCreationTime",
          "parentProcessId",
          "parentProcessCreationTime",
          "parentProcessFileName",
          "parentProcessFilePath",
          "ipAddress",
          "url",
          "registryKey",
          "registryHive",
          "registryValueType",
          "registryValue",
          "registryValueName",
          "accountName",
          "domainName",
          "userSid",
          "aadUserId",
          "userPrincipalName",
          "detectionStatus");

  private static final String[] SEVERITIES = {"Informational", "Low", "Medium", "High"};
  private static final String[] STATUSES = {"New", "New", "InProgress", "Resolved"};
  private static final String[] CLASSIFICATIONS = {
    "TruePositive", "FalsePositive", "InformationalExpectedActivity"
  };
  private static final String[] DETERMINATIONS = {
    "Malware", "Phishing", "NotMalicious", "MultiStagedAttack", "SecurityTesting"
  };
  private static final String[] INVESTIGATIONS = {
    "Queued", "Running", "Benign", "UnsupportedAlertType", "SuccessfullyRemediated"
  };
  private static final String[] SOURCES = {
    "WindowsDefenderAtp", "WindowsDefenderAv", "AutomatedInvestigation", "CustomDetection"
  };
  private static final String[] DETECTIONS = {"Detected", "Detected", "Blocked", "Prevented"};

  AlertPages() {
    super("https://api.security.microsoft.com/api/$metadata#Alerts");
  }

  @Override
  void element(JsonGenerator out, Values values, int number) throws IOException {
    Attack attack = Attack.of(values);
    out.writeStartObject();
    out.writeStringField("id", attack.alertId());
    out.writeNumberField("incidentId", values.between(1, 2_000_000));
    out.writeNumberField("investigationId", values.between(1, 2_000_000));
    out.writeStringField("assignedTo", attack.analyst());
    out.writeStringField("severity", values.one(SEVERITIES));
    out.writeStringField("status", values.one(STATUSES));
    out.writeStringField("classification", values.one(CLASSIFICATIONS));
    out.writeStringField("determination", values.one(DETERMINATIONS));
    out.writeStringField("investigationState", values.one(INVESTIGATIONS));
    out.writeStringField("detectionSource", values.one(SOURCES));
    out.writeStringField("detectorId", attack.detectorId());
    out.writeStringField("category", attack.category());
    out.writeStringField("threatFamilyName", attack.family());
    out.writeStringField("title", attack.title());
    out.writeStringField("description", attack.description());
    out.writeStringField("alertCreationTime", values.time());
    out.writeStringField("firstEventTime", values.time());
    out.writeStringField("lastEventTime", values.time());
    out.writeStringField("lastUpdateTime", values.time());
    out.writeStringField("resolvedTime", values.time());
    out.writeStringField("machineId", attack.machineId());
    out.writeStringField("computerDnsName", attack.host());
    out.writeStringField("rbacGroupName", "Group-" + values.below(1_000));
    out.writeStringField("aadTenantId", attack.tenantId());
    out.writeStringField("threatName", attack.threat());
    out.writeArrayFieldStart("mitreTechniques");
    for (String technique : attack.techniques()) {
      out.writeString(technique);
    }
    out.writeEndArray();
    out.writeObjectFieldStart("relatedUser");
    out.writeStringField("userName", attack.user());
    out.writeStringField("domainName", "CONTOSO");
    out.writeEndObject();
    out.writeArrayFieldStart("loggedOnUsers");
    loggedOn(out, attack.user());
    loggedOn(out, "admin" + values.below(100));
    out.writeEndArray();
    out.writeArrayFieldStart("comments");
    out.writeStartObject();
    out.writeStringField("comment", "Looked at: " + attack.title() + ", ticket " + number);
    out.writeStringField("createdBy", attack.analyst());
    out.writeStringField("createdTime", values.time());
    out.writeEndObject();
    out.writeEndArray();
    out.writeArrayFieldStart("evidence");
    evidence(out, values, "User", user(values, attack));
    evidence(out, values, "Process", process(values, attack));
    evidence(out, values, "File", file(values, attack));
    evidence(out, values, "Ip", Map.of("ipAddress", values.address()));
    evidence(out, values, "Url", Map.of("url", attack.url()));
    evidence(out, values, "Registry", registry(values, attack));
    out.writeEndArray();
    out.writeArrayFieldStart("domains");
    out.writeStartObject();
    out.writeStringField("host", attack.domain());
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void loggedOn(JsonGenerator out, String user) throws IOException {
    out.writeStartObject();
    out.writeStringField("accountName", user);
    out.writeStringField("domainName", "CONTOSO");
    out.writeEndObject();
  }

  private static Map<String, Object> user(Values values, Attack attack) {
    return Map.of(
        "accountName", attack.user(),
        "domainName", "CONTOSO",
        "userSid", attack.sid(),
        "aadUserId", values.guid(),
        "userPrincipalName", attack.user() + "@contoso.com");
  }

  private static Map<String, Object> process(Values values, Attack attack) {
    return Map.ofEntries(
        Map.entry("sha1", values.hex(40)),
        Map.entry("sha256", values.hex(64)),
        Map.entry("fileName", attack.program()),
        Map.entry("filePath", attack.folder()),
        Map.entry("processId", values.between(4, 65_536)),
        Map.entry("processCommandLine", attack.commandLine()),
        Map.entry("processCreationTime", values.time()),
        Map.entry("parentProcessId", values.between(4, 65_536)),
        Map.entry("parentProcessCreationTime", values.time()),
        Map.entry("parentProcessFileName", "explorer.exe"),
        Map.entry("parentProcessFilePath", "C:\\Windows"),
        Map.entry("detectionStatus", values.one(DETECTIONS)));
  }

  private static Map<String, Object> file(Values values, Attack attack) {
    return Map.of(
        "sha1", values.hex(40),
        "sha256", values.hex(64),
        "fileName", attack.program(),
        "filePath", attack.folder(),
        "detectionStatus", values.one(DETECTIONS));
  }

  private static Map<String, Object> registry(Values values, Attack attack) {
    return Map.of(
        "registryKey", "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run",
        "registryHive", "HKEY_LOCAL_MACHINE",
        "registryValueType", "String",
        "registryValue", attack.folder() + "\\" + attack.program(),
        "registryValueName", attack.family() + values.below(100));
  }

  private static void evidence(
      JsonGenerator out, Values values, String kind, Map<String, Object> members)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("entityType", kind);
    out.writeStringField("evidenceCreationTime", values.time());
    for (String name : EVIDENCE_MEMBERS) {
      out.writeObjectField(name, members.get(name));
    }
    out.writeEndObject();
  }
}
