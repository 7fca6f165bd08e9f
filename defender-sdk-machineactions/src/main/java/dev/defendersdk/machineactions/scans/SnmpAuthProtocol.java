package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How SNMP authenticates. Page: get-authenticated-scan-properties.md. */
public final class SnmpAuthProtocol extends OpenEnum<SnmpAuthProtocol.Known> {

  private static final Values<Known, SnmpAuthProtocol> VALUES =
      new Values<>(SnmpAuthProtocol::new, Known.UNRECOGNIZED);

  /** The value {@code MD5}. */
  public static final SnmpAuthProtocol MD5 = VALUES.known("MD5", Known.MD5);

  /** The value {@code SHA1}. */
  public static final SnmpAuthProtocol SHA1 = VALUES.known("SHA1", Known.SHA1);

  private SnmpAuthProtocol(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SnmpAuthProtocol of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SnmpAuthProtocol#MD5}. */
    MD5,
    /** {@link SnmpAuthProtocol#SHA1}. */
    SHA1,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
