package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How the scan of one target ended. Source: service metadata. */
public final class TargetScanStatus extends OpenEnum<TargetScanStatus.Known> {

  private static final Values<Known, TargetScanStatus> VALUES =
      new Values<>(TargetScanStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Failure}. */
  public static final TargetScanStatus FAILURE = VALUES.known("Failure", Known.FAILURE);

  /** The value {@code Success}. */
  public static final TargetScanStatus SUCCESS = VALUES.known("Success", Known.SUCCESS);

  /** The value {@code PartialSuccess}. */
  public static final TargetScanStatus PARTIAL_SUCCESS =
      VALUES.known("PartialSuccess", Known.PARTIAL_SUCCESS);

  private TargetScanStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static TargetScanStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link TargetScanStatus#FAILURE}. */
    FAILURE,
    /** {@link TargetScanStatus#SUCCESS}. */
    SUCCESS,
    /** {@link TargetScanStatus#PARTIAL_SUCCESS}. */
    PARTIAL_SUCCESS,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
