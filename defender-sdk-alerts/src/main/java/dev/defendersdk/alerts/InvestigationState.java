package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Where the automated investigation of an alert stands. Page: alerts.md; {@code Disabled} from the
 * service metadata.
 */
public final class InvestigationState extends OpenEnum<InvestigationState.Known> {

  private static final Values<Known, InvestigationState> VALUES =
      new Values<>(InvestigationState::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final InvestigationState UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Terminated}. */
  public static final InvestigationState TERMINATED = VALUES.known("Terminated", Known.TERMINATED);

  /** The value {@code SuccessfullyRemediated}. */
  public static final InvestigationState SUCCESSFULLY_REMEDIATED =
      VALUES.known("SuccessfullyRemediated", Known.SUCCESSFULLY_REMEDIATED);

  /** The value {@code Benign}. */
  public static final InvestigationState BENIGN = VALUES.known("Benign", Known.BENIGN);

  /** The value {@code Failed}. */
  public static final InvestigationState FAILED = VALUES.known("Failed", Known.FAILED);

  /** The value {@code PartiallyRemediated}. */
  public static final InvestigationState PARTIALLY_REMEDIATED =
      VALUES.known("PartiallyRemediated", Known.PARTIALLY_REMEDIATED);

  /** The value {@code Running}. */
  public static final InvestigationState RUNNING = VALUES.known("Running", Known.RUNNING);

  /** The value {@code PendingApproval}. */
  public static final InvestigationState PENDING_APPROVAL =
      VALUES.known("PendingApproval", Known.PENDING_APPROVAL);

  /** The value {@code PendingResource}. */
  public static final InvestigationState PENDING_RESOURCE =
      VALUES.known("PendingResource", Known.PENDING_RESOURCE);

  /** The value {@code Disabled}. */
  public static final InvestigationState DISABLED = VALUES.known("Disabled", Known.DISABLED);

  /** The value {@code Queued}. */
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

  /** The value {@code PartiallyInvestigated}. */
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
