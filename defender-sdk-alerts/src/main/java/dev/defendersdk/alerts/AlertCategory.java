package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * The category of an alert. Page: create-alert-by-reference.md, whose values these are; alerts that
 * Defender raises have others too.
 */
public final class AlertCategory extends OpenEnum<AlertCategory.Known> {

  private static final Values<Known, AlertCategory> VALUES =
      new Values<>(AlertCategory::new, Known.UNRECOGNIZED);

  /** The value {@code General}. */
  public static final AlertCategory GENERAL = VALUES.known("General", Known.GENERAL);

  /** The value {@code CommandAndControl}. */
  public static final AlertCategory COMMAND_AND_CONTROL =
      VALUES.known("CommandAndControl", Known.COMMAND_AND_CONTROL);

  /** The value {@code Collection}. */
  public static final AlertCategory COLLECTION = VALUES.known("Collection", Known.COLLECTION);

  /** The value {@code CredentialAccess}. */
  public static final AlertCategory CREDENTIAL_ACCESS =
      VALUES.known("CredentialAccess", Known.CREDENTIAL_ACCESS);

  /** The value {@code DefenseEvasion}. */
  public static final AlertCategory DEFENSE_EVASION =
      VALUES.known("DefenseEvasion", Known.DEFENSE_EVASION);

  /** The value {@code Discovery}. */
  public static final AlertCategory DISCOVERY = VALUES.known("Discovery", Known.DISCOVERY);

  /** The value {@code Exfiltration}. */
  public static final AlertCategory EXFILTRATION = VALUES.known("Exfiltration", Known.EXFILTRATION);

  /** The value {@code Exploit}. */
  public static final AlertCategory EXPLOIT = VALUES.known("Exploit", Known.EXPLOIT);

  /** The value {@code Execution}. */
  public static final AlertCategory EXECUTION = VALUES.known("Execution", Known.EXECUTION);

  /** The value {@code InitialAccess}. */
  public static final AlertCategory INITIAL_ACCESS =
      VALUES.known("InitialAccess", Known.INITIAL_ACCESS);

  /** The value {@code LateralMovement}. */
  public static final AlertCategory LATERAL_MOVEMENT =
      VALUES.known("LateralMovement", Known.LATERAL_MOVEMENT);

  /** The value {@code Malware}. */
  public static final AlertCategory MALWARE = VALUES.known("Malware", Known.MALWARE);

  /** The value {@code Persistence}. */
  public static final AlertCategory PERSISTENCE = VALUES.known("Persistence", Known.PERSISTENCE);

  /** The value {@code PrivilegeEscalation}. */
  public static final AlertCategory PRIVILEGE_ESCALATION =
      VALUES.known("PrivilegeEscalation", Known.PRIVILEGE_ESCALATION);

  /** The value {@code Ransomware}. */
  public static final AlertCategory RANSOMWARE = VALUES.known("Ransomware", Known.RANSOMWARE);

  /** The value {@code SuspiciousActivity}. */
  public static final AlertCategory SUSPICIOUS_ACTIVITY =
      VALUES.known("SuspiciousActivity", Known.SUSPICIOUS_ACTIVITY);

  private AlertCategory(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AlertCategory of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  AlertCategory sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AlertCategory#GENERAL}. */
    GENERAL,
    /** {@link AlertCategory#COMMAND_AND_CONTROL}. */
    COMMAND_AND_CONTROL,
    /** {@link AlertCategory#COLLECTION}. */
    COLLECTION,
    /** {@link AlertCategory#CREDENTIAL_ACCESS}. */
    CREDENTIAL_ACCESS,
    /** {@link AlertCategory#DEFENSE_EVASION}. */
    DEFENSE_EVASION,
    /** {@link AlertCategory#DISCOVERY}. */
    DISCOVERY,
    /** {@link AlertCategory#EXFILTRATION}. */
    EXFILTRATION,
    /** {@link AlertCategory#EXPLOIT}. */
    EXPLOIT,
    /** {@link AlertCategory#EXECUTION}. */
    EXECUTION,
    /** {@link AlertCategory#INITIAL_ACCESS}. */
    INITIAL_ACCESS,
    /** {@link AlertCategory#LATERAL_MOVEMENT}. */
    LATERAL_MOVEMENT,
    /** {@link AlertCategory#MALWARE}. */
    MALWARE,
    /** {@link AlertCategory#PERSISTENCE}. */
    PERSISTENCE,
    /** {@link AlertCategory#PRIVILEGE_ESCALATION}. */
    PRIVILEGE_ESCALATION,
    /** {@link AlertCategory#RANSOMWARE}. */
    RANSOMWARE,
    /** {@link AlertCategory#SUSPICIOUS_ACTIVITY}. */
    SUSPICIOUS_ACTIVITY,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
