package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How SNMP encrypts. Page: get-authenticated-scan-properties.md. */
public final class SnmpPrivProtocol extends OpenEnum<SnmpPrivProtocol.Known> {

  private static final Values<Known, SnmpPrivProtocol> VALUES =
      new Values<>(SnmpPrivProtocol::new, Known.UNRECOGNIZED);

  /** The value {@code DES}. */
  public static final SnmpPrivProtocol DES = VALUES.known("DES", Known.DES);

  /** The value {@code 3DES}. */
  public static final SnmpPrivProtocol TRIPLE_DES = VALUES.known("3DES", Known.TRIPLE_DES);

  /** The value {@code AES}. */
  public static final SnmpPrivProtocol AES = VALUES.known("AES", Known.AES);

  private SnmpPrivProtocol(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SnmpPrivProtocol of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SnmpPrivProtocol#DES}. */
    DES,
    /** {@link SnmpPrivProtocol#TRIPLE_DES}. */
    TRIPLE_DES,
    /** {@link SnmpPrivProtocol#AES}. */
    AES,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
