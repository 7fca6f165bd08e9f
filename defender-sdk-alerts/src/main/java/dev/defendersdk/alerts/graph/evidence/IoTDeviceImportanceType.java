package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How important a device is to its plant. Page: security-iotdeviceevidence.md. */
public final class IoTDeviceImportanceType extends OpenEnum<IoTDeviceImportanceType.Known> {

  private static final Values<Known, IoTDeviceImportanceType> VALUES =
      new Values<>(IoTDeviceImportanceType::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final IoTDeviceImportanceType UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code low}. */
  public static final IoTDeviceImportanceType LOW = VALUES.known("low", Known.LOW);

  /** The value {@code normal}. */
  public static final IoTDeviceImportanceType NORMAL = VALUES.known("normal", Known.NORMAL);

  /** The value {@code high}. */
  public static final IoTDeviceImportanceType HIGH = VALUES.known("high", Known.HIGH);

  private IoTDeviceImportanceType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static IoTDeviceImportanceType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link IoTDeviceImportanceType#UNKNOWN}. */
    UNKNOWN,
    /** {@link IoTDeviceImportanceType#LOW}. */
    LOW,
    /** {@link IoTDeviceImportanceType#NORMAL}. */
    NORMAL,
    /** {@link IoTDeviceImportanceType#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
