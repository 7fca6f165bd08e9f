package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Where the work on an alert stands. Page: alerts.md; further values from the service metadata. An
 * update takes {@code New}, {@code InProgress} and {@code Resolved}.
 */
public final class AlertStatus extends OpenEnum<AlertStatus.Known> {

  private static final Values<Known, AlertStatus> VALUES =
      new Values<>(AlertStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final AlertStatus UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Unspecified}. */
  public static final AlertStatus UNSPECIFIED = VALUES.known("Unspecified", Known.UNSPECIFIED);

  /** The value {@code New}. */
  public static final AlertStatus NEW = VALUES.known("New", Known.NEW);

  /** The value {@code InProgress}. */
  public static final AlertStatus IN_PROGRESS = VALUES.known("InProgress", Known.IN_PROGRESS);

  /** The value {@code Resolved}. */
  public static final AlertStatus RESOLVED = VALUES.known("Resolved", Known.RESOLVED);

  /** The value {@code Hidden}. */
  public static final AlertStatus HIDDEN = VALUES.known("Hidden", Known.HIDDEN);

  private AlertStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AlertStatus of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  AlertStatus sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AlertStatus#UNKNOWN}. */
    UNKNOWN,
    /** {@link AlertStatus#UNSPECIFIED}. */
    UNSPECIFIED,
    /** {@link AlertStatus#NEW}. */
    NEW,
    /** {@link AlertStatus#IN_PROGRESS}. */
    IN_PROGRESS,
    /** {@link AlertStatus#RESOLVED}. */
    RESOLVED,
    /** {@link AlertStatus#HIDDEN}. */
    HIDDEN,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
