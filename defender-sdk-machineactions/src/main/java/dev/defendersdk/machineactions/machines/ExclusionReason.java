package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** Why a machine is excluded from vulnerability management. Source: service metadata. */
public final class ExclusionReason extends OpenEnum<ExclusionReason.Known> {

  private static final Values<Known, ExclusionReason> VALUES =
      new Values<>(ExclusionReason::new, Known.UNRECOGNIZED);

  /** The value {@code Other}. */
  public static final ExclusionReason OTHER = VALUES.known("Other", Known.OTHER);

  /** The value {@code InactiveDevice}. */
  public static final ExclusionReason INACTIVE_DEVICE =
      VALUES.known("InactiveDevice", Known.INACTIVE_DEVICE);

  /** The value {@code DuplicateDevice}. */
  public static final ExclusionReason DUPLICATE_DEVICE =
      VALUES.known("DuplicateDevice", Known.DUPLICATE_DEVICE);

  /** The value {@code DeviceDoesNotExist}. */
  public static final ExclusionReason DEVICE_DOES_NOT_EXIST =
      VALUES.known("DeviceDoesNotExist", Known.DEVICE_DOES_NOT_EXIST);

  /** The value {@code DeviceOutOfScope}. */
  public static final ExclusionReason DEVICE_OUT_OF_SCOPE =
      VALUES.known("DeviceOutOfScope", Known.DEVICE_OUT_OF_SCOPE);

  private ExclusionReason(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ExclusionReason of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ExclusionReason#OTHER}. */
    OTHER,
    /** {@link ExclusionReason#INACTIVE_DEVICE}. */
    INACTIVE_DEVICE,
    /** {@link ExclusionReason#DUPLICATE_DEVICE}. */
    DUPLICATE_DEVICE,
    /** {@link ExclusionReason#DEVICE_DOES_NOT_EXIST}. */
    DEVICE_DOES_NOT_EXIST,
    /** {@link ExclusionReason#DEVICE_OUT_OF_SCOPE}. */
    DEVICE_OUT_OF_SCOPE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
