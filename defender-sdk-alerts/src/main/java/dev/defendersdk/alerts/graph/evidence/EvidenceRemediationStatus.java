package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What was done about an entity. Page: security-alertevidence.md. */
public final class EvidenceRemediationStatus extends OpenEnum<EvidenceRemediationStatus.Known> {

  private static final Values<Known, EvidenceRemediationStatus> VALUES =
      new Values<>(EvidenceRemediationStatus::new, Known.UNRECOGNIZED);

  /** Nothing was done. */
  public static final EvidenceRemediationStatus NONE = VALUES.known("none", Known.NONE);

  /** It was remedied. */
  public static final EvidenceRemediationStatus REMEDIATED =
      VALUES.known("remediated", Known.REMEDIATED);

  /** It was stopped before it ran. */
  public static final EvidenceRemediationStatus PREVENTED =
      VALUES.known("prevented", Known.PREVENTED);

  /** It was stopped while it ran. */
  public static final EvidenceRemediationStatus BLOCKED = VALUES.known("blocked", Known.BLOCKED);

  /** It was gone. */
  public static final EvidenceRemediationStatus NOT_FOUND =
      VALUES.known("notFound", Known.NOT_FOUND);

  /** It is still active. */
  public static final EvidenceRemediationStatus ACTIVE = VALUES.known("active", Known.ACTIVE);

  /** A remedy waits for a person. */
  public static final EvidenceRemediationStatus PENDING_APPROVAL =
      VALUES.known("pendingApproval", Known.PENDING_APPROVAL);

  /** A person declined the remedy. */
  public static final EvidenceRemediationStatus DECLINED = VALUES.known("declined", Known.DECLINED);

  /** It was not remedied. */
  public static final EvidenceRemediationStatus UNREMEDIATED =
      VALUES.known("unremediated", Known.UNREMEDIATED);

  /** The remedy is under way. */
  public static final EvidenceRemediationStatus RUNNING = VALUES.known("running", Known.RUNNING);

  /** Some of it was remedied. */
  public static final EvidenceRemediationStatus PARTIALLY_REMEDIATED =
      VALUES.known("partiallyRemediated", Known.PARTIALLY_REMEDIATED);

  private EvidenceRemediationStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static EvidenceRemediationStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link EvidenceRemediationStatus#NONE}. */
    NONE,
    /** {@link EvidenceRemediationStatus#REMEDIATED}. */
    REMEDIATED,
    /** {@link EvidenceRemediationStatus#PREVENTED}. */
    PREVENTED,
    /** {@link EvidenceRemediationStatus#BLOCKED}. */
    BLOCKED,
    /** {@link EvidenceRemediationStatus#NOT_FOUND}. */
    NOT_FOUND,
    /** {@link EvidenceRemediationStatus#ACTIVE}. */
    ACTIVE,
    /** {@link EvidenceRemediationStatus#PENDING_APPROVAL}. */
    PENDING_APPROVAL,
    /** {@link EvidenceRemediationStatus#DECLINED}. */
    DECLINED,
    /** {@link EvidenceRemediationStatus#UNREMEDIATED}. */
    UNREMEDIATED,
    /** {@link EvidenceRemediationStatus#RUNNING}. */
    RUNNING,
    /** {@link EvidenceRemediationStatus#PARTIALLY_REMEDIATED}. */
    PARTIALLY_REMEDIATED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
