package dev.defendersdk.machineactions.actions;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How much an antivirus scan covers. Page: run-av-scan.md. */
public final class ScanType extends OpenEnum<ScanType.Known> {

  private static final Values<Known, ScanType> VALUES =
      new Values<>(ScanType::new, Known.UNRECOGNIZED);

  /** A quick scan. */
  public static final ScanType QUICK = VALUES.known("Quick", Known.QUICK);

  /** A full scan. */
  public static final ScanType FULL = VALUES.known("Full", Known.FULL);

  private ScanType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ScanType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ScanType#QUICK}. */
    QUICK,
    /** {@link ScanType#FULL}. */
    FULL,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
