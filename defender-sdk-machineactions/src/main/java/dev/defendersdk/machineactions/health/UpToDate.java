package dev.defendersdk.machineactions.health;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Whether something is up to date: a text, not a truth value. Page:
 * device-health-api-methods-properties.md.
 */
public final class UpToDate extends OpenEnum<UpToDate.Known> {

  private static final Values<Known, UpToDate> VALUES =
      new Values<>(UpToDate::new, Known.UNRECOGNIZED);

  /** The value {@code True}. */
  public static final UpToDate TRUE = VALUES.known("True", Known.TRUE);

  /** The value {@code False}. */
  public static final UpToDate FALSE = VALUES.known("False", Known.FALSE);

  /** The value {@code Unknown}. */
  public static final UpToDate UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  private UpToDate(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static UpToDate of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link UpToDate#TRUE}. */
    TRUE,
    /** {@link UpToDate#FALSE}. */
    FALSE,
    /** {@link UpToDate#UNKNOWN}. */
    UNKNOWN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
