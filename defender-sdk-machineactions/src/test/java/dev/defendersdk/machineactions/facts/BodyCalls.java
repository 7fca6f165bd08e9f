package dev.defendersdk.machineactions.facts;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.actions.Reason;
import dev.defendersdk.machineactions.investigations.InvestigationsClient;
import dev.defendersdk.machineactions.liveresponse.LibraryFilesClient;
import dev.defendersdk.machineactions.liveresponse.LibraryUpload;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.machineactions.machines.DeviceValue;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.scans.ScanDefinitionUpdate;
import dev.defendersdk.machineactions.scans.ScanDefinitionsClient;
import dev.defendersdk.machineactions.scans.ScanTargets;
import dev.defendersdk.machineactions.scans.SnmpAuthentication;
import dev.defendersdk.testsupport.facts.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A call of each operation that has a body, with all that the SDK can put into it. */
final class BodyCalls {

  private static final Reason REASON = Reason.of("why").externalId("case-4711");
  private static final CallOptions OPTIONS = CallOptions.defaults();

  /** The calls, by the operation's id. */
  static final Map<String, Consumer<Wire>> ALL =
      Map.ofEntries(
          machines("changeTag", machines -> machines.addTag("0f", "till")),
          machines("changeTagOfMany", machines -> machines.addTag(List.of("0f"), "till")),
          machines("setDeviceValue", machines -> machines.setDeviceValue("0f", DeviceValue.LOW)),
          machines(
              "update",
              machines ->
                  machines.update(
                      "0f", u -> u.machineTags(List.of("till")).deviceValue(DeviceValue.LOW))),
          actions("isolate", a -> a.isolate("0f", Isolation.full("why").externalId("case-4711"))),
          actions("unisolate", a -> a.release("0f", REASON, OPTIONS)),
          actions("restrictCodeExecution", a -> a.restrictCodeExecution("0f", REASON, OPTIONS)),
          actions("unrestrictCodeExecution", a -> a.unrestrictCodeExecution("0f", REASON, OPTIONS)),
          actions(
              "runAntiVirusScan",
              a -> a.runAntiVirusScan("0f", AntiVirusScan.quick("why").externalId("case-4711"))),
          actions(
              "stopAndQuarantineFile",
              a ->
                  a.stopAndQuarantineFile(
                      "0f", FileQuarantine.ofSha1("0f".repeat(20), "why").externalId("case-4711"))),
          actions(
              "collectInvestigationPackage",
              a -> a.collectInvestigationPackage("0f", REASON, OPTIONS)),
          actions("offboard", a -> a.offboard("0f", REASON, OPTIONS)),
          Map.entry(
              "machineActions.cancel",
              wire -> new MachineActionsClient(wire.client()).cancel("a7c1", "why")),
          Map.entry(
              "machines.runLiveResponse",
              wire ->
                  new LiveResponseClient(wire.client())
                      .run(
                          "0f",
                          LiveResponseRequest.because("why")
                              .externalId("case-4711")
                              .runScript("a.ps1", "-b"))),
          Map.entry(
              "libraryFiles.upload",
              wire ->
                  new LibraryFilesClient(wire.client())
                      .upload(
                          LibraryUpload.of("a.ps1", new byte[1])
                              .description("what")
                              .parameters("which")
                              .replacing())),
          Map.entry(
              "machines.startInvestigation",
              wire -> new InvestigationsClient(wire.client()).start("0f", "why")),
          Map.entry(
              "scanDefinitions.add",
              wire ->
                  scans(wire)
                      .add(
                          d ->
                              d.scanName("switches")
                                  .scannerAgent("0f")
                                  .intervalInHours(4)
                                  .targets(ScanTargets.addresses(List.of("10.0.0.7")))
                                  .authentication(SnmpAuthentication.communityString("s")))),
          Map.entry(
              "scanDefinitions.update",
              wire ->
                  scans(wire)
                      .update(
                          "a7c1",
                          ScanDefinitionUpdate.nothing()
                              .scanName("switches")
                              .active(false)
                              .intervalInHours(4)
                              .targets(ScanTargets.hostnames(List.of("till-07")))
                              .authentication(SnmpAuthentication.user("scanner")))),
          Map.entry("scanDefinitions.batchDelete", wire -> scans(wire).delete(List.of("a7c1"))),
          Map.entry(
              "scanDefinitions.historyByDefinition",
              wire -> scans(wire).historyByDefinition(List.of("a7c1")).toList()),
          Map.entry(
              "scanDefinitions.historyBySession",
              wire -> scans(wire).historyBySession(List.of("01de")).toList()));

  private BodyCalls() {}

  private static Map.Entry<String, Consumer<Wire>> machines(
      String verb, Consumer<MachinesClient> call) {
    return Map.entry("machines." + verb, wire -> call.accept(new MachinesClient(wire.client())));
  }

  private static Map.Entry<String, Consumer<Wire>> actions(
      String verb, Consumer<MachineActionsClient> call) {
    return Map.entry(
        "machines." + verb, wire -> call.accept(new MachineActionsClient(wire.client())));
  }

  private static ScanDefinitionsClient scans(Wire wire) {
    return new ScanDefinitionsClient(wire.client());
  }
}
