package dev.defendersdk.machineactions.internal;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import org.jspecify.annotations.Nullable;

/** Actions that were just started. */
public final class Started {

  private Started() {}

  /**
   * The id of an action that an answer holds, for it is of no use without.
   *
   * @throws dev.defendersdk.core.error.UnreadableAnswerException if it has none
   */
  public static String id(Operation<?> operation, @Nullable String id) {
    if (id == null || id.isBlank()) {
      throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
          .operation(operation.id())
          .detail("the answer holds no action id")
          .advice("It acted: find the action in the list of the machine's actions.")
          .toException();
    }
    return id;
  }
}
