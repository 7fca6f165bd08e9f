package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish, what was done for it, and what the service confirmed. Immutable.
 *
 * <p>Fulfilled means that the newest action of its kind succeeded. Whether the machine is still so
 * the service does not tell: isolation can be lifted on the machine itself
 * (respond-machine-alerts.md).
 */
public final class WishResult {

  private final String machineId;
  private final MachineWish wish;
  private final WishOutcome outcome;
  private final @Nullable MachineAction action;
  private final @Nullable String actionId;
  private final @Nullable Throwable error;
  private final List<String> steps;

  private WishResult(
      String machineId,
      MachineWish wish,
      WishOutcome outcome,
      @Nullable MachineAction action,
      @Nullable String actionId,
      @Nullable Throwable error,
      List<String> steps) {
    this.machineId = machineId;
    this.wish = wish;
    this.outcome = outcome;
    this.action = action;
    this.actionId = actionId;
    this.error = error;
    this.steps = List.copyOf(steps);
  }

  static WishResult of(
      String machineId,
      MachineWish wish,
      WishOutcome outcome,
      @Nullable MachineAction action,
      @Nullable Throwable error,
      List<String> steps) {
    String id = action == null ? null : action.id();
    return new WishResult(machineId, wish, outcome, action, id, error, steps);
  }

  /** What another process has kept of it: the action's id, and the reason in words. */
  static WishResult kept(
      String machineId,
      MachineWish wish,
      WishOutcome outcome,
      @Nullable String actionId,
      String reason) {
    return new WishResult(machineId, wish, outcome, null, actionId, null, List.of(reason));
  }

  /** The machine. */
  public String machineId() {
    return machineId;
  }

  /** What was wished for. */
  public MachineWish wish() {
    return wish;
  }

  /** What became of it. */
  public WishOutcome outcome() {
    return outcome;
  }

  /** True if the machine is as wished for, as far as the service tells. */
  public boolean isFulfilled() {
    return outcome.isFulfilled();
  }

  /**
   * The action as it was last seen: the wish's own, or the one that was adopted; empty where there
   * is none, or another process saw it.
   */
  public Optional<MachineAction> action() {
    return Optional.ofNullable(action);
  }

  /** The id of that action. */
  public Optional<String> actionId() {
    return Optional.ofNullable(actionId);
  }

  /** Why it was not fulfilled, where a call failed. */
  public Optional<DefenderException> error() {
    return error instanceof DefenderException known ? Optional.of(known) : Optional.empty();
  }

  /** What was done, in order, in words for a person: never empty, never a secret. */
  public List<String> steps() {
    return steps;
  }

  /** The outcome and its reason in one line. */
  public String summary() {
    String reason = error == null ? "" : ": " + error.getMessage();
    return outcome + (steps.isEmpty() ? "" : " (" + steps.get(steps.size() - 1) + ")") + reason;
  }

  @Override
  public String toString() {
    return "WishResult[" + machineId + ", " + wish + ", " + outcome + "]";
  }
}
