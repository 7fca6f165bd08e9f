package dev.defendersdk.core;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Where an automated investigation stands: the investigation says so, and its alert. Pages:
 * investigation.md, alerts.md; {@code Disabled} is in the service metadata alone.
 */
public final class InvestigationState extends OpenEnum<InvestigationState.Known> {

  private static final Values<Known, InvestigationState> VALUES =
      new Values<>(InvestigationState::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final InvestigationState UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Terminated}. */
  public static final InvestigationState TERMINATED = VALUES.known("Terminated", Known.TERMINATED);

  /** Ended: what it found was remedied. */
  public static final InvestigationState SUCCESSFULLY_REMEDIATED =
      VALUES.known("SuccessfullyRemediated", Known.SUCCESSFULLY_REMEDIATED);

  /** Ended: it found no threat. */
  public static final InvestigationState BENIGN = VALUES.known("Benign", Known.BENIGN);

  /** The value {@code Failed}. */
  public static final InvestigationState FAILED = VALUES.known("Failed", Known.FAILED);

  /** Ended: some of what it found remains. */
  public static final InvestigationState PARTIALLY_REMEDIATED =
      VALUES.known("PartiallyRemediated", Known.PARTIALLY_REMEDIATED);

  /** Begun. */
  public static final InvestigationState RUNNING = VALUES.known("Running", Known.RUNNING);

  /** Waits for a person to approve a remediation, without limit. */
  public static final InvestigationState PENDING_APPROVAL =
      VALUES.known("PendingApproval", Known.PENDING_APPROVAL);

  /** Waits for a machine or another resource. */
  public static final InvestigationState PENDING_RESOURCE =
      VALUES.known("PendingResource", Known.PENDING_RESOURCE);

  /** The value {@code Disabled}. */
  public static final InvestigationState DISABLED = VALUES.known("Disabled", Known.DISABLED);

  /** Not begun. */
  public static final InvestigationState QUEUED = VALUES.known("Queued", Known.QUEUED);

  /** The value {@code InnerFailure}. */
  public static final InvestigationState INNER_FAILURE =
      VALUES.known("InnerFailure", Known.INNER_FAILURE);

  /** The value {@code PreexistingAlert}. */
  public static final InvestigationState PREEXISTING_ALERT =
      VALUES.known("PreexistingAlert", Known.PREEXISTING_ALERT);

  /** The value {@code UnsupportedOs}. */
  public static final InvestigationState UNSUPPORTED_OS =
      VALUES.known("UnsupportedOs", Known.UNSUPPORTED_OS);

  /** The value {@code UnsupportedAlertType}. */
  public static final InvestigationState UNSUPPORTED_ALERT_TYPE =
      VALUES.known("UnsupportedAlertType", Known.UNSUPPORTED_ALERT_TYPE);

  /** The value {@code SuppressedAlert}. */
  public static final InvestigationState SUPPRESSED_ALERT =
      VALUES.known("SuppressedAlert", Known.SUPPRESSED_ALERT);

  /** Ended before all was looked at. */
  public static final InvestigationState PARTIALLY_INVESTIGATED =
      VALUES.known("PartiallyInvestigated", Known.PARTIALLY_INVESTIGATED);

  /** The value {@code TerminatedByUser}. */
  public static final InvestigationState TERMINATED_BY_USER =
      VALUES.known("TerminatedByUser", Known.TERMINATED_BY_USER);

  /** The value {@code TerminatedBySystem}. */
  public static final InvestigationState TERMINATED_BY_SYSTEM =
      VALUES.known("TerminatedBySystem", Known.TERMINATED_BY_SYSTEM);

  private InvestigationState(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static InvestigationState of(String value) {
    return VALUES.of(value);
  }

  /**
   * True if the investigation will not go on. The pages name no final states: these follow from
   * their names (investigations.md). A state that this version does not know counts as not final.
   */
  public boolean isFinal() {
    return switch (known()) {
      case UNKNOWN, QUEUED, RUNNING, PENDING_APPROVAL, PENDING_RESOURCE, UNRECOGNIZED -> false;
      case TERMINATED,
          SUCCESSFULLY_REMEDIATED,
          BENIGN,
          FAILED,
          PARTIALLY_REMEDIATED,
          DISABLED,
          INNER_FAILURE,
          PREEXISTING_ALERT,
          UNSUPPORTED_OS,
          UNSUPPORTED_ALERT_TYPE,
          SUPPRESSED_ALERT,
          PARTIALLY_INVESTIGATED,
          TERMINATED_BY_USER,
          TERMINATED_BY_SYSTEM ->
          true;
    };
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link InvestigationState#UNKNOWN}. */
    UNKNOWN,
    /** {@link InvestigationState#TERMINATED}. */
    TERMINATED,
    /** {@link InvestigationState#SUCCESSFULLY_REMEDIATED}. */
    SUCCESSFULLY_REMEDIATED,
    /** {@link InvestigationState#BENIGN}. */
    BENIGN,
    /** {@link InvestigationState#FAILED}. */
    FAILED,
    /** {@link InvestigationState#PARTIALLY_REMEDIATED}. */
    PARTIALLY_REMEDIATED,
    /** {@link InvestigationState#RUNNING}. */
    RUNNING,
    /** {@link InvestigationState#PENDING_APPROVAL}. */
    PENDING_APPROVAL,
    /** {@link InvestigationState#PENDING_RESOURCE}. */
    PENDING_RESOURCE,
    /** {@link InvestigationState#DISABLED}. */
    DISABLED,
    /** {@link InvestigationState#QUEUED}. */
    QUEUED,
    /** {@link InvestigationState#INNER_FAILURE}. */
    INNER_FAILURE,
    /** {@link InvestigationState#PREEXISTING_ALERT}. */
    PREEXISTING_ALERT,
    /** {@link InvestigationState#UNSUPPORTED_OS}. */
    UNSUPPORTED_OS,
    /** {@link InvestigationState#UNSUPPORTED_ALERT_TYPE}. */
    UNSUPPORTED_ALERT_TYPE,
    /** {@link InvestigationState#SUPPRESSED_ALERT}. */
    SUPPRESSED_ALERT,
    /** {@link InvestigationState#PARTIALLY_INVESTIGATED}. */
    PARTIALLY_INVESTIGATED,
    /** {@link InvestigationState#TERMINATED_BY_USER}. */
    TERMINATED_BY_USER,
    /** {@link InvestigationState#TERMINATED_BY_SYSTEM}. */
    TERMINATED_BY_SYSTEM,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
