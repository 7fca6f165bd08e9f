package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How much at risk a device is. Page: security-deviceevidence.md. */
public final class DeviceRiskScore extends OpenEnum<DeviceRiskScore.Known> {

  private static final Values<Known, DeviceRiskScore> VALUES =
      new Values<>(DeviceRiskScore::new, Known.UNRECOGNIZED);

  /** The value {@code none}. */
  public static final DeviceRiskScore NONE = VALUES.known("none", Known.NONE);

  /** The value {@code informational}. */
  public static final DeviceRiskScore INFORMATIONAL =
      VALUES.known("informational", Known.INFORMATIONAL);

  /** The value {@code low}. */
  public static final DeviceRiskScore LOW = VALUES.known("low", Known.LOW);

  /** The value {@code medium}. */
  public static final DeviceRiskScore MEDIUM = VALUES.known("medium", Known.MEDIUM);

  /** The value {@code high}. */
  public static final DeviceRiskScore HIGH = VALUES.known("high", Known.HIGH);

  private DeviceRiskScore(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DeviceRiskScore of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DeviceRiskScore#NONE}. */
    NONE,
    /** {@link DeviceRiskScore#INFORMATIONAL}. */
    INFORMATIONAL,
    /** {@link DeviceRiskScore#LOW}. */
    LOW,
    /** {@link DeviceRiskScore#MEDIUM}. */
    MEDIUM,
    /** {@link DeviceRiskScore#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
