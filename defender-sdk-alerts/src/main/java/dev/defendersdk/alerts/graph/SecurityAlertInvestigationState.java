package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** Where the automated investigation of an alert stands. Page: security-alert.md. */
public final class SecurityAlertInvestigationState
    extends OpenEnum<SecurityAlertInvestigationState.Known> {

  private static final Values<Known, SecurityAlertInvestigationState> VALUES =
      new Values<>(SecurityAlertInvestigationState::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final SecurityAlertInvestigationState UNKNOWN =
      VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code terminated}. */
  public static final SecurityAlertInvestigationState TERMINATED =
      VALUES.known("terminated", Known.TERMINATED);

  /** Ended: what it found was remedied. */
  public static final SecurityAlertInvestigationState SUCCESSFULLY_REMEDIATED =
      VALUES.known("successfullyRemediated", Known.SUCCESSFULLY_REMEDIATED);

  /** Ended: it found no threat. */
  public static final SecurityAlertInvestigationState BENIGN = VALUES.known("benign", Known.BENIGN);

  /** The value {@code failed}. */
  public static final SecurityAlertInvestigationState FAILED = VALUES.known("failed", Known.FAILED);

  /** Ended: some of what it found remains. */
  public static final SecurityAlertInvestigationState PARTIALLY_REMEDIATED =
      VALUES.known("partiallyRemediated", Known.PARTIALLY_REMEDIATED);

  /** Begun. */
  public static final SecurityAlertInvestigationState RUNNING =
      VALUES.known("running", Known.RUNNING);

  /** Waits for a person to approve a remediation. */
  public static final SecurityAlertInvestigationState PENDING_APPROVAL =
      VALUES.known("pendingApproval", Known.PENDING_APPROVAL);

  /** Waits for a device or another resource. */
  public static final SecurityAlertInvestigationState PENDING_RESOURCE =
      VALUES.known("pendingResource", Known.PENDING_RESOURCE);

  /** Not begun. */
  public static final SecurityAlertInvestigationState QUEUED = VALUES.known("queued", Known.QUEUED);

  /** The value {@code innerFailure}. */
  public static final SecurityAlertInvestigationState INNER_FAILURE =
      VALUES.known("innerFailure", Known.INNER_FAILURE);

  /** The value {@code preexistingAlert}. */
  public static final SecurityAlertInvestigationState PREEXISTING_ALERT =
      VALUES.known("preexistingAlert", Known.PREEXISTING_ALERT);

  /** The value {@code unsupportedOs}. */
  public static final SecurityAlertInvestigationState UNSUPPORTED_OS =
      VALUES.known("unsupportedOs", Known.UNSUPPORTED_OS);

  /** The value {@code unsupportedAlertType}. */
  public static final SecurityAlertInvestigationState UNSUPPORTED_ALERT_TYPE =
      VALUES.known("unsupportedAlertType", Known.UNSUPPORTED_ALERT_TYPE);

  /** The value {@code suppressedAlert}. */
  public static final SecurityAlertInvestigationState SUPPRESSED_ALERT =
      VALUES.known("suppressedAlert", Known.SUPPRESSED_ALERT);

  /** Ended before all was looked at. */
  public static final SecurityAlertInvestigationState PARTIALLY_INVESTIGATED =
      VALUES.known("partiallyInvestigated", Known.PARTIALLY_INVESTIGATED);

  /** The value {@code terminatedByUser}. */
  public static final SecurityAlertInvestigationState TERMINATED_BY_USER =
      VALUES.known("terminatedByUser", Known.TERMINATED_BY_USER);

  /** The value {@code terminatedBySystem}. */
  public static final SecurityAlertInvestigationState TERMINATED_BY_SYSTEM =
      VALUES.known("terminatedBySystem", Known.TERMINATED_BY_SYSTEM);

  private SecurityAlertInvestigationState(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SecurityAlertInvestigationState of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SecurityAlertInvestigationState#UNKNOWN}. */
    UNKNOWN,
    /** {@link SecurityAlertInvestigationState#TERMINATED}. */
    TERMINATED,
    /** {@link SecurityAlertInvestigationState#SUCCESSFULLY_REMEDIATED}. */
    SUCCESSFULLY_REMEDIATED,
    /** {@link SecurityAlertInvestigationState#BENIGN}. */
    BENIGN,
    /** {@link SecurityAlertInvestigationState#FAILED}. */
    FAILED,
    /** {@link SecurityAlertInvestigationState#PARTIALLY_REMEDIATED}. */
    PARTIALLY_REMEDIATED,
    /** {@link SecurityAlertInvestigationState#RUNNING}. */
    RUNNING,
    /** {@link SecurityAlertInvestigationState#PENDING_APPROVAL}. */
    PENDING_APPROVAL,
    /** {@link SecurityAlertInvestigationState#PENDING_RESOURCE}. */
    PENDING_RESOURCE,
    /** {@link SecurityAlertInvestigationState#QUEUED}. */
    QUEUED,
    /** {@link SecurityAlertInvestigationState#INNER_FAILURE}. */
    INNER_FAILURE,
    /** {@link SecurityAlertInvestigationState#PREEXISTING_ALERT}. */
    PREEXISTING_ALERT,
    /** {@link SecurityAlertInvestigationState#UNSUPPORTED_OS}. */
    UNSUPPORTED_OS,
    /** {@link SecurityAlertInvestigationState#UNSUPPORTED_ALERT_TYPE}. */
    UNSUPPORTED_ALERT_TYPE,
    /** {@link SecurityAlertInvestigationState#SUPPRESSED_ALERT}. */
    SUPPRESSED_ALERT,
    /** {@link SecurityAlertInvestigationState#PARTIALLY_INVESTIGATED}. */
    PARTIALLY_INVESTIGATED,
    /** {@link SecurityAlertInvestigationState#TERMINATED_BY_USER}. */
    TERMINATED_BY_USER,
    /** {@link SecurityAlertInvestigationState#TERMINATED_BY_SYSTEM}. */
    TERMINATED_BY_SYSTEM,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
