package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** What manages a machine. Source: service metadata. */
public final class ManagedBy extends OpenEnum<ManagedBy.Known> {

  private static final Values<Known, ManagedBy> VALUES =
      new Values<>(ManagedBy::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final ManagedBy UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Intune}. */
  public static final ManagedBy INTUNE = VALUES.known("Intune", Known.INTUNE);

  /** The value {@code SystemCenterConfigurationManager}. */
  public static final ManagedBy SYSTEM_CENTER_CONFIGURATION_MANAGER =
      VALUES.known("SystemCenterConfigurationManager", Known.SYSTEM_CENTER_CONFIGURATION_MANAGER);

  /** The value {@code MicrosoftDefenderForEndpoint}. */
  public static final ManagedBy MICROSOFT_DEFENDER_FOR_ENDPOINT =
      VALUES.known("MicrosoftDefenderForEndpoint", Known.MICROSOFT_DEFENDER_FOR_ENDPOINT);

  private ManagedBy(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ManagedBy of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ManagedBy#UNKNOWN}. */
    UNKNOWN,
    /** {@link ManagedBy#INTUNE}. */
    INTUNE,
    /** {@link ManagedBy#SYSTEM_CENTER_CONFIGURATION_MANAGER}. */
    SYSTEM_CENTER_CONFIGURATION_MANAGER,
    /** {@link ManagedBy#MICROSOFT_DEFENDER_FOR_ENDPOINT}. */
    MICROSOFT_DEFENDER_FOR_ENDPOINT,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
