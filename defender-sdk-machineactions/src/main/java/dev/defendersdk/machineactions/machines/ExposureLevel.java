package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How exposed a machine is by its vulnerabilities. Page: machine.md. */
public final class ExposureLevel extends OpenEnum<ExposureLevel.Known> {

  private static final Values<Known, ExposureLevel> VALUES =
      new Values<>(ExposureLevel::new, Known.UNRECOGNIZED);

  /** The value {@code None}. */
  public static final ExposureLevel NONE = VALUES.known("None", Known.NONE);

  /** The value {@code Low}. */
  public static final ExposureLevel LOW = VALUES.known("Low", Known.LOW);

  /** The value {@code Medium}. */
  public static final ExposureLevel MEDIUM = VALUES.known("Medium", Known.MEDIUM);

  /** The value {@code High}. */
  public static final ExposureLevel HIGH = VALUES.known("High", Known.HIGH);

  private ExposureLevel(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ExposureLevel of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ExposureLevel#NONE}. */
    NONE,
    /** {@link ExposureLevel#LOW}. */
    LOW,
    /** {@link ExposureLevel#MEDIUM}. */
    MEDIUM,
    /** {@link ExposureLevel#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
