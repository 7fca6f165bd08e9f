package dev.defendersdk.machineactions.health;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * How the antivirus of a machine runs: a number in a text. Page:
 * device-health-api-methods-properties.md.
 */
public final class AvMode extends OpenEnum<AvMode.Known> {

  private static final Values<Known, AvMode> VALUES = new Values<>(AvMode::new, Known.UNRECOGNIZED);

  /** The machine's antivirus; {@code 0}. */
  public static final AvMode ACTIVE = VALUES.known("0", Known.ACTIVE);

  /** Beside another product; {@code 1}. */
  public static final AvMode PASSIVE = VALUES.known("1", Known.PASSIVE);

  /** Off; {@code 2}. */
  public static final AvMode DISABLED = VALUES.known("2", Known.DISABLED);

  /** None of the others; {@code 3}. */
  public static final AvMode OTHER = VALUES.known("3", Known.OTHER);

  /** Passive, but endpoint detection and response blocks; {@code 4}. */
  public static final AvMode EDR_BLOCKED = VALUES.known("4", Known.EDR_BLOCKED);

  /** Passive, and audits; {@code 5}. */
  public static final AvMode PASSIVE_AUDIT = VALUES.known("5", Known.PASSIVE_AUDIT);

  private AvMode(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AvMode of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AvMode#ACTIVE}. */
    ACTIVE,
    /** {@link AvMode#PASSIVE}. */
    PASSIVE,
    /** {@link AvMode#DISABLED}. */
    DISABLED,
    /** {@link AvMode#OTHER}. */
    OTHER,
    /** {@link AvMode#EDR_BLOCKED}. */
    EDR_BLOCKED,
    /** {@link AvMode#PASSIVE_AUDIT}. */
    PASSIVE_AUDIT,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
