package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What the targets of a scan are. Source: service metadata and samples; the page prints {@code IP
 * Address} for {@code Ip}.
 */
public final class TargetType extends OpenEnum<TargetType.Known> {

  private static final Values<Known, TargetType> VALUES =
      new Values<>(TargetType::new, Known.UNRECOGNIZED);

  /** The value {@code Ip}. */
  public static final TargetType IP = VALUES.known("Ip", Known.IP);

  /** The value {@code Hostname}. */
  public static final TargetType HOSTNAME = VALUES.known("Hostname", Known.HOSTNAME);

  /** The value {@code Combined}. */
  public static final TargetType COMBINED = VALUES.known("Combined", Known.COMBINED);

  private TargetType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static TargetType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link TargetType#IP}. */
    IP,
    /** {@link TargetType#HOSTNAME}. */
    HOSTNAME,
    /** {@link TargetType#COMBINED}. */
    COMBINED,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
