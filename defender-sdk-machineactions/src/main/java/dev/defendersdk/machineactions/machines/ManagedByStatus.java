package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How the management of a machine stands. Source: service metadata. */
public final class ManagedByStatus extends OpenEnum<ManagedByStatus.Known> {

  private static final Values<Known, ManagedByStatus> VALUES =
      new Values<>(ManagedByStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final ManagedByStatus UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Success}. */
  public static final ManagedByStatus SUCCESS = VALUES.known("Success", Known.SUCCESS);

  /** The value {@code Error}. */
  public static final ManagedByStatus ERROR = VALUES.known("Error", Known.ERROR);

  private ManagedByStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ManagedByStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ManagedByStatus#UNKNOWN}. */
    UNKNOWN,
    /** {@link ManagedByStatus#SUCCESS}. */
    SUCCESS,
    /** {@link ManagedByStatus#ERROR}. */
    ERROR,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
