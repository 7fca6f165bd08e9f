package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** Where a machine action stands. Page: machineaction.md. */
public final class ActionStatus extends OpenEnum<ActionStatus.Known> {

  private static final Values<Known, ActionStatus> VALUES =
      new Values<>(ActionStatus::new, Known.UNRECOGNIZED);

  /** Not begun: also while the machine is offline. */
  public static final ActionStatus PENDING = VALUES.known("Pending", Known.PENDING);

  /** Cancelled before its end. */
  public static final ActionStatus CANCELLED = VALUES.known("Cancelled", Known.CANCELLED);

  /** The machine did not answer in time. */
  public static final ActionStatus TIME_OUT = VALUES.known("TimeOut", Known.TIME_OUT);

  /** Ended badly. */
  public static final ActionStatus FAILED = VALUES.known("Failed", Known.FAILED);

  /** Begun. */
  public static final ActionStatus IN_PROGRESS = VALUES.known("InProgress", Known.IN_PROGRESS);

  /** Ended well. */
  public static final ActionStatus SUCCEEDED = VALUES.known("Succeeded", Known.SUCCEEDED);

  private ActionStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ActionStatus of(String value) {
    return VALUES.of(value);
  }

  /**
   * True if the action will not change any more. The pages name no final states; these follow from
   * machineaction.md and cancel-machine-action.md. A status that this version does not know counts
   * as not final.
   */
  public boolean isFinal() {
    return switch (known()) {
      case SUCCEEDED, FAILED, TIME_OUT, CANCELLED -> true;
      case PENDING, IN_PROGRESS, UNRECOGNIZED -> false;
    };
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ActionStatus#PENDING}. */
    PENDING,
    /** {@link ActionStatus#CANCELLED}. */
    CANCELLED,
    /** {@link ActionStatus#TIME_OUT}. */
    TIME_OUT,
    /** {@link ActionStatus#FAILED}. */
    FAILED,
    /** {@link ActionStatus#IN_PROGRESS}. */
    IN_PROGRESS,
    /** {@link ActionStatus#SUCCEEDED}. */
    SUCCEEDED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
