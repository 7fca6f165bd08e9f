package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** Where a live response command stands. Source: service metadata. */
public final class CommandStatus extends OpenEnum<CommandStatus.Known> {

  private static final Values<Known, CommandStatus> VALUES =
      new Values<>(CommandStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Executing}. */
  public static final CommandStatus EXECUTING = VALUES.known("Executing", Known.EXECUTING);

  /** The value {@code Completed}. */
  public static final CommandStatus COMPLETED = VALUES.known("Completed", Known.COMPLETED);

  /** The value {@code Failed}. */
  public static final CommandStatus FAILED = VALUES.known("Failed", Known.FAILED);

  /** The value {@code PendingResource}. */
  public static final CommandStatus PENDING_RESOURCE =
      VALUES.known("PendingResource", Known.PENDING_RESOURCE);

  /** The value {@code Submitted}. */
  public static final CommandStatus SUBMITTED = VALUES.known("Submitted", Known.SUBMITTED);

  /** The value {@code Created}. */
  public static final CommandStatus CREATED = VALUES.known("Created", Known.CREATED);

  private CommandStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static CommandStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link CommandStatus#EXECUTING}. */
    EXECUTING,
    /** {@link CommandStatus#COMPLETED}. */
    COMPLETED,
    /** {@link CommandStatus#FAILED}. */
    FAILED,
    /** {@link CommandStatus#PENDING_RESOURCE}. */
    PENDING_RESOURCE,
    /** {@link CommandStatus#SUBMITTED}. */
    SUBMITTED,
    /** {@link CommandStatus#CREATED}. */
    CREATED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
