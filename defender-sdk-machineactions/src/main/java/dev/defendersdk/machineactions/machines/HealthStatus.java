package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How well the sensor of a machine reports. Page: machine.md. */
public final class HealthStatus extends OpenEnum<HealthStatus.Known> {

  private static final Values<Known, HealthStatus> VALUES =
      new Values<>(HealthStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Active}. */
  public static final HealthStatus ACTIVE = VALUES.known("Active", Known.ACTIVE);

  /** The value {@code Inactive}. */
  public static final HealthStatus INACTIVE = VALUES.known("Inactive", Known.INACTIVE);

  /** The value {@code ImpairedCommunication}. */
  public static final HealthStatus IMPAIRED_COMMUNICATION =
      VALUES.known("ImpairedCommunication", Known.IMPAIRED_COMMUNICATION);

  /** The value {@code NoSensorData}. */
  public static final HealthStatus NO_SENSOR_DATA =
      VALUES.known("NoSensorData", Known.NO_SENSOR_DATA);

  /** The value {@code NoSensorDataImpairedCommunication}. */
  public static final HealthStatus NO_SENSOR_DATA_IMPAIRED_COMMUNICATION =
      VALUES.known(
          "NoSensorDataImpairedCommunication", Known.NO_SENSOR_DATA_IMPAIRED_COMMUNICATION);

  /** The value {@code Unknown}. */
  public static final HealthStatus UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  private HealthStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static HealthStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link HealthStatus#ACTIVE}. */
    ACTIVE,
    /** {@link HealthStatus#INACTIVE}. */
    INACTIVE,
    /** {@link HealthStatus#IMPAIRED_COMMUNICATION}. */
    IMPAIRED_COMMUNICATION,
    /** {@link HealthStatus#NO_SENSOR_DATA}. */
    NO_SENSOR_DATA,
    /** {@link HealthStatus#NO_SENSOR_DATA_IMPAIRED_COMMUNICATION}. */
    NO_SENSOR_DATA_IMPAIRED_COMMUNICATION,
    /** {@link HealthStatus#UNKNOWN}. */
    UNKNOWN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
