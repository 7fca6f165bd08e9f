package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How far the work on an incident is. Page: security-incident.md. */
public final class IncidentStatus extends OpenEnum<IncidentStatus.Known> {

  private static final Values<Known, IncidentStatus> VALUES =
      new Values<>(IncidentStatus::new, Known.UNRECOGNIZED);

  /** Open. */
  public static final IncidentStatus ACTIVE = VALUES.known("active", Known.ACTIVE);

  /** Closed. */
  public static final IncidentStatus RESOLVED = VALUES.known("resolved", Known.RESOLVED);

  /** Somebody works on it. */
  public static final IncidentStatus IN_PROGRESS = VALUES.known("inProgress", Known.IN_PROGRESS);

  /** Merged into another, which {@link Incident#redirectIncidentId()} names. */
  public static final IncidentStatus REDIRECTED = VALUES.known("redirected", Known.REDIRECTED);

  /** Defender Experts wait for the customer: they alone set it. */
  public static final IncidentStatus AWAITING_ACTION =
      VALUES.known("awaitingAction", Known.AWAITING_ACTION);

  private IncidentStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static IncidentStatus of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  IncidentStatus sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link IncidentStatus#ACTIVE}. */
    ACTIVE,
    /** {@link IncidentStatus#RESOLVED}. */
    RESOLVED,
    /** {@link IncidentStatus#IN_PROGRESS}. */
    IN_PROGRESS,
    /** {@link IncidentStatus#REDIRECTED}. */
    REDIRECTED,
    /** {@link IncidentStatus#AWAITING_ACTION}. */
    AWAITING_ACTION,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
