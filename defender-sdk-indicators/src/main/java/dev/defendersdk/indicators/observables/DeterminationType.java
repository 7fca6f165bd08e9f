package dev.defendersdk.indicators.observables;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What a file is held for. No page lists the values: these are from the service metadata. */
public final class DeterminationType extends OpenEnum<DeterminationType.Known> {

  private static final Values<Known, DeterminationType> VALUES =
      new Values<>(DeterminationType::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final DeterminationType UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Malware}. */
  public static final DeterminationType MALWARE = VALUES.known("Malware", Known.MALWARE);

  /** The value {@code Unwanted}. */
  public static final DeterminationType UNWANTED = VALUES.known("Unwanted", Known.UNWANTED);

  /** The value {@code Clean}. */
  public static final DeterminationType CLEAN = VALUES.known("Clean", Known.CLEAN);

  /** The value {@code Pua}. */
  public static final DeterminationType PUA = VALUES.known("Pua", Known.PUA);

  private DeterminationType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DeterminationType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DeterminationType#UNKNOWN}. */
    UNKNOWN,
    /** {@link DeterminationType#MALWARE}. */
    MALWARE,
    /** {@link DeterminationType#UNWANTED}. */
    UNWANTED,
    /** {@link DeterminationType#CLEAN}. */
    CLEAN,
    /** {@link DeterminationType#PUA}. */
    PUA,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
