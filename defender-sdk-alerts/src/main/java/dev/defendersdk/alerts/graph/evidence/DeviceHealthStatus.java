package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How well a device's sensor reports. Page: security-deviceevidence.md. */
public final class DeviceHealthStatus extends OpenEnum<DeviceHealthStatus.Known> {

  private static final Values<Known, DeviceHealthStatus> VALUES =
      new Values<>(DeviceHealthStatus::new, Known.UNRECOGNIZED);

  /** The value {@code active}. */
  public static final DeviceHealthStatus ACTIVE = VALUES.known("active", Known.ACTIVE);

  /** The value {@code inactive}. */
  public static final DeviceHealthStatus INACTIVE = VALUES.known("inactive", Known.INACTIVE);

  /** The value {@code impairedCommunication}. */
  public static final DeviceHealthStatus IMPAIRED_COMMUNICATION =
      VALUES.known("impairedCommunication", Known.IMPAIRED_COMMUNICATION);

  /** The value {@code noSensorData}. */
  public static final DeviceHealthStatus NO_SENSOR_DATA =
      VALUES.known("noSensorData", Known.NO_SENSOR_DATA);

  /** The value {@code noSensorDataImpairedCommunication}. */
  public static final DeviceHealthStatus NO_SENSOR_DATA_IMPAIRED_COMMUNICATION =
      VALUES.known(
          "noSensorDataImpairedCommunication", Known.NO_SENSOR_DATA_IMPAIRED_COMMUNICATION);

  /** The value {@code unknown}. */
  public static final DeviceHealthStatus UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  private DeviceHealthStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DeviceHealthStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DeviceHealthStatus#ACTIVE}. */
    ACTIVE,
    /** {@link DeviceHealthStatus#INACTIVE}. */
    INACTIVE,
    /** {@link DeviceHealthStatus#IMPAIRED_COMMUNICATION}. */
    IMPAIRED_COMMUNICATION,
    /** {@link DeviceHealthStatus#NO_SENSOR_DATA}. */
    NO_SENSOR_DATA,
    /** {@link DeviceHealthStatus#NO_SENSOR_DATA_IMPAIRED_COMMUNICATION}. */
    NO_SENSOR_DATA_IMPAIRED_COMMUNICATION,
    /** {@link DeviceHealthStatus#UNKNOWN}. */
    UNKNOWN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
