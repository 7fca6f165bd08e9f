package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * How far a device is onboarded to Defender for Endpoint. Page: security-deviceevidence.md, which
 * lists {@code unknown} too; the schema does not.
 */
public final class OnboardingStatus extends OpenEnum<OnboardingStatus.Known> {

  private static final Values<Known, OnboardingStatus> VALUES =
      new Values<>(OnboardingStatus::new, Known.UNRECOGNIZED);

  /** The value {@code insufficientInfo}. */
  public static final OnboardingStatus INSUFFICIENT_INFO =
      VALUES.known("insufficientInfo", Known.INSUFFICIENT_INFO);

  /** The value {@code onboarded}. */
  public static final OnboardingStatus ONBOARDED = VALUES.known("onboarded", Known.ONBOARDED);

  /** The value {@code canBeOnboarded}. */
  public static final OnboardingStatus CAN_BE_ONBOARDED =
      VALUES.known("canBeOnboarded", Known.CAN_BE_ONBOARDED);

  /** The value {@code unsupported}. */
  public static final OnboardingStatus UNSUPPORTED = VALUES.known("unsupported", Known.UNSUPPORTED);

  private OnboardingStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static OnboardingStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link OnboardingStatus#INSUFFICIENT_INFO}. */
    INSUFFICIENT_INFO,
    /** {@link OnboardingStatus#ONBOARDED}. */
    ONBOARDED,
    /** {@link OnboardingStatus#CAN_BE_ONBOARDED}. */
    CAN_BE_ONBOARDED,
    /** {@link OnboardingStatus#UNSUPPORTED}. */
    UNSUPPORTED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
