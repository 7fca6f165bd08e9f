package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The value that the tenant gives a machine. Page: machine.md. */
public final class DeviceValue extends OpenEnum<DeviceValue.Known> {

  private static final Values<Known, DeviceValue> VALUES =
      new Values<>(DeviceValue::new, Known.UNRECOGNIZED);

  /** The value {@code Normal}. */
  public static final DeviceValue NORMAL = VALUES.known("Normal", Known.NORMAL);

  /** The value {@code Low}. */
  public static final DeviceValue LOW = VALUES.known("Low", Known.LOW);

  /** The value {@code High}. */
  public static final DeviceValue HIGH = VALUES.known("High", Known.HIGH);

  private DeviceValue(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DeviceValue of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DeviceValue#NORMAL}. */
    NORMAL,
    /** {@link DeviceValue#LOW}. */
    LOW,
    /** {@link DeviceValue#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
