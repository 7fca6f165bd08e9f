package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How Defender Antivirus is on a device. Page: security-deviceevidence.md. */
public final class DefenderAvStatus extends OpenEnum<DefenderAvStatus.Known> {

  private static final Values<Known, DefenderAvStatus> VALUES =
      new Values<>(DefenderAvStatus::new, Known.UNRECOGNIZED);

  /** The value {@code notReporting}. */
  public static final DefenderAvStatus NOT_REPORTING =
      VALUES.known("notReporting", Known.NOT_REPORTING);

  /** The value {@code disabled}. */
  public static final DefenderAvStatus DISABLED = VALUES.known("disabled", Known.DISABLED);

  /** The value {@code notUpdated}. */
  public static final DefenderAvStatus NOT_UPDATED = VALUES.known("notUpdated", Known.NOT_UPDATED);

  /** The value {@code updated}. */
  public static final DefenderAvStatus UPDATED = VALUES.known("updated", Known.UPDATED);

  /** The value {@code unknown}. */
  public static final DefenderAvStatus UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code notSupported}. */
  public static final DefenderAvStatus NOT_SUPPORTED =
      VALUES.known("notSupported", Known.NOT_SUPPORTED);

  private DefenderAvStatus(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DefenderAvStatus of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DefenderAvStatus#NOT_REPORTING}. */
    NOT_REPORTING,
    /** {@link DefenderAvStatus#DISABLED}. */
    DISABLED,
    /** {@link DefenderAvStatus#NOT_UPDATED}. */
    NOT_UPDATED,
    /** {@link DefenderAvStatus#UPDATED}. */
    UPDATED,
    /** {@link DefenderAvStatus#UNKNOWN}. */
    UNKNOWN,
    /** {@link DefenderAvStatus#NOT_SUPPORTED}. */
    NOT_SUPPORTED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
