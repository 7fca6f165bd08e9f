package dev.defendersdk.gates;

import static java.util.Map.entry;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Multipart;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.transfer.FileContent;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.investigations.InvestigationsClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.machineactions.scans.ScanDefinition;
import dev.defendersdk.machineactions.scans.ScanDefinitionsClient;
import dev.defendersdk.machineactions.scans.ScanTargets;
import dev.defendersdk.machineactions.scans.SnmpAuthentication;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a call that succeeds of any operation, given what its path and its body want. For a new
 * operation with new wants, say here what is right for them.
 */
final class ValidCalls {

  private static final Map<String, Object> GET_FILE =
      Map.of(
          "type", "GetFile", "params", List.of(Map.of("key", "Path", "value", "/var/log/syslog")));

  private static final Map<String, Object> COMMENT =
      Map.of("@odata.type", "microsoft.graph.security.alertComment", "comment", "case 4711");

  private static final Map<String, Object> INDICATOR =
      Map.of(
          "indicatorType", "DomainName",
          "indicatorValue", "bad.example",
          "action", "Block",
          "title", "Phishing",
          "description", "case 4711");

  /** Members of bodies and query parameters, by the operation's id. */
  private static final Map<String, Map<String, Object>> BODIES =
      Map.ofEntries(
          entry("machines.isolate", Map.of("Comment", "case 4711", "IsolationType", "Full")),
          entry("machines.unisolate", Map.of("Comment", "case 4711")),
          entry("machines.restrictCodeExecution", Map.of("Comment", "case 4711")),
          entry("machines.unrestrictCodeExecution", Map.of("Comment", "case 4711")),
          entry("machines.runAntiVirusScan", Map.of("Comment", "case 4711", "ScanType", "Full")),
          entry(
              "machines.stopAndQuarantineFile",
              Map.of("Comment", "case 4711", "Sha1", "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567")),
          entry("machines.collectInvestigationPackage", Map.of("Comment", "case 4711")),
          entry("machines.offboard", Map.of("Comment", "case 4711")),
          entry("machines.setDeviceValue", Map.of("DeviceValue", "High")),
          entry("machines.update", Map.of("machineTags", List.of("hunted"))),
          entry("machines.changeTag", Map.of("Value", "hunted", "Action", "Add")),
          entry("machines.changeTagOfMany", Map.of("Value", "hunted", "Action", "Add")),
          entry(
              "machines.runLiveResponse",
              Map.of("Comment", "case 4711", "Commands", List.of(GET_FILE))),
          entry("alerts.update", Map.of("status", "InProgress")),
          entry("alerts.batchUpdate", Map.of("status", "InProgress")),
          entry("machineActions.cancel", Map.of("Comment", "case closed")),
          entry("machines.startInvestigation", Map.of("Comment", "case 4711")),
          entry(
              "scanDefinitions.add",
              Map.of(
                  "scanType", "Network",
                  "scanName", "switches",
                  "isActive", true,
                  "target", "10.0.0.7",
                  "intervalInHours", 4,
                  "targetType", "Ip",
                  "scanAuthenticationParams",
                      Map.of(
                          "@odata.type",
                          "#microsoft.windowsDefenderATP.api.SnmpAuthParams",
                          "type",
                          "CommunityString",
                          "communityString",
                          "s3cr3t"))),
          entry("indicators.submit", INDICATOR),
          entry("indicators.import", Map.of("Indicators", List.of(INDICATOR))),
          entry("graph.alerts.update", Map.of("status", "inProgress")),
          entry("graph.alerts.addComment", COMMENT),
          entry("graph.incidents.update", Map.of("status", "resolved")),
          entry("graph.incidents.addComment", COMMENT),
          entry("graph.hunting.run", Map.of("Query", "DeviceProcessEvents | take 2")),
          entry("hunting.runEndpointQuery", Map.of("Query", "DeviceProcessEvents | take 2")),
          entry("scanDefinitions.update", Map.of("isActive", false)),
          entry("scanDefinitions.historyBySession", Map.of("SessionIds", List.of("01de"))));

  private static final Map<String, Map<String, Object>> QUERIES =
      Map.ofEntries(entry("machines.findByTag", Map.of("tag", "hunted")));

  private final SimulatedTenant tenant;
  private final DefenderClient helper;

  /**
   * @param helper a client of the tenant, for what has to be there before
   */
  ValidCalls(SimulatedTenant tenant, DefenderClient helper) {
    this.tenant = tenant;
    this.helper = helper;
  }

  <T> Call<T> of(Operation<T> operation) {
    Call<T> call = Call.of(operation);
    for (String name : operation.pathNames()) {
      call = call.path(name, pathValue(operation, name));
    }
    for (var parameter : QUERIES.getOrDefault(operation.id(), Map.of()).entrySet()) {
      call = call.query(parameter.getKey(), parameter.getValue());
    }
    for (var member : BODIES.getOrDefault(operation.id(), Map.of()).entrySet()) {
      call = call.member(member.getKey(), member.getValue());
    }
    if (operation.id().equals("libraryFiles.upload")) {
      FileContent content = FileContent.of(new byte[1_000]);
      call = call.multipart(Multipart.file("file", "new.ps1", content));
    }
    if (operation.id().equals("machines.changeTagOfMany")) {
      call = call.member("MachineIds", List.of(machineId()));
    }
    if (operation.id().equals("alerts.batchUpdate")) {
      call = call.member("alertIds", List.of(alertId()));
    }
    if (operation.id().equals("alerts.createByReference")) {
      for (var member : newAlert().entrySet()) {
        call = call.member(member.getKey(), member.getValue());
      }
    }
    if (operation.id().equals("indicators.batchDelete")) {
      call = call.member("IndicatorIds", List.of(indicatorId()));
    }
    if (operation.id().equals("graph.alerts.move")) {
      call = call.member("alertIds", List.of(alert().id()));
    }
    if (operation.id().equals("graph.incidents.merge")) {
      call = call.member("incidentIds", List.of(incidentId(), incidentId()));
    }
    if (operation.id().equals("scanDefinitions.add")) {
      call = call.member("scannerAgent", Map.of("machineId", scanner()));
    }
    if (Set.of("scanDefinitions.batchDelete", "scanDefinitions.historyByDefinition")
        .contains(operation.id())) {
      call = call.member("ScanDefinitionIds", List.of(definitionId()));
    }
    return call;
  }

  private Object pathValue(Operation<?> operation, String name) {
    String area = operation.id().substring(0, operation.id().indexOf('.'));
    if (operation.id().equals("machines.startInvestigation")) {
      return windowsId();
    }
    return switch (area + "/" + name) {
      case "alerts/id" -> alertId();
      case "domains/domain" -> "www.contoso.example";
      case "files/hash" -> knownFile();
      case "indicators/id" -> indicatorId();
      case "files/sha1" -> "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
      case "ips/ip" -> "198.51.100.7";
      case "machines/id" -> machineId();
      case "machines/ip" -> "10.0.0.1";
      case "machines/timestamp" -> tenant.time().now();
      case "users/userName" -> "user1";
      case "machineActions/id" -> actionId(operation);
      case "machineActions/index" -> 0;
      case "libraryFiles/fileName" -> libraryFile();
      case "graph/alertId" -> alert().id();
      case "graph/incidentId" -> incidentId();
      case "investigations/id" ->
          new InvestigationsClient(helper).start(windowsId(), "before the fault").id();
      case "scanAgents/id" -> scanner();
      case "scanDefinitions/id" -> definitionId();
      default ->
          throw new AssertionError(
              "no value is known for {" + name + "} of " + operation + ": add one to ValidCalls");
    };
  }

  private String machineId() {
    return tenant.machines().ids().get(0);
  }

  private String alertId() {
    return tenant.alerts().raise(NewTenantAlert.on(machineId()).user("CONTOSO\\user1")).id();
  }

  private Map<String, Object> newAlert() {
    Instant when = tenant.time().now();
    Map<String, Object> event =
        Map.of("Timestamp", when, "DeviceId", machineId(), "ReportId", 20_776L);
    tenant.hunting().event("DeviceEvents", event);
    return Map.of(
        "machineId", machineId(),
        "eventTime", when,
        "reportId", "20776",
        "severity", "Low",
        "title", "Beacon",
        "description", "12 connections in an hour",
        "recommendedAction", "Isolate the machine",
        "category", "CommandAndControl");
  }

  private String knownFile() {
    String sha1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    AlertView unused =
        tenant.alerts().raise(NewTenantAlert.on(machineId()).file(sha1, "invoice.exe"));
    return sha1;
  }

  private String indicatorId() {
    NewTenantIndicator old = NewTenantIndicator.of("DomainName", "old.example", "Block");
    return tenant.indicators().put(old).id();
  }

  private String windowsId() {
    NewMachine windows = NewMachine.named("win.contoso.com").with("osPlatform", "Windows11");
    return tenant.machines().add(windows).id();
  }

  private AlertView alert() {
    return tenant.alerts().raise(NewTenantAlert.on(windowsId()));
  }

  private String incidentId() {
    return String.valueOf(alert().incidentId());
  }

  private String scanner() {
    String unused = tenant.machines().addScanAgent(machineId());
    return machineId();
  }

  private String definitionId() {
    String scanner = scanner();
    ScanDefinition definition =
        new ScanDefinitionsClient(helper)
            .add(
                d ->
                    d.scanName("before the fault")
                        .scannerAgent(scanner)
                        .targets(ScanTargets.addresses(List.of("10.0.0.7")))
                        .intervalInHours(4)
                        .authentication(SnmpAuthentication.user("scanner")));
    return String.valueOf(definition.id());
  }

  private String libraryFile() {
    tenant.liveResponse().libraryFile("old.ps1", new byte[1]);
    return "old.ps1";
  }

  private String actionId(Operation<?> operation) {
    return switch (operation.id()) {
      case "machineActions.getPackageUri" ->
          ended(
              new MachineActionsClient(helper)
                  .collectInvestigationPackage(machineId(), "before the fault")
                  .id());
      case "machineActions.getLiveResponseResultLink" -> ended(session());
      default ->
          new MachineActionsClient(helper)
              .isolate(machineId(), Isolation.full("before the fault"))
              .id();
    };
  }

  private String session() {
    tenant.liveResponse().deviceFile("/var/log/syslog", new byte[1]);
    return new LiveResponseClient(helper)
        .run(machineId(), LiveResponseRequest.because("before").getFile("/var/log/syslog"))
        .id();
  }

  private String ended(String actionId) {
    new MachineActionsClient(helper).handle(actionId).await(Duration.ofHours(2));
    return actionId;
  }
}
