package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How severe an alert or an incident is. Page: security-alert.md. */
public final class SecurityAlertSeverity extends OpenEnum<SecurityAlertSeverity.Known> {

  private static final Values<Known, SecurityAlertSeverity> VALUES =
      new Values<>(SecurityAlertSeverity::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final SecurityAlertSeverity UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code informational}. */
  public static final SecurityAlertSeverity INFORMATIONAL =
      VALUES.known("informational", Known.INFORMATIONAL);

  /** The value {@code low}. */
  public static final SecurityAlertSeverity LOW = VALUES.known("low", Known.LOW);

  /** The value {@code medium}. */
  public static final SecurityAlertSeverity MEDIUM = VALUES.known("medium", Known.MEDIUM);

  /** The value {@code high}. */
  public static final SecurityAlertSeverity HIGH = VALUES.known("high", Known.HIGH);

  private SecurityAlertSeverity(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SecurityAlertSeverity of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  SecurityAlertSeverity sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SecurityAlertSeverity#UNKNOWN}. */
    UNKNOWN,
    /** {@link SecurityAlertSeverity#INFORMATIONAL}. */
    INFORMATIONAL,
    /** {@link SecurityAlertSeverity#LOW}. */
    LOW,
    /** {@link SecurityAlertSeverity#MEDIUM}. */
    MEDIUM,
    /** {@link SecurityAlertSeverity#HIGH}. */
    HIGH,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
