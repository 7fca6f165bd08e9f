package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What people found an alert or an incident to be. Page: security-alert.md. */
public final class SecurityAlertClassification extends OpenEnum<SecurityAlertClassification.Known> {

  private static final Values<Known, SecurityAlertClassification> VALUES =
      new Values<>(SecurityAlertClassification::new, Known.UNRECOGNIZED);

  /** Not classified. */
  public static final SecurityAlertClassification UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** It was no threat. */
  public static final SecurityAlertClassification FALSE_POSITIVE =
      VALUES.known("falsePositive", Known.FALSE_POSITIVE);

  /** It was one. */
  public static final SecurityAlertClassification TRUE_POSITIVE =
      VALUES.known("truePositive", Known.TRUE_POSITIVE);

  /** It was right, and what it tells of was expected. */
  public static final SecurityAlertClassification INFORMATIONAL_EXPECTED_ACTIVITY =
      VALUES.known("informationalExpectedActivity", Known.INFORMATIONAL_EXPECTED_ACTIVITY);

  private SecurityAlertClassification(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SecurityAlertClassification of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  SecurityAlertClassification sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SecurityAlertClassification#UNKNOWN}. */
    UNKNOWN,
    /** {@link SecurityAlertClassification#FALSE_POSITIVE}. */
    FALSE_POSITIVE,
    /** {@link SecurityAlertClassification#TRUE_POSITIVE}. */
    TRUE_POSITIVE,
    /** {@link SecurityAlertClassification#INFORMATIONAL_EXPECTED_ACTIVITY}. */
    INFORMATIONAL_EXPECTED_ACTIVITY,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
