package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How a network interface stands. Source: service metadata. */
public final class OperationalStatus extends OpenEnum<OperationalStatus.Known> {

  private static final Values<Known, OperationalStatus> VALUES =
      new Values<>(OperationalStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Up}. */
  public static final OperationalStatus UP = VALUES.known("Up", Known.UP);

  /** The value {@code Down}. */
  public static final OperationalStatus DOWN = VALUES.known("Down", Known.DOWN);

  /** The value {@code Testing}. */
  public static final OperationalStatus TESTING = VALUES.known("Testing", Known.TESTING);

  /** The value {@code Unknown}. */
  public static final OperationalStatus UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Dormant}. */
  public static final OperationalStatus DORMANT = VALUES.known("Dormant", Known.DORMANT);

  /** The value {@code Present}. */
  public static final OperationalStatus PRESENT = VALUES.known("Present", Known.PRESENT);

  /** The value {@code LowerLayerDown}. */
  public static final OperationalStatus LOWER_LAYER_DOWN =
      VALUES.known("LowerLayerDown", Known.LOWER_LAYER_DOWN);

  private OperationalStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static OperationalStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link OperationalStatus#UP}. */
    UP,
    /** {@link OperationalStatus#DOWN}. */
    DOWN,
    /** {@link OperationalStatus#TESTING}. */
    TESTING,
    /** {@link OperationalStatus#UNKNOWN}. */
    UNKNOWN,
    /** {@link OperationalStatus#DORMANT}. */
    DORMANT,
    /** {@link OperationalStatus#PRESENT}. */
    PRESENT,
    /** {@link OperationalStatus#LOWER_LAYER_DOWN}. */
    LOWER_LAYER_DOWN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
