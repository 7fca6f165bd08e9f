package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What was behind an alert or an incident, as people found. Page: security-alert.md. Pages of
 * incidents print other names for four of them: they are read, and the names of the schema are
 * sent.
 */
public final class SecurityAlertDetermination extends OpenEnum<SecurityAlertDetermination.Known> {

  private static final Values<Known, SecurityAlertDetermination> VALUES =
      new Values<>(SecurityAlertDetermination::new, Known.UNRECOGNIZED);

  /** Not determined. */
  public static final SecurityAlertDetermination UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code apt}. */
  public static final SecurityAlertDetermination APT = VALUES.known("apt", Known.APT);

  /** The value {@code malware}. */
  public static final SecurityAlertDetermination MALWARE = VALUES.known("malware", Known.MALWARE);

  /** The value {@code securityPersonnel}. */
  public static final SecurityAlertDetermination SECURITY_PERSONNEL =
      VALUES.known("securityPersonnel", Known.SECURITY_PERSONNEL);

  /** A security test. */
  public static final SecurityAlertDetermination SECURITY_TESTING =
      VALUES.known("securityTesting", Known.SECURITY_TESTING);

  /** The value {@code unwantedSoftware}. */
  public static final SecurityAlertDetermination UNWANTED_SOFTWARE =
      VALUES.known("unwantedSoftware", Known.UNWANTED_SOFTWARE);

  /** The value {@code other}. */
  public static final SecurityAlertDetermination OTHER = VALUES.known("other", Known.OTHER);

  /** The value {@code multiStagedAttack}. */
  public static final SecurityAlertDetermination MULTI_STAGED_ATTACK =
      VALUES.known("multiStagedAttack", Known.MULTI_STAGED_ATTACK);

  /** An account was taken over; pages of incidents print {@code compromisedUser}. */
  public static final SecurityAlertDetermination COMPROMISED_ACCOUNT =
      VALUES.known("compromisedAccount", Known.COMPROMISED_ACCOUNT);

  /** The value {@code phishing}. */
  public static final SecurityAlertDetermination PHISHING =
      VALUES.known("phishing", Known.PHISHING);

  /** The value {@code maliciousUserActivity}. */
  public static final SecurityAlertDetermination MALICIOUS_USER_ACTIVITY =
      VALUES.known("maliciousUserActivity", Known.MALICIOUS_USER_ACTIVITY);

  /** Nothing malicious; pages of incidents print {@code clean}. */
  public static final SecurityAlertDetermination NOT_MALICIOUS =
      VALUES.known("notMalicious", Known.NOT_MALICIOUS);

  /** There was not enough to decide by; pages of incidents print {@code insufficientData}. */
  public static final SecurityAlertDetermination NOT_ENOUGH_DATA_TO_VALIDATE =
      VALUES.known("notEnoughDataToValidate", Known.NOT_ENOUGH_DATA_TO_VALIDATE);

  /**
   * The user confirmed that it was them; pages of incidents print {@code confirmedUserActivity}.
   */
  public static final SecurityAlertDetermination CONFIRMED_ACTIVITY =
      VALUES.known("confirmedActivity", Known.CONFIRMED_ACTIVITY);

  /** An application of the organisation's own. */
  public static final SecurityAlertDetermination LINE_OF_BUSINESS_APPLICATION =
      VALUES.known("lineOfBusinessApplication", Known.LINE_OF_BUSINESS_APPLICATION);

  static {
    // Pages print these for the values above (graph-security.md, section 9).
    VALUES.alias("compromisedUser", COMPROMISED_ACCOUNT);
    VALUES.alias("clean", NOT_MALICIOUS);
    VALUES.alias("insufficientData", NOT_ENOUGH_DATA_TO_VALIDATE);
    VALUES.alias("confirmedUserActivity", CONFIRMED_ACTIVITY);
  }

  private SecurityAlertDetermination(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SecurityAlertDetermination of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  SecurityAlertDetermination sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SecurityAlertDetermination#UNKNOWN}. */
    UNKNOWN,
    /** {@link SecurityAlertDetermination#APT}. */
    APT,
    /** {@link SecurityAlertDetermination#MALWARE}. */
    MALWARE,
    /** {@link SecurityAlertDetermination#SECURITY_PERSONNEL}. */
    SECURITY_PERSONNEL,
    /** {@link SecurityAlertDetermination#SECURITY_TESTING}. */
    SECURITY_TESTING,
    /** {@link SecurityAlertDetermination#UNWANTED_SOFTWARE}. */
    UNWANTED_SOFTWARE,
    /** {@link SecurityAlertDetermination#OTHER}. */
    OTHER,
    /** {@link SecurityAlertDetermination#MULTI_STAGED_ATTACK}. */
    MULTI_STAGED_ATTACK,
    /** {@link SecurityAlertDetermination#COMPROMISED_ACCOUNT}. */
    COMPROMISED_ACCOUNT,
    /** {@link SecurityAlertDetermination#PHISHING}. */
    PHISHING,
    /** {@link SecurityAlertDetermination#MALICIOUS_USER_ACTIVITY}. */
    MALICIOUS_USER_ACTIVITY,
    /** {@link SecurityAlertDetermination#NOT_MALICIOUS}. */
    NOT_MALICIOUS,
    /** {@link SecurityAlertDetermination#NOT_ENOUGH_DATA_TO_VALIDATE}. */
    NOT_ENOUGH_DATA_TO_VALIDATE,
    /** {@link SecurityAlertDetermination#CONFIRMED_ACTIVITY}. */
    CONFIRMED_ACTIVITY,
    /** {@link SecurityAlertDetermination#LINE_OF_BUSINESS_APPLICATION}. */
    LINE_OF_BUSINESS_APPLICATION,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
