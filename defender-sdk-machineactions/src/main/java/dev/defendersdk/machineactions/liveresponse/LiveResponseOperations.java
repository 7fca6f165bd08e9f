package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.List;

/** The operations of live response sessions: all that the SDK knows of them, as data. */
public final class LiveResponseOperations {

  /** Runs commands on a machine. */
  public static final Operation<MachineAction> RUN =
      Operation.post("machines.runLiveResponse", "/api/machines/{id}/runliveresponse")
          .permissions(Permissions.anyOf("Machine.LiveResponse"))
          .limits(10, 600) // no bound of an hour is stated
          .lifecycle(Lifecycle.PREVIEW)
          .page("run-live-response.md")
          .returns(MachineAction.class);

  /** Gets a link to the result of a command. */
  public static final Operation<SignedLink> RESULT_LINK =
      Operation.get(
              "machineActions.getLiveResponseResultLink",
              "/api/machineactions/{id}/GetLiveResponseResultDownloadLink(index={index})")
          // An older revision of the page lists Machine.Read.All too.
          .permissions(
              Permissions.anyOf("Machine.ReadWrite.All").orDelegated("Machine.LiveResponse"))
          .lifecycle(Lifecycle.PREVIEW)
          .page("get-live-response-result.md")
          .returnsLink();

  private LiveResponseOperations() {}

  /** All of them. */
  public static List<Operation<?>> all() {
    return List.of(RUN, RESULT_LINK);
  }
}
