package dev.defendersdk.machineactions.facts;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.actions.ScanType;
import dev.defendersdk.machineactions.machines.DeviceValue;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testsupport.facts.Samples.Given;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import java.util.Map;
import java.util.function.BiConsumer;

/** The requests on machines that the SDK sends, given a sample's values. */
final class SampleRequests {

  private static final String ACTION = "{\"id\":\"a7c1\"}";

  /** The requests, by a name. */
  static final Map<String, Sends> BY_NAME =
      Map.ofEntries(
          action(
              "isolate",
              MachineActionOperations.ISOLATE,
              (c, g) -> c.isolate(g.id(), isolation(g.text("IsolationType"), g.text("Comment")))),
          action(
              "release",
              MachineActionOperations.UNISOLATE,
              (c, g) -> c.release(g.id(), g.text("Comment"))),
          action(
              "restrict",
              MachineActionOperations.RESTRICT_CODE_EXECUTION,
              (c, g) -> c.restrictCodeExecution(g.id(), g.text("Comment"))),
          action(
              "unrestrict",
              MachineActionOperations.UNRESTRICT_CODE_EXECUTION,
              (c, g) -> c.unrestrictCodeExecution(g.id(), g.text("Comment"))),
          action(
              "scan",
              MachineActionOperations.RUN_ANTI_VIRUS_SCAN,
              (c, g) ->
                  c.runAntiVirusScan(
                      g.id(),
                      AntiVirusScan.of(ScanType.of(g.text("ScanType")), g.text("Comment")))),
          action(
              "quarantine",
              MachineActionOperations.STOP_AND_QUARANTINE_FILE,
              (c, g) ->
                  c.stopAndQuarantineFile(
                      g.id(), FileQuarantine.ofSha1(g.text("Sha1"), g.text("Comment")))),
          action(
              "package",
              MachineActionOperations.COLLECT_INVESTIGATION_PACKAGE,
              (c, g) -> c.collectInvestigationPackage(g.id(), g.text("Comment"))),
          action(
              "offboard",
              MachineActionOperations.OFFBOARD,
              (c, g) -> c.offboard(g.id(), g.text("Comment"))),
          action(
              "cancel",
              MachineActionOperations.CANCEL,
              (c, g) -> c.cancel(g.id(), g.text("Comment"))),
          machine(
              "device value",
              MachineOperations.SET_DEVICE_VALUE,
              (c, g) -> c.setDeviceValue(g.id(), DeviceValue.of(g.text("DeviceValue")))),
          machine(
              "update",
              MachineOperations.UPDATE,
              (c, g) ->
                  c.update(
                      g.id(),
                      u ->
                          u.machineTags(g.texts("machineTags"))
                              .deviceValue(DeviceValue.of(g.text("deviceValue"))))),
          machine(
              "tag",
              MachineOperations.CHANGE_TAG,
              (c, g) -> {
                if (g.text("Action").equals("Add")) {
                  c.addTag(g.id(), g.text("Value"));
                } else {
                  c.removeTag(g.id(), g.text("Value"));
                }
              }),
          Map.entry(
              "tag of many",
              new Sends(
                  MachineOperations.CHANGE_TAG_OF_MANY,
                  200,
                  "{\"value\":[]}",
                  (client, g) -> {
                    MachinesClient machines = new MachinesClient(client);
                    if (g.text("Action").equals("Add")) {
                      machines.addTag(g.texts("MachineIds"), g.text("Value"));
                    } else {
                      machines.removeTag(g.texts("MachineIds"), g.text("Value"));
                    }
                  })));

  private SampleRequests() {}

  private static Map.Entry<String, Sends> action(
      String name, Operation<?> operation, BiConsumer<MachineActionsClient, Given> call) {
    int status = operation == MachineActionOperations.CANCEL ? 200 : 201;
    return Map.entry(
        name,
        new Sends(
            operation,
            status,
            ACTION,
            (client, given) -> call.accept(new MachineActionsClient(client), given)));
  }

  private static Map.Entry<String, Sends> machine(
      String name, Operation<?> operation, BiConsumer<MachinesClient, Given> call) {
    return Map.entry(
        name,
        new Sends(
            operation,
            200,
            "{\"id\":\"0f\"}",
            (client, given) -> call.accept(new MachinesClient(client), given)));
  }

  private static Isolation isolation(String type, String comment) {
    return switch (type) {
      case "Full" -> Isolation.full(comment);
      case "Selective" -> Isolation.selective(comment);
      default -> Isolation.unmanagedDevice(comment);
    };
  }
}
