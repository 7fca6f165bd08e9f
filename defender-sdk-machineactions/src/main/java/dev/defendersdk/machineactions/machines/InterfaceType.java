package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The kind of a network interface. Source: service metadata. */
public final class InterfaceType extends OpenEnum<InterfaceType.Known> {

  private static final Values<Known, InterfaceType> VALUES =
      new Values<>(InterfaceType::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final InterfaceType UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code Other}. */
  public static final InterfaceType OTHER = VALUES.known("Other", Known.OTHER);

  /** The value {@code Ethernet}. */
  public static final InterfaceType ETHERNET = VALUES.known("Ethernet", Known.ETHERNET);

  /** The value {@code TokenRing}. */
  public static final InterfaceType TOKEN_RING = VALUES.known("TokenRing", Known.TOKEN_RING);

  /** The value {@code PPP}. */
  public static final InterfaceType PPP = VALUES.known("PPP", Known.PPP);

  /** The value {@code SoftwareLoopback}. */
  public static final InterfaceType SOFTWARE_LOOPBACK =
      VALUES.known("SoftwareLoopback", Known.SOFTWARE_LOOPBACK);

  /** The value {@code ATM}. */
  public static final InterfaceType ATM = VALUES.known("ATM", Known.ATM);

  /** The value {@code IEEE80211}. */
  public static final InterfaceType IEEE80211 = VALUES.known("IEEE80211", Known.IEEE80211);

  /** The value {@code Tunnel}. */
  public static final InterfaceType TUNNEL = VALUES.known("Tunnel", Known.TUNNEL);

  /** The value {@code IEEE1394}. */
  public static final InterfaceType IEEE1394 = VALUES.known("IEEE1394", Known.IEEE1394);

  private InterfaceType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static InterfaceType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link InterfaceType#UNKNOWN}. */
    UNKNOWN,
    /** {@link InterfaceType#OTHER}. */
    OTHER,
    /** {@link InterfaceType#ETHERNET}. */
    ETHERNET,
    /** {@link InterfaceType#TOKEN_RING}. */
    TOKEN_RING,
    /** {@link InterfaceType#PPP}. */
    PPP,
    /** {@link InterfaceType#SOFTWARE_LOOPBACK}. */
    SOFTWARE_LOOPBACK,
    /** {@link InterfaceType#ATM}. */
    ATM,
    /** {@link InterfaceType#IEEE80211}. */
    IEEE80211,
    /** {@link InterfaceType#TUNNEL}. */
    TUNNEL,
    /** {@link InterfaceType#IEEE1394}. */
    IEEE1394,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
