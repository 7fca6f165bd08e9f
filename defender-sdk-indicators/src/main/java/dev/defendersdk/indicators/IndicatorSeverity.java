package dev.defendersdk.indicators;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How severe the alert of an indicator is. Page: ti-indicator.md. */
public final class IndicatorSeverity extends OpenEnum<IndicatorSeverity.Known> {

  private static final Values<Known, IndicatorSeverity> VALUES =
      new Values<>(IndicatorSeverity::new, Known.UNRECOGNIZED);

  /** The value {@code Informational}. */
  public static final IndicatorSeverity INFORMATIONAL =
      VALUES.known("Informational", Known.INFORMATIONAL);

  /** The value {@code Low}. */
  public static final IndicatorSeverity LOW = VALUES.known("Low", Known.LOW);

  /** The value {@code Medium}. */
  public static final IndicatorSeverity MEDIUM = VALUES.known("Medium", Known.MEDIUM);

  /** The value {@code High}. */
  public static final IndicatorSeverity HIGH = VALUES.known("High", Known.HIGH);

  private IndicatorSeverity(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static IndicatorSeverity of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  IndicatorSeverity sent() {
    if (known() == Known.UNRECOGNIZED) {
      throw new IllegalArgumentException(
          "severity is "
              + this
              + ": it must be one of Informational, Low, Medium and High. Pass one of these.");
    }
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link IndicatorSeverity#INFORMATIONAL}. */
    INFORMATIONAL,
    /** {@link IndicatorSeverity#LOW}. */
    LOW,
    /** {@link IndicatorSeverity#MEDIUM}. */
    MEDIUM,
    /** {@link IndicatorSeverity#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
