package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Poller;
import dev.defendersdk.core.argument.Ids;
import java.time.Duration;

/**
 * A machine action under way. It goes on in the service whatever becomes of this handle: keep
 * {@link #id()} to take it up again, in another process too, by {@link
 * MachineActionsClient#handle}. Immutable and thread-safe.
 */
public final class ActionHandle {

  private final DefenderClient defender;
  private final MachineActionsClient actions;
  private final String id;

  ActionHandle(DefenderClient defender, MachineActionsClient actions, String id) {
    this.defender = defender;
    this.actions = actions;
    this.id = Ids.action(id);
  }

  /** The action's id. */
  public String id() {
    return id;
  }

  /**
   * Asks once where the action stands. Needs {@code Machine.Read.All} or {@code
   * Machine.ReadWrite.All}, beside the permission that it was started with.
   */
  public MachineAction poll() {
    return poll(CallOptions.defaults());
  }

  /** Asks once where the action stands, with options. */
  public MachineAction poll(CallOptions options) {
    return actions.get(id, options);
  }

  /**
   * Waits until the action has succeeded, asking every few seconds at first, every half minute
   * later, and every five minutes where it takes hours. Each question counts against the quota of
   * {@code machineActions.get}. Needs {@code Machine.Read.All} or {@code Machine.ReadWrite.All}.
   *
   * @param timeout how long to wait at the most. An action for an offline machine stays pending for
   *     up to three days
   * @return the action as it ended
   * @throws dev.defendersdk.core.error.UnsuccessfulException if it failed, timed out or was
   *     cancelled
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended within the timeout: it
   *     goes on
   */
  public MachineAction await(Duration timeout) {
    return new Poller<>(
            defender,
            "machine action " + id,
            options -> actions.get(id, options),
            ActionHandle::judge,
            ActionHandle::describe)
        .await(timeout);
  }

  /**
   * Cancels the action. Read its status afterwards: whether the answer means "cancelled" or "asked
   * to" the page does not say.
   *
   * @param comment why
   */
  public MachineAction cancel(String comment) {
    return cancel(comment, CallOptions.defaults());
  }

  /** Cancels the action, with options. */
  public MachineAction cancel(String comment, CallOptions options) {
    return actions.cancel(id, comment, options);
  }

  private static Poller.Verdict judge(MachineAction action) {
    ActionStatus status = action.status();
    if (status == null || !status.isFinal()) {
      return Poller.Verdict.UNDER_WAY;
    }
    return status.equals(ActionStatus.SUCCEEDED)
        ? Poller.Verdict.SUCCEEDED
        : Poller.Verdict.UNSUCCESSFUL;
  }

  private static String describe(MachineAction action) {
    return action.type() + " is " + action.status();
  }

  @Override
  public String toString() {
    return "ActionHandle[" + id + "]";
  }
}
