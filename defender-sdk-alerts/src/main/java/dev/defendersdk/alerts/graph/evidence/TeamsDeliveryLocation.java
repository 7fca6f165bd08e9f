package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** Where a message in Teams is. Page: security-teamsmessageevidence.md. */
public final class TeamsDeliveryLocation extends OpenEnum<TeamsDeliveryLocation.Known> {

  private static final Values<Known, TeamsDeliveryLocation> VALUES =
      new Values<>(TeamsDeliveryLocation::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final TeamsDeliveryLocation UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code teams}. */
  public static final TeamsDeliveryLocation TEAMS = VALUES.known("teams", Known.TEAMS);

  /** The value {@code quarantine}. */
  public static final TeamsDeliveryLocation QUARANTINE =
      VALUES.known("quarantine", Known.QUARANTINE);

  /** The value {@code failed}. */
  public static final TeamsDeliveryLocation FAILED = VALUES.known("failed", Known.FAILED);

  private TeamsDeliveryLocation(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static TeamsDeliveryLocation of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link TeamsDeliveryLocation#UNKNOWN}. */
    UNKNOWN,
    /** {@link TeamsDeliveryLocation#TEAMS}. */
    TEAMS,
    /** {@link TeamsDeliveryLocation#QUARANTINE}. */
    QUARANTINE,
    /** {@link TeamsDeliveryLocation#FAILED}. */
    FAILED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
