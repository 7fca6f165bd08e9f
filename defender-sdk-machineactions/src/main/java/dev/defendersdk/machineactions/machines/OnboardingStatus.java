package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Whether a machine is onboarded. Page: machine.md; the capital O of {@code Onboarded} is the
 * wire's.
 */
public final class OnboardingStatus extends OpenEnum<OnboardingStatus.Known> {

  private static final Values<Known, OnboardingStatus> VALUES =
      new Values<>(OnboardingStatus::new, Known.UNRECOGNIZED);

  /** The value {@code InsufficientInfo}. */
  public static final OnboardingStatus INSUFFICIENT_INFO =
      VALUES.known("InsufficientInfo", Known.INSUFFICIENT_INFO);

  /** The value {@code Onboarded}. */
  public static final OnboardingStatus ONBOARDED = VALUES.known("Onboarded", Known.ONBOARDED);

  /** The value {@code CanBeOnboarded}. */
  public static final OnboardingStatus CAN_BE_ONBOARDED =
      VALUES.known("CanBeOnboarded", Known.CAN_BE_ONBOARDED);

  /** The value {@code Unsupported}. */
  public static final OnboardingStatus UNSUPPORTED = VALUES.known("Unsupported", Known.UNSUPPORTED);

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
