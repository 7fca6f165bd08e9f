package dev.defendersdk.testkit.internal.scans;

import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the entities of scans are written: as the samples have them, which differs from call to call,
 * or as the service's metadata has them. Pages: those of authenticated-scans.md.
 */
final class ScanForms {

  private final String orgId;
  private final boolean asSamples;

  ScanForms(String orgId, boolean asSamples) {
    this.orgId = orgId;
    this.asSamples = asSamples;
  }

  /**
   * A definition.
   *
   * @param inList whether with its secrets, and with the agent's names in capitals
   */
  Map<String, @Nullable Object> definition(ScanBook.Definition definition, boolean inList) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("id", definition.id);
    form.putAll(definition.members);
    form.put("orgId", orgId);
    form.put("createdBy", definition.createdBy);
    if (!inList) {
      form.put("scanAuthenticationParams", null);
    }
    form.put("scannerAgent", agent(definition.agent, "machineName", inList));
    Map<String, @Nullable Object> latest = new LinkedHashMap<>();
    ScanBook.Session session = definition.latest;
    latest.put("status", session == null ? null : "Success");
    latest.put("failureReason", null);
    latest.put("executionDateTime", session == null ? null : session.time());
    form.put("latestScan", latest);
    return form;
  }

  Map<String, @Nullable Object> agent(ScanBook.Agent agent) {
    return agent(agent, "computerDnsName", true);
  }

  private Map<String, @Nullable Object> agent(
      ScanBook.Agent agent, String nameMember, boolean capitals) {
    Row machine = agent.machine().row();
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("id", agent.id());
    form.put("machineId", agent.machine().id());
    form.put("lastSeen", machine.get("lastSeen"));
    form.put(nameMember, agent.machine().name());
    boolean upper = capitals && asSamples;
    form.put(cased("AssignedApplicationId", upper), agent.applicationId());
    form.put(cased("ScannerSoftwareVersion", upper), "7.6.0.0");
    form.put(cased("LastCommandExecutionTimestamp", upper), machine.get("lastSeen"));
    form.put("mdeClientVersion", "10.8760.26100.1010");
    return form;
  }

  /** An item of the history by definition: the samples' carries no session. */
  Map<String, @Nullable Object> byDefinition(ScanBook.Session session) {
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put(asSamples ? "ScanDefinitionIds" : "scanDefinitionId", session.definition().id);
    form.put(cased("LastScanned", asSamples), session.time());
    form.put(cased("ScanStatus", asSamples), "Success");
    form.put(cased("ScannerId", asSamples), session.definition().agent.machine().id());
    if (!asSamples) {
      form.put("sessionId", session.sessionId());
    }
    return form;
  }

  /** An item of the history by session. In the samples' form one target comes without a list. */
  Map<String, @Nullable Object> bySession(ScanBook.Session session) {
    List<Map<String, Object>> targets = new ArrayList<>();
    boolean named = "Hostname".equals(session.definition().members.get("targetType"));
    for (String target : session.target().split(",", -1)) {
      targets.add(target(target, named, targets.size()));
    }
    Map<String, @Nullable Object> form = new LinkedHashMap<>();
    form.put("orgId", orgId);
    form.put(asSamples ? "ScanDefinitionIds" : "scanDefinitionId", session.definition().id);
    form.put(asSamples ? "SessionIds" : "sessionId", session.sessionId());
    form.put(cased("NumberOfSuccessfullyScannedTargets", asSamples), targets.size());
    form.put(cased("NumberOfTargets", asSamples), targets.size());
    form.put(cased("ScanStatus", asSamples), "Success");
    form.put(cased("LastScanned", asSamples), session.time());
    boolean alone = asSamples && targets.size() == 1;
    form.put(asSamples ? "ListScannedTargets" : "scannedTargets", alone ? targets.get(0) : targets);
    return form;
  }

  private Map<String, Object> target(String target, boolean named, int number) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put(cased("Ip", asSamples), named ? "" : target);
    form.put(cased("Hostname", asSamples), named ? target : "");
    form.put(cased("ScannedDeviceDescription", asSamples), "Network device");
    form.put(cased("ErrorMessage", asSamples), "");
    form.put(cased("ScanStatus", asSamples), "Success");
    Duration took = Duration.ofSeconds(510 + number);
    form.put(
        cased("ScanDuration", asSamples),
        "%02d:%02d:%02d".formatted(took.toHours(), took.toMinutesPart(), took.toSecondsPart()));
    return form;
  }

  private static String cased(String name, boolean capital) {
    return capital ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
