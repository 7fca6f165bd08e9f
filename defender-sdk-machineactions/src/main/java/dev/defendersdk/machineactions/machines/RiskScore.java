package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The risk of a machine as the service rates it. Page: machine.md. */
public final class RiskScore extends OpenEnum<RiskScore.Known> {

  private static final Values<Known, RiskScore> VALUES =
      new Values<>(RiskScore::new, Known.UNRECOGNIZED);

  /** The value {@code None}. */
  public static final RiskScore NONE = VALUES.known("None", Known.NONE);

  /** The value {@code Informational}. */
  public static final RiskScore INFORMATIONAL = VALUES.known("Informational", Known.INFORMATIONAL);

  /** The value {@code Low}. */
  public static final RiskScore LOW = VALUES.known("Low", Known.LOW);

  /** The value {@code Medium}. */
  public static final RiskScore MEDIUM = VALUES.known("Medium", Known.MEDIUM);

  /** The value {@code High}. */
  public static final RiskScore HIGH = VALUES.known("High", Known.HIGH);

  private RiskScore(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static RiskScore of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link RiskScore#NONE}. */
    NONE,
    /** {@link RiskScore#INFORMATIONAL}. */
    INFORMATIONAL,
    /** {@link RiskScore#LOW}. */
    LOW,
    /** {@link RiskScore#MEDIUM}. */
    MEDIUM,
    /** {@link RiskScore#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
