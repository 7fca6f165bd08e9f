package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What the automated investigation thinks of an entity. Page: security-alertevidence.md. */
public final class EvidenceVerdict extends OpenEnum<EvidenceVerdict.Known> {

  private static final Values<Known, EvidenceVerdict> VALUES =
      new Values<>(EvidenceVerdict::new, Known.UNRECOGNIZED);

  /** No verdict. */
  public static final EvidenceVerdict UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** Remedies wait for approval. */
  public static final EvidenceVerdict SUSPICIOUS = VALUES.known("suspicious", Known.SUSPICIOUS);

  /** It is a threat. */
  public static final EvidenceVerdict MALICIOUS = VALUES.known("malicious", Known.MALICIOUS);

  /** It is no threat; the page prints {@code clean}. */
  public static final EvidenceVerdict NO_THREATS_FOUND =
      VALUES.known("noThreatsFound", Known.NO_THREATS_FOUND);

  static {
    // Pages print these for the values above (graph-security.md, section 9).
    VALUES.alias("clean", NO_THREATS_FOUND);
  }

  private EvidenceVerdict(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static EvidenceVerdict of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link EvidenceVerdict#UNKNOWN}. */
    UNKNOWN,
    /** {@link EvidenceVerdict#SUSPICIOUS}. */
    SUSPICIOUS,
    /** {@link EvidenceVerdict#MALICIOUS}. */
    MALICIOUS,
    /** {@link EvidenceVerdict#NO_THREATS_FOUND}. */
    NO_THREATS_FOUND,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
