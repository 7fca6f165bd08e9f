package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * Whether a message in Teams came in, went out or stayed within. Page:
 * security-teamsmessageevidence.md.
 */
public final class AntispamTeamsDirection extends OpenEnum<AntispamTeamsDirection.Known> {

  private static final Values<Known, AntispamTeamsDirection> VALUES =
      new Values<>(AntispamTeamsDirection::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final AntispamTeamsDirection UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code inbound}. */
  public static final AntispamTeamsDirection INBOUND = VALUES.known("inbound", Known.INBOUND);

  /** The value {@code outbound}. */
  public static final AntispamTeamsDirection OUTBOUND = VALUES.known("outbound", Known.OUTBOUND);

  /** The value {@code intraorg}. */
  public static final AntispamTeamsDirection INTRAORG = VALUES.known("intraorg", Known.INTRAORG);

  private AntispamTeamsDirection(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AntispamTeamsDirection of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AntispamTeamsDirection#UNKNOWN}. */
    UNKNOWN,
    /** {@link AntispamTeamsDirection#INBOUND}. */
    INBOUND,
    /** {@link AntispamTeamsDirection#OUTBOUND}. */
    OUTBOUND,
    /** {@link AntispamTeamsDirection#INTRAORG}. */
    INTRAORG,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
