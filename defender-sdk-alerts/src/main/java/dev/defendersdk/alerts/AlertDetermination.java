package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What exactly an alert turned out to be. Pages: alerts.md, update-alert.md,
 * batch-update-alerts.md, which differ in four names; the names here are those of the service
 * metadata, which decides. The pages' other spellings are read as the same values.
 *
 * <p>By the pages a determination belongs to a classification; the service does not hold to it, and
 * neither does the SDK:
 *
 * <ul>
 *   <li>true positive: {@link #MULTI_STAGED_ATTACK}, {@link #MALICIOUS_USER_ACTIVITY}, {@link
 *       #COMPROMISED_ACCOUNT}, {@link #MALWARE}, {@link #PHISHING}, {@link #UNWANTED_SOFTWARE},
 *       {@link #OTHER}
 *   <li>informational, expected activity: {@link #SECURITY_TESTING}, {@link
 *       #LINE_OF_BUSINESS_APPLICATION}, {@link #CONFIRMED_ACTIVITY}, {@link #OTHER}
 *   <li>false positive: {@link #NOT_MALICIOUS}, {@link #NO_ENOUGH_DATA_TO_VALIDATE}, {@link #OTHER}
 * </ul>
 */
public final class AlertDetermination extends OpenEnum<AlertDetermination.Known> {

  private static final Values<Known, AlertDetermination> VALUES =
      new Values<>(AlertDetermination::new, Known.UNRECOGNIZED);

  /** The value {@code NotAvailable}. */
  public static final AlertDetermination NOT_AVAILABLE =
      VALUES.known("NotAvailable", Known.NOT_AVAILABLE);

  /** The value {@code Apt}, withdrawn in August 2022. */
  public static final AlertDetermination APT = VALUES.known("Apt", Known.APT);

  /** The value {@code Malware}. */
  public static final AlertDetermination MALWARE = VALUES.known("Malware", Known.MALWARE);

  /** The value {@code SecurityPersonnel}, withdrawn in August 2022. */
  public static final AlertDetermination SECURITY_PERSONNEL =
      VALUES.known("SecurityPersonnel", Known.SECURITY_PERSONNEL);

  /** The value {@code SecurityTesting}. */
  public static final AlertDetermination SECURITY_TESTING =
      VALUES.known("SecurityTesting", Known.SECURITY_TESTING);

  /** The value {@code UnwantedSoftware}. */
  public static final AlertDetermination UNWANTED_SOFTWARE =
      VALUES.known("UnwantedSoftware", Known.UNWANTED_SOFTWARE);

  /** The value {@code Other}. */
  public static final AlertDetermination OTHER = VALUES.known("Other", Known.OTHER);

  /** The value {@code MultiStagedAttack}. */
  public static final AlertDetermination MULTI_STAGED_ATTACK =
      VALUES.known("MultiStagedAttack", Known.MULTI_STAGED_ATTACK);

  /** The value {@code CompromisedAccount}. */
  public static final AlertDetermination COMPROMISED_ACCOUNT =
      VALUES.known("CompromisedAccount", Known.COMPROMISED_ACCOUNT);

  /** The value {@code Phishing}. */
  public static final AlertDetermination PHISHING = VALUES.known("Phishing", Known.PHISHING);

  /** The value {@code MaliciousUserActivity}. */
  public static final AlertDetermination MALICIOUS_USER_ACTIVITY =
      VALUES.known("MaliciousUserActivity", Known.MALICIOUS_USER_ACTIVITY);

  /** The value {@code NotMalicious}. */
  public static final AlertDetermination NOT_MALICIOUS =
      VALUES.known("NotMalicious", Known.NOT_MALICIOUS);

  /** The value {@code NoEnoughDataToValidate}, spelt so. */
  public static final AlertDetermination NO_ENOUGH_DATA_TO_VALIDATE =
      VALUES.known("NoEnoughDataToValidate", Known.NO_ENOUGH_DATA_TO_VALIDATE);

  /** The value {@code ConfirmedActivity}. */
  public static final AlertDetermination CONFIRMED_ACTIVITY =
      VALUES.known("ConfirmedActivity", Known.CONFIRMED_ACTIVITY);

  /** The value {@code LineOfBusinessApplication}. */
  public static final AlertDetermination LINE_OF_BUSINESS_APPLICATION =
      VALUES.known("LineOfBusinessApplication", Known.LINE_OF_BUSINESS_APPLICATION);

  static {
    // alerts.md, update-alert.md, batch-update-alerts.md
    VALUES.alias("CompromisedUser", COMPROMISED_ACCOUNT);
    // alerts.md, batch-update-alerts.md
    VALUES.alias("ConfirmedUserActivity", CONFIRMED_ACTIVITY);
    // alerts.md, batch-update-alerts.md
    VALUES.alias("Clean", NOT_MALICIOUS);
    // alerts.md, update-alert.md, batch-update-alerts.md
    VALUES.alias("InsufficientData", NO_ENOUGH_DATA_TO_VALIDATE);
  }

  private AlertDetermination(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AlertDetermination of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  AlertDetermination sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AlertDetermination#NOT_AVAILABLE}. */
    NOT_AVAILABLE,
    /** {@link AlertDetermination#APT}. */
    APT,
    /** {@link AlertDetermination#MALWARE}. */
    MALWARE,
    /** {@link AlertDetermination#SECURITY_PERSONNEL}. */
    SECURITY_PERSONNEL,
    /** {@link AlertDetermination#SECURITY_TESTING}. */
    SECURITY_TESTING,
    /** {@link AlertDetermination#UNWANTED_SOFTWARE}. */
    UNWANTED_SOFTWARE,
    /** {@link AlertDetermination#OTHER}. */
    OTHER,
    /** {@link AlertDetermination#MULTI_STAGED_ATTACK}. */
    MULTI_STAGED_ATTACK,
    /** {@link AlertDetermination#COMPROMISED_ACCOUNT}. */
    COMPROMISED_ACCOUNT,
    /** {@link AlertDetermination#PHISHING}. */
    PHISHING,
    /** {@link AlertDetermination#MALICIOUS_USER_ACTIVITY}. */
    MALICIOUS_USER_ACTIVITY,
    /** {@link AlertDetermination#NOT_MALICIOUS}. */
    NOT_MALICIOUS,
    /** {@link AlertDetermination#NO_ENOUGH_DATA_TO_VALIDATE}. */
    NO_ENOUGH_DATA_TO_VALIDATE,
    /** {@link AlertDetermination#CONFIRMED_ACTIVITY}. */
    CONFIRMED_ACTIVITY,
    /** {@link AlertDetermination#LINE_OF_BUSINESS_APPLICATION}. */
    LINE_OF_BUSINESS_APPLICATION,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
