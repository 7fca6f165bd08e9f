package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How severe an alert is. Page: alerts.md. An alert by reference takes low, medium and high. */
public final class AlertSeverity extends OpenEnum<AlertSeverity.Known> {

  private static final Values<Known, AlertSeverity> VALUES =
      new Values<>(AlertSeverity::new, Known.UNRECOGNIZED);

  /** The value {@code UnSpecified}, spelt so. */
  public static final AlertSeverity UNSPECIFIED = VALUES.known("UnSpecified", Known.UNSPECIFIED);

  /** The value {@code Informational}. */
  public static final AlertSeverity INFORMATIONAL =
      VALUES.known("Informational", Known.INFORMATIONAL);

  /** The value {@code Low}. */
  public static final AlertSeverity LOW = VALUES.known("Low", Known.LOW);

  /** The value {@code Medium}. */
  public static final AlertSeverity MEDIUM = VALUES.known("Medium", Known.MEDIUM);

  /** The value {@code High}. */
  public static final AlertSeverity HIGH = VALUES.known("High", Known.HIGH);

  private AlertSeverity(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AlertSeverity of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  AlertSeverity sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AlertSeverity#UNSPECIFIED}. */
    UNSPECIFIED,
    /** {@link AlertSeverity#INFORMATIONAL}. */
    INFORMATIONAL,
    /** {@link AlertSeverity#LOW}. */
    LOW,
    /** {@link AlertSeverity#MEDIUM}. */
    MEDIUM,
    /** {@link AlertSeverity#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
