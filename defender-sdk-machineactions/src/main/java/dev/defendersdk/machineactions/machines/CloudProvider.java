package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The cloud of a virtual machine. Source: service metadata. */
public final class CloudProvider extends OpenEnum<CloudProvider.Known> {

  private static final Values<Known, CloudProvider> VALUES =
      new Values<>(CloudProvider::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final CloudProvider UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Azure}. */
  public static final CloudProvider AZURE = VALUES.known("Azure", Known.AZURE);

  private CloudProvider(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static CloudProvider of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link CloudProvider#UNKNOWN}. */
    UNKNOWN,
    /** {@link CloudProvider#AZURE}. */
    AZURE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
