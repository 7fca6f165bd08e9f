package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
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
    return List.of(ISOLATE, UNISOLATE, LIST, GET, CANCEL);
  }
}
