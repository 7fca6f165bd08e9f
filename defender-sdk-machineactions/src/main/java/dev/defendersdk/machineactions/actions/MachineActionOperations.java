package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.transfer.SignedLink;
import java.util.List;

/** The operations that return machine actions: all that the SDK knows of them, as data. */
public final class MachineActionOperations {

  private static final Permissions READ =
      Permissions.anyOf("Machine.Read.All", "Machine.ReadWrite.All")
          .orDelegated("Machine.Read", "Machine.ReadWrite");

  /** Isolates a machine. */
  public static final Operation<MachineAction> ISOLATE =
      Operation.post("machines.isolate", "/api/machines/{id}/isolate")
          .permissions(Permissions.anyOf("Machine.Isolate"))
          .page("isolate-machine.md")
          .returns(MachineAction.class);

  /** Releases a machine from isolation. */
  public static final Operation<MachineAction> UNISOLATE =
      Operation.post("machines.unisolate", "/api/machines/{id}/unisolate")
          .permissions(Permissions.anyOf("Machine.Isolate"))
          .page("unisolate-machine.md")
          .returns(MachineAction.class);

  /** Lets a machine run only what Microsoft signed. */
  public static final Operation<MachineAction> RESTRICT_CODE_EXECUTION =
      Operation.post("machines.restrictCodeExecution", "/api/machines/{id}/restrictCodeExecution")
          .permissions(Permissions.anyOf("Machine.RestrictExecution"))
          .page("restrict-code-execution.md")
          .returns(MachineAction.class);

  /** Lets a machine run everything again. */
  public static final Operation<MachineAction> UNRESTRICT_CODE_EXECUTION =
      Operation.post(
              "machines.unrestrictCodeExecution", "/api/machines/{id}/unrestrictCodeExecution")
          .permissions(Permissions.anyOf("Machine.RestrictExecution"))
          .page("unrestrict-code-execution.md")
          .returns(MachineAction.class);

  /** Scans a machine with Microsoft Defender Antivirus. */
  public static final Operation<MachineAction> RUN_ANTI_VIRUS_SCAN =
      Operation.post("machines.runAntiVirusScan", "/api/machines/{id}/runAntiVirusScan")
          .permissions(Permissions.anyOf("Machine.Scan"))
          .page("run-av-scan.md")
          .returns(MachineAction.class);

  /** Stops a file on a machine and quarantines it. */
  public static final Operation<MachineAction> STOP_AND_QUARANTINE_FILE =
      Operation.post("machines.stopAndQuarantineFile", "/api/machines/{id}/StopAndQuarantineFile")
          // The page also lists read permissions, which can hardly be meant (machine-actions.md).
          .permissions(Permissions.anyOf("Machine.StopAndQuarantine"))
          .page("stop-and-quarantine-file.md")
          .returns(MachineAction.class);

  /** Collects an investigation package of a machine. */
  public static final Operation<MachineAction> COLLECT_INVESTIGATION_PACKAGE =
      Operation.post(
              "machines.collectInvestigationPackage",
              "/api/machines/{id}/collectInvestigationPackage")
          .permissions(Permissions.anyOf("Machine.CollectForensics"))
          .page("collect-investigation-package.md")
          .returns(MachineAction.class);

  /** Offboards a machine. The page prints "200 - Created": any success is one. */
  public static final Operation<MachineAction> OFFBOARD =
      Operation.post("machines.offboard", "/api/machines/{id}/offboard")
          .permissions(Permissions.anyOf("Machine.Offboard"))
          .page("offboard-machine-api.md")
          .returns(MachineAction.class);

  /** Lists machine actions. */
  public static final Operation<List<MachineAction>> LIST =
      Operation.get("machineActions.list", "/api/machineactions")
          .permissions(READ)
          .page("get-machineactions-collection.md")
          .pagedBySkip(10_000)
          .returnsListOf(MachineAction.class);

  /** Gets one machine action. */
  public static final Operation<MachineAction> GET =
      Operation.get("machineActions.get", "/api/machineactions/{id}")
          .permissions(READ)
          .page("get-machineaction-object.md")
          .returns(MachineAction.class);

  /** Gets a link to a collected investigation package. */
  public static final Operation<SignedLink> PACKAGE_URI =
      Operation.get("machineActions.getPackageUri", "/api/machineactions/{id}/getPackageUri")
          .permissions(
              Permissions.anyOf("Machine.Read.All", "Machine.ReadWrite.All")
                  .orDelegated("Machine.CollectForensics"))
          .limits(2, 120)
          .page("get-package-sas-uri.md")
          .returnsLink();

  /** Cancels a machine action that has not ended. */
  public static final Operation<MachineAction> CANCEL =
      Operation.post("machineActions.cancel", "/api/machineactions/{id}/cancel")
          // Presumably that of the cancelled action's own type: the page does not say.
          .permissions(
              Permissions.anyOf(
                  "Machine.CollectForensics",
                  "Machine.Isolate",
                  "Machine.RestrictExecution",
                  "Machine.Scan",
                  "Machine.Offboard",
                  "Machine.StopAndQuarantine",
                  "Machine.LiveResponse"))
          .lifecycle(Lifecycle.PREVIEW)
          .page("cancel-machine-action.md")
          .returns(MachineAction.class);

  private MachineActionOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(
        ISOLATE,
        UNISOLATE,
        RESTRICT_CODE_EXECUTION,
        UNRESTRICT_CODE_EXECUTION,
        RUN_ANTI_VIRUS_SCAN,
        STOP_AND_QUARANTINE_FILE,
        COLLECT_INVESTIGATION_PACKAGE,
        OFFBOARD,
        LIST,
        GET,
        PACKAGE_URI,
        CANCEL);
  }
}
