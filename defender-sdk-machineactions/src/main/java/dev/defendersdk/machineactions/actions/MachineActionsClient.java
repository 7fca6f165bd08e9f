package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.machineactions.internal.Ids;
import java.util.function.UnaryOperator;

/**
 * Response actions on the machines of a tenant. A cheap view of a client: make one where it is
 * needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * MachineActionsClient actions = new MachineActionsClient(defender);
 * MachineAction done =
 *     actions.isolate(machineId, Isolation.full("C2 beacon, case 4711")).await(Duration.ofMinutes(30));
 * }</pre>
 *
 * <p>Starting an action is no more repeatable than a phone call: if its answer is lost, {@link
 * dev.defendersdk.core.error.OutcomeUnknownException} says so, and the list of the machine's
 * actions tells what became of it. If one is under way already, {@link
 * dev.defendersdk.core.error.ConflictException} says so.
 *
 * <p>Permissions: {@code Machine.Isolate} for isolation; reading needs {@code Machine.Read.All} or
 * {@code Machine.ReadWrite.All}. Quota: 100 calls a minute and 1,500 an hour for each operation.
 * All methods throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and
 * {@link IllegalArgumentException} for wrong arguments, before any call.
 */
public final class MachineActionsClient {

  private final DefenderClient defender;

  /** A view of the machine actions of this client's tenant. */
  public MachineActionsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * Isolates a machine from the network. Page: isolate-machine.md. Needs {@code Machine.Isolate}.
   *
   * @return the action, under way
   */
  public ActionHandle isolate(String machineId, Isolation isolation) {
    return isolate(machineId, isolation, CallOptions.defaults());
  }

  /** Isolates a machine from the network, with options. Page: isolate-machine.md. */
  public ActionHandle isolate(String machineId, Isolation isolation, CallOptions options) {
    Check.notNull(isolation, "isolation");
    return started(
        Call.of(MachineActionOperations.ISOLATE)
            .path("id", Ids.machine(machineId))
            .member("Comment", isolation.comment())
            // No page names a default, so it is always sent.
            .member("IsolationType", isolation.type())
            .member("ExternalId", isolation.externalId()),
        options);
  }

  /**
   * Releases a machine from isolation. Page: unisolate-machine.md. Needs {@code Machine.Isolate}.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle release(String machineId, String comment) {
    return release(machineId, comment, CallOptions.defaults());
  }

  /** Releases a machine from isolation, with options. Page: unisolate-machine.md. */
  public ActionHandle release(String machineId, String comment, CallOptions options) {
    return started(
        Call.of(MachineActionOperations.UNISOLATE)
            .path("id", Ids.machine(machineId))
            .member("Comment", Ids.comment(comment)),
        options);
  }

  /** All machine actions, newest first. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list() {
    return list(ActionQuery.all());
  }

  /** The machine actions of a query, built in place. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list(UnaryOperator<ActionQuery> query) {
    return list(Check.notNull(query, "query").apply(ActionQuery.all()));
  }

  /** The machine actions of a query. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list(ActionQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The machine actions of a query, with options. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list(ActionQuery query, CallOptions options) {
    return defender.list(
        Call.of(MachineActionOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * One machine action. Page: get-machineaction-object.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public MachineAction get(String actionId) {
    return get(actionId, CallOptions.defaults());
  }

  /**
   * One machine action, with options. Page: get-machineaction-object.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public MachineAction get(String actionId, CallOptions options) {
    return defender.execute(
        Call.of(MachineActionOperations.GET).path("id", Ids.action(actionId)), options);
  }

  /**
   * Cancels a machine action that has not ended. Page: cancel-machine-action.md (preview). Needs
   * the permission of the action's own type.
   *
   * @param comment why; the service keeps it
   */
  public MachineAction cancel(String actionId, String comment) {
    return cancel(actionId, comment, CallOptions.defaults());
  }

  /** Cancels a machine action, with options. Page: cancel-machine-action.md (preview). */
  public MachineAction cancel(String actionId, String comment, CallOptions options) {
    return defender.execute(
        Call.of(MachineActionOperations.CANCEL)
            .path("id", Ids.action(actionId))
            .member("Comment", Ids.comment(comment)),
        options);
  }

  /** Takes up an action that was started elsewhere. Nothing is asked. */
  public ActionHandle handle(String actionId) {
    return new ActionHandle(defender, this, actionId);
  }

  private ActionHandle started(Call<MachineAction> call, CallOptions options) {
    MachineAction action = defender.execute(call, options);
    String id = action.id();
    if (id == null || id.isBlank()) {
      throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
          .operation(call.operation().id())
          .detail("the answer holds no action id")
          .advice("It acted: find the action in the list of the machine's actions.")
          .toException();
    }
    return handle(id);
  }

  @Override
  public String toString() {
    return "MachineActionsClient[" + defender + "]";
  }
}
