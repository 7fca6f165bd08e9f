package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The part that an entity plays in an alert. Page: security-alertevidence.md. */
public final class EvidenceRole extends OpenEnum<EvidenceRole.Known> {

  private static final Values<Known, EvidenceRole> VALUES =
      new Values<>(EvidenceRole::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final EvidenceRole UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** It came along, and is likely harmless. */
  public static final EvidenceRole CONTEXTUAL = VALUES.known("contextual", Known.CONTEXTUAL);

  /** It was scanned or looked at by the attacker. */
  public static final EvidenceRole SCANNED = VALUES.known("scanned", Known.SCANNED);

  /** It is where the activity came from. */
  public static final EvidenceRole SOURCE = VALUES.known("source", Known.SOURCE);

  /** It is where the activity went. */
  public static final EvidenceRole DESTINATION = VALUES.known("destination", Known.DESTINATION);

  /** It was created by the activity. */
  public static final EvidenceRole CREATED = VALUES.known("created", Known.CREATED);

  /** It was added by the activity. */
  public static final EvidenceRole ADDED = VALUES.known("added", Known.ADDED);

  /** It was compromised, and is in the hands of the attacker. */
  public static final EvidenceRole COMPROMISED = VALUES.known("compromised", Known.COMPROMISED);

  /** It was changed by the attacker. */
  public static final EvidenceRole EDITED = VALUES.known("edited", Known.EDITED);

  /** It was attacked. */
  public static final EvidenceRole ATTACKED = VALUES.known("attacked", Known.ATTACKED);

  /** It attacked. */
  public static final EvidenceRole ATTACKER = VALUES.known("attacker", Known.ATTACKER);

  /** It is used for command and control. */
  public static final EvidenceRole COMMAND_AND_CONTROL =
      VALUES.known("commandAndControl", Known.COMMAND_AND_CONTROL);

  /** It was loaded by an attacker's process. */
  public static final EvidenceRole LOADED = VALUES.known("loaded", Known.LOADED);

  /** It is suspected, on part of the attacker. */
  public static final EvidenceRole SUSPICIOUS = VALUES.known("suspicious", Known.SUSPICIOUS);

  /** It violates a policy of the tenant. */
  public static final EvidenceRole POLICY_VIOLATOR =
      VALUES.known("policyViolator", Known.POLICY_VIOLATOR);

  private EvidenceRole(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static EvidenceRole of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link EvidenceRole#UNKNOWN}. */
    UNKNOWN,
    /** {@link EvidenceRole#CONTEXTUAL}. */
    CONTEXTUAL,
    /** {@link EvidenceRole#SCANNED}. */
    SCANNED,
    /** {@link EvidenceRole#SOURCE}. */
    SOURCE,
    /** {@link EvidenceRole#DESTINATION}. */
    DESTINATION,
    /** {@link EvidenceRole#CREATED}. */
    CREATED,
    /** {@link EvidenceRole#ADDED}. */
    ADDED,
    /** {@link EvidenceRole#COMPROMISED}. */
    COMPROMISED,
    /** {@link EvidenceRole#EDITED}. */
    EDITED,
    /** {@link EvidenceRole#ATTACKED}. */
    ATTACKED,
    /** {@link EvidenceRole#ATTACKER}. */
    ATTACKER,
    /** {@link EvidenceRole#COMMAND_AND_CONTROL}. */
    COMMAND_AND_CONTROL,
    /** {@link EvidenceRole#LOADED}. */
    LOADED,
    /** {@link EvidenceRole#SUSPICIOUS}. */
    SUSPICIOUS,
    /** {@link EvidenceRole#POLICY_VIOLATOR}. */
    POLICY_VIOLATOR,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
