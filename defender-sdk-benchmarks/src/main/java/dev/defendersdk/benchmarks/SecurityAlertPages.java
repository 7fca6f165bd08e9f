package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Alerts of Microsoft Graph ({@code alerts_v2}), with one piece of each kind of evidence that an
 * alert on a device comes with.
 */
final class SecurityAlertPages extends Pages {

  /** Pieces of evidence in every alert. */
  static final int EVIDENCE = 8;

  private static final String TYPE = "#microsoft.graph.security.";

  private static final String[] SEVERITIES = {"informational", "low", "medium", "high"};
  private static final String[] STATUSES = {"new", "new", "inProgress", "resolved"};
  private static final String[] CLASSIFICATIONS = {
    "unknown", "truePositive", "falsePositive", "informationalExpectedActivity"
  };
  private static final String[] DETERMINATIONS = {
    "unknown", "malware", "phishing", "notMalicious", "multiStagedAttack"
  };
  private static final String[] INVESTIGATIONS = {
    "queued", "running", "benign", "unsupportedAlertType", "successfullyRemediated"
  };
  private static final String[] SOURCES = {
    "microsoftDefenderForEndpoint", "antivirus", "automatedInvestigation", "customDetection"
  };
  private static final String[] VERDICTS = {"unknown", "suspicious", "malicious", "noThreatsFound"};
  private static final String[] REMEDIATIONS = {"none", "none", "remediated", "active", "blocked"};
  private static final String[] DETECTIONS = {"detected", "detected", "blocked", "prevented"};
  private static final String[] HEALTH = {"active", "active", "inactive", "noSensorData"};
  private static final String[] RISKS = {"none", "informational", "low", "medium", "high"};

  SecurityAlertPages() {
    super("https://graph.microsoft.com/v1.0/$metadata#security/alerts_v2");
  }

  @Override
  void element(JsonGenerator out, Values values, int number) throws IOException {
    Attack attack = Attack.of(values);
    String created = values.time();
    int incident = values.between(1, 2_000_000);
    out.writeStartObject();
    out.writeStringField("@odata.type", TYPE + "alert");
    out.writeStringField("id", attack.alertId());
    out.writeStringField("providerAlertId", attack.alertId());
    out.writeStringField("incidentId", Integer.toString(incident));
    out.writeStringField("status", values.one(STATUSES));
    out.writeStringField("severity", values.one(SEVERITIES));
    out.writeStringField("classification", values.one(CLASSIFICATIONS));
    out.writeStringField("determination", values.one(DETERMINATIONS));
    out.writeStringField("serviceSource", "microsoftDefenderForEndpoint");
    out.writeStringField("detectionSource", values.one(SOURCES));
    out.writeStringField("productName", "Microsoft Defender for Endpoint");
    out.writeStringField("detectorId", attack.detectorId());
    out.writeStringField("tenantId", attack.tenantId());
    out.writeStringField("title", attack.title());
    out.writeStringField("description", attack.description());
    out.writeStringField(
        "recommendedActions",
        "Collect artifacts and determine scope\n\uFFFD\tReview the timeline of "
            + attack.host()
            + "\n\uFFFD\tSubmit what is unknown for analysis");
    out.writeStringField("category", attack.category());
    texts(out, "categories", attack.category());
    out.writeStringField("assignedTo", attack.analyst());
    out.writeStringField(
        "alertWebUrl",
        "https://security.microsoft.com/alerts/" + attack.alertId() + "?tid=" + attack.tenantId());
    out.writeStringField(
        "incidentWebUrl",
        "https://security.microsoft.com/incidents/" + incident + "?tid=" + attack.tenantId());
    out.writeNullField("actorDisplayName");
    out.writeStringField("threatDisplayName", attack.threat());
    out.writeStringField("threatFamilyName", attack.family());
    out.writeStringField("investigationState", values.one(INVESTIGATIONS));
    texts(out, "mitreTechniques", attack.techniques().toArray(String[]::new));
    out.writeStringField("createdDateTime", created);
    out.writeStringField("lastUpdateDateTime", values.time());
    out.writeStringField("resolvedDateTime", values.truth() ? values.time() : null);
    out.writeStringField("firstActivityDateTime", values.time());
    out.writeStringField("lastActivityDateTime", values.time());
    out.writeArrayFieldStart("comments");
    out.writeStartObject();
    out.writeStringField("@odata.type", TYPE + "alertComment");
    out.writeStringField("comment", "Looked at: " + attack.title() + ", ticket " + number);
    out.writeStringField("createdByDisplayName", attack.analyst());
    out.writeStringField("createdDateTime", values.time());
    out.writeEndObject();
    out.writeEndArray();
    out.writeArrayFieldStart("evidence");
    device(out, values, attack, created);
    file(out, values, attack, created);
    process(out, values, attack, created);
    user(out, values, attack, created);
    ip(out, values, created);
    url(out, values, attack, created);
    registryKey(out, values, created);
    registryValue(out, values, attack, created);
    out.writeEndArray();
    texts(out, "systemTags", "Defender Experts");
    out.writeEndObject();
  }

  private static void device(JsonGenerator out, Values values, Attack attack, String created)
      throws IOException {
    begin(out, values, "deviceEvidence", created);
    out.writeStringField("firstSeenDateTime", values.time());
    out.writeStringField("mdeDeviceId", attack.machineId());
    out.writeNullField("azureAdDeviceId");
    out.writeStringField("deviceDnsName", attack.host());
    out.writeStringField("hostName", attack.host().substring(0, attack.host().indexOf('.')));
    out.writeNullField("ntDomain");
    out.writeStringField("dnsDomain", "corp.contoso.com");
    out.writeStringField("osPlatform", "Windows11");
    out.writeNumberField("osBuild", values.between(10_000, 30_000));
    out.writeStringField("version", "Other");
    out.writeStringField("healthStatus", values.one(HEALTH));
    out.writeStringField("riskScore", values.one(RISKS));
    int group = values.below(1_000);
    out.writeNumberField("rbacGroupId", group);
    out.writeStringField("rbacGroupName", "Group-" + group);
    out.writeStringField("onboardingStatus", "onboarded");
    out.writeStringField("defenderAvStatus", "updated");
    out.writeStringField("lastIpAddress", values.address());
    out.writeStringField("lastExternalIpAddress", values.address());
    texts(out, "ipInterfaces", values.address(), values.address());
    out.writeArrayFieldStart("loggedOnUsers");
    out.writeStartObject();
    out.writeStringField("accountName", attack.user());
    out.writeStringField("domainName", "CONTOSO");
    out.writeEndObject();
    out.writeEndArray();
    String subscription = values.guid();
    out.writeObjectFieldStart("vmMetadata");
    out.writeStringField("vmId", values.guid());
    out.writeStringField("cloudProvider", "azure");
    out.writeStringField("resourceId", "/subscriptions/" + subscription + "/resourceGroups/rg");
    out.writeStringField("subscriptionId", subscription);
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void file(JsonGenerator out, Values values, Attack attack, String created)
      throws IOException {
    begin(out, values, "fileEvidence", created);
    out.writeStringField("detectionStatus", values.one(DETECTIONS));
    out.writeStringField("mdeDeviceId", attack.machineId());
    fileDetails(out, values, "fileDetails", attack.program(), attack.folder());
    out.writeEndObject();
  }

  private static void process(JsonGenerator out, Values values, Attack attack, String created)
      throws IOException {
    begin(out, values, "processEvidence", created);
    out.writeNumberField("processId", values.between(4, 65_536));
    out.writeNumberField("parentProcessId", values.between(4, 65_536));
    out.writeStringField("processCommandLine", attack.commandLine());
    out.writeStringField("processCreationDateTime", values.time());
    out.writeStringField("parentProcessCreationDateTime", values.time());
    out.writeStringField("detectionStatus", values.one(DETECTIONS));
    out.writeStringField("mdeDeviceId", attack.machineId());
    fileDetails(out, values, "imageFile", attack.program(), attack.folder());
    fileDetails(out, values, "parentProcessImageFile", "explorer.exe", "C:\\Windows");
    account(out, values, attack);
    out.writeEndObject();
  }

  private static void user(JsonGenerator out, Values values, Attack attack, String created)
      throws IOException {
    begin(out, values, "userEvidence", created);
    out.writeNullField("stream");
    account(out, values, attack);
    out.writeEndObject();
  }

  private static void ip(JsonGenerator out, Values values, String created) throws IOException {
    begin(out, values, "ipEvidence", created);
    out.writeStringField("ipAddress", values.address());
    out.writeStringField("countryLetterCode", "DE");
    out.writeObjectFieldStart("location");
    out.writeStringField("city", "Köln");
    out.writeStringField("countryName", "Germany");
    out.writeNumberField("latitude", 50.9375);
    out.writeNumberField("longitude", 6.9603);
    out.writeNullField("state");
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void url(JsonGenerator out, Values values, Attack attack, String created)
      throws IOException {
    begin(out, values, "urlEvidence", created);
    out.writeStringField("url", attack.url());
    out.writeEndObject();
  }

  private static void registryKey(JsonGenerator out, Values values, String created)
      throws IOException {
    begin(out, values, "registryKeyEvidence", created);
    registry(out);
    out.writeEndObject();
  }

  private static void registryValue(JsonGenerator out, Values values, Attack attack, String created)
      throws IOException {
    begin(out, values, "registryValueEvidence", created);
    registry(out);
    out.writeStringField("registryValue", attack.folder() + "\\" + attack.program());
    out.writeStringField("registryValueName", attack.family() + values.below(100));
    out.writeStringField("registryValueType", "REG_SZ");
    out.writeStringField("mdeDeviceId", attack.machineId());
    out.writeEndObject();
  }

  private static void registry(JsonGenerator out) throws IOException {
    out.writeStringField("registryKey", "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run");
    out.writeStringField("registryHive", "HKEY_LOCAL_MACHINE");
  }

  /** The members that evidence of every kind has. */
  private static void begin(JsonGenerator out, Values values, String kind, String created)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("@odata.type", TYPE + kind);
    out.writeStringField("createdDateTime", created);
    out.writeStringField("verdict", values.one(VERDICTS));
    out.writeStringField("remediationStatus", values.one(REMEDIATIONS));
    out.writeNullField("remediationStatusDetails");
    texts(out, "roles", "compromised");
    texts(out, "detailedRoles", "Main device");
    texts(out, "tags", "Tier-" + values.below(3));
  }

  private static void fileDetails(
      JsonGenerator out, Values values, String name, String file, String folder)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeStringField("sha1", values.hex(40));
    out.writeStringField("sha256", values.hex(64));
    out.writeStringField("fileName", file);
    out.writeStringField("filePath", folder);
    out.writeNumberField("fileSize", values.below(10_000_000));
    out.writeStringField("filePublisher", "Contoso Ltd.");
    out.writeNullField("signer");
    out.writeNullField("issuer");
    out.writeEndObject();
  }

  private static void account(JsonGenerator out, Values values, Attack attack) throws IOException {
    out.writeObjectFieldStart("userAccount");
    out.writeStringField("accountName", attack.user());
    out.writeStringField("domainName", "CONTOSO");
    out.writeStringField("userSid", attack.sid());
    out.writeStringField("azureAdUserId", values.guid());
    out.writeStringField("userPrincipalName", attack.user() + "@contoso.com");
    out.writeStringField("displayName", "Müller, " + attack.user());
    out.writeEndObject();
  }

  private static void texts(JsonGenerator out, String name, String... texts) throws IOException {
    out.writeArrayFieldStart(name);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }
}
