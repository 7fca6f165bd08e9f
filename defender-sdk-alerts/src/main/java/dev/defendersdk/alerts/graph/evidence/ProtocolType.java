package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The protocol of a connection. Page: security-networkconnectionevidence.md. */
public final class ProtocolType extends OpenEnum<ProtocolType.Known> {

  private static final Values<Known, ProtocolType> VALUES =
      new Values<>(ProtocolType::new, Known.UNRECOGNIZED);

  /** The value {@code tcp}. */
  public static final ProtocolType TCP = VALUES.known("tcp", Known.TCP);

  /** The value {@code udp}. */
  public static final ProtocolType UDP = VALUES.known("udp", Known.UDP);

  private ProtocolType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ProtocolType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ProtocolType#TCP}. */
    TCP,
    /** {@link ProtocolType#UDP}. */
    UDP,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
