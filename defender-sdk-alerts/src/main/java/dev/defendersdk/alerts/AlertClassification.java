package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What an alert turned out to be. Pages: alerts.md, update-alert.md. An update takes all but {@code
 * Unknown}.
 */
public final class AlertClassification extends OpenEnum<AlertClassification.Known> {

  private static final Values<Known, AlertClassification> VALUES =
      new Values<>(AlertClassification::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final AlertClassification UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code FalsePositive}. */
  public static final AlertClassification FALSE_POSITIVE =
      VALUES.known("FalsePositive", Known.FALSE_POSITIVE);

  /** The value {@code TruePositive}. */
  public static final AlertClassification TRUE_POSITIVE =
      VALUES.known("TruePositive", Known.TRUE_POSITIVE);

  /** The value {@code InformationalExpectedActivity}. */
  public static final AlertClassification INFORMATIONAL_EXPECTED_ACTIVITY =
      VALUES.known("InformationalExpectedActivity", Known.INFORMATIONAL_EXPECTED_ACTIVITY);

  static {
    // A display name, which alerts.md and batch-update-alerts.md print for the value.
    VALUES.alias("Informational, expected activity", INFORMATIONAL_EXPECTED_ACTIVITY);
  }

  private AlertClassification(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AlertClassification of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  AlertClassification sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AlertClassification#UNKNOWN}. */
    UNKNOWN,
    /** {@link AlertClassification#FALSE_POSITIVE}. */
    FALSE_POSITIVE,
    /** {@link AlertClassification#TRUE_POSITIVE}. */
    TRUE_POSITIVE,
    /** {@link AlertClassification#INFORMATIONAL_EXPECTED_ACTIVITY}. */
    INFORMATIONAL_EXPECTED_ACTIVITY,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
