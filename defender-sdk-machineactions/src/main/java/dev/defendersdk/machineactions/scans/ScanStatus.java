package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How the latest scan of a definition ended. Source: service metadata. */
public final class ScanStatus extends OpenEnum<ScanStatus.Known> {

  private static final Values<Known, ScanStatus> VALUES =
      new Values<>(ScanStatus::new, Known.UNRECOGNIZED);

  /** The value {@code Success}. */
  public static final ScanStatus SUCCESS = VALUES.known("Success", Known.SUCCESS);

  /** The value {@code Fail}. */
  public static final ScanStatus FAIL = VALUES.known("Fail", Known.FAIL);

  private ScanStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ScanStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ScanStatus#SUCCESS}. */
    SUCCESS,
    /** {@link ScanStatus#FAIL}. */
    FAIL,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
