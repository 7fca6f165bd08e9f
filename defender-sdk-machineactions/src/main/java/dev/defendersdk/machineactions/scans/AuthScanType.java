package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What an authenticated scan looks at. Page: get-authenticated-scan-properties.md; members that it
 * does not name are from the service metadata.
 */
public final class AuthScanType extends OpenEnum<AuthScanType.Known> {

  private static final Values<Known, AuthScanType> VALUES =
      new Values<>(AuthScanType::new, Known.UNRECOGNIZED);

  /** The value {@code Network}. */
  public static final AuthScanType NETWORK = VALUES.known("Network", Known.NETWORK);

  /** The value {@code Windows}. */
  public static final AuthScanType WINDOWS = VALUES.known("Windows", Known.WINDOWS);

  /** The value {@code Linux}. */
  public static final AuthScanType LINUX = VALUES.known("Linux", Known.LINUX);

  /** The value {@code AdvancedActive}. */
  public static final AuthScanType ADVANCED_ACTIVE =
      VALUES.known("AdvancedActive", Known.ADVANCED_ACTIVE);

  private AuthScanType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static AuthScanType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link AuthScanType#NETWORK}. */
    NETWORK,
    /** {@link AuthScanType#WINDOWS}. */
    WINDOWS,
    /** {@link AuthScanType#LINUX}. */
    LINUX,
    /** {@link AuthScanType#ADVANCED_ACTIVE}. */
    ADVANCED_ACTIVE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
