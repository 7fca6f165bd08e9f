package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** How a scan signs in by SNMP. Page: get-authenticated-scan-properties.md. */
public final class SnmpAuthType extends OpenEnum<SnmpAuthType.Known> {

  private static final Values<Known, SnmpAuthType> VALUES =
      new Values<>(SnmpAuthType::new, Known.UNRECOGNIZED);

  /** The value {@code CommunityString}. */
  public static final SnmpAuthType COMMUNITY_STRING =
      VALUES.known("CommunityString", Known.COMMUNITY_STRING);

  /** The value {@code NoAuthNoPriv}. */
  public static final SnmpAuthType NO_AUTH_NO_PRIV =
      VALUES.known("NoAuthNoPriv", Known.NO_AUTH_NO_PRIV);

  /** The value {@code AuthNoPriv}. */
  public static final SnmpAuthType AUTH_NO_PRIV = VALUES.known("AuthNoPriv", Known.AUTH_NO_PRIV);

  /** The value {@code AuthPriv}. */
  public static final SnmpAuthType AUTH_PRIV = VALUES.known("AuthPriv", Known.AUTH_PRIV);

  private SnmpAuthType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SnmpAuthType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SnmpAuthType#COMMUNITY_STRING}. */
    COMMUNITY_STRING,
    /** {@link SnmpAuthType#NO_AUTH_NO_PRIV}. */
    NO_AUTH_NO_PRIV,
    /** {@link SnmpAuthType#AUTH_NO_PRIV}. */
    AUTH_NO_PRIV,
    /** {@link SnmpAuthType#AUTH_PRIV}. */
    AUTH_PRIV,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
