package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How far the work on an alert is. Page: security-alert.md. */
public final class SecurityAlertStatus extends OpenEnum<SecurityAlertStatus.Known> {

  private static final Values<Known, SecurityAlertStatus> VALUES =
      new Values<>(SecurityAlertStatus::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final SecurityAlertStatus UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** Nobody works on it. */
  public static final SecurityAlertStatus NEW = VALUES.known("new", Known.NEW);

  /** Somebody works on it. */
  public static final SecurityAlertStatus IN_PROGRESS =
      VALUES.known("inProgress", Known.IN_PROGRESS);

  /** Closed. */
  public static final SecurityAlertStatus RESOLVED = VALUES.known("resolved", Known.RESOLVED);

  private SecurityAlertStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SecurityAlertStatus of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  SecurityAlertStatus sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SecurityAlertStatus#UNKNOWN}. */
    UNKNOWN,
    /** {@link SecurityAlertStatus#NEW}. */
    NEW,
    /** {@link SecurityAlertStatus#IN_PROGRESS}. */
    IN_PROGRESS,
    /** {@link SecurityAlertStatus#RESOLVED}. */
    RESOLVED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
