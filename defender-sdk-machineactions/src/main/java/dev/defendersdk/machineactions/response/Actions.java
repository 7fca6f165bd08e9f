package dev.defendersdk.machineactions.response;

import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What lists of actions tell a wish. */
final class Actions {

  private Actions() {}

  static boolean isOver(MachineAction action) {
    ActionStatus status = action.status();
    return status != null && status.isFinal();
  }

  static boolean is(MachineAction action, ActionStatus status) {
    return Objects.equals(action.status(), status);
  }

  static boolean isSame(MachineAction a, MachineAction b) {
    return Objects.equals(a.id(), b.id());
  }

  /**
   * The newest one that has not ended; null if all have.
   *
   * @param actions newest first
   */
  static @Nullable MachineAction newestOpen(List<MachineAction> actions) {
    return actions.stream().filter(action -> !isOver(action)).findFirst().orElse(null);
  }

  /** The one that carries a marker; null if none does. */
  static @Nullable MachineAction marked(List<MachineAction> actions, String marker) {
    return actions.stream().filter(action -> isMarked(action, marker)).findFirst().orElse(null);
  }

  static boolean isMarked(MachineAction action, String marker) {
    String comment = action.requestorComment();
    return (comment != null && comment.contains(marker)) || marker.equals(action.externalId());
  }
}
