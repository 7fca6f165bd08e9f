package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * How a scan signs in to Windows machines. Page: get-authenticated-scan-properties.md, which names
 * {@code Kerberos} and {@code Negotiate}; the others are from the service metadata.
 */
public final class WindowsAuthType extends OpenEnum<WindowsAuthType.Known> {

  private static final Values<Known, WindowsAuthType> VALUES =
      new Values<>(WindowsAuthType::new, Known.UNRECOGNIZED);

  /** The value {@code None}. */
  public static final WindowsAuthType NONE = VALUES.known("None", Known.NONE);

  /** The value {@code Ntlm}. */
  public static final WindowsAuthType NTLM = VALUES.known("Ntlm", Known.NTLM);

  /** The value {@code Kerberos}. */
  public static final WindowsAuthType KERBEROS = VALUES.known("Kerberos", Known.KERBEROS);

  /** The value {@code Negotiate}. */
  public static final WindowsAuthType NEGOTIATE = VALUES.known("Negotiate", Known.NEGOTIATE);

  private WindowsAuthType(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static WindowsAuthType of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link WindowsAuthType#NONE}. */
    NONE,
    /** {@link WindowsAuthType#NTLM}. */
    NTLM,
    /** {@link WindowsAuthType#KERBEROS}. */
    KERBEROS,
    /** {@link WindowsAuthType#NEGOTIATE}. */
    NEGOTIATE,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
