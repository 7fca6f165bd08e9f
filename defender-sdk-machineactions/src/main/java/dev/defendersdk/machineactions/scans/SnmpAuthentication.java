package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.argument.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sign-in to network devices by SNMP. Immutable: every method returns a new one. Page:
 * get-authenticated-scan-properties.md.
 *
 * <pre>{@code
 * SnmpAuthentication scanner =
 *     SnmpAuthentication.user("scanner")
 *         .authentication(SnmpAuthProtocol.SHA1, System.getenv("SNMP_AUTH_PASSWORD"))
 *         .privacy(SnmpPrivProtocol.AES, System.getenv("SNMP_PRIV_PASSWORD"));
 * }</pre>
 */
public final class SnmpAuthentication extends ScanAuthentication {

  private final Map<String, Object> members;

  private SnmpAuthentication(Map<String, Object> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /**
   * By a community string.
   *
   * @param communityString a secret
   */
  public static SnmpAuthentication communityString(String communityString) {
    return begun(SnmpAuthType.COMMUNITY_STRING)
        .with("communityString", secret(communityString, "communityString"));
  }

  /** As a user, without authentication and encryption as long as none is added. */
  public static SnmpAuthentication user(String username) {
    return begun(SnmpAuthType.NO_AUTH_NO_PRIV)
        .with("username", Check.notBlank(username, "username"));
  }

  /** With credentials from a key vault. */
  public static SnmpAuthentication keyVault(SnmpAuthType type, KeyVaultSecret secret) {
    Map<String, Object> more = new LinkedHashMap<>(begun(type).members);
    more.putAll(Check.notNull(secret, "secret").members());
    return new SnmpAuthentication(more);
  }

  /**
   * Adds authentication, for a user.
   *
   * @param password a secret
   * @throws IllegalStateException if it was not begun with {@link #user}
   */
  public SnmpAuthentication authentication(SnmpAuthProtocol protocol, String password) {
    return goingOnFrom(SnmpAuthType.NO_AUTH_NO_PRIV, "authentication", "Begin with user(…)")
        .with("type", SnmpAuthType.AUTH_NO_PRIV)
        .with("authProtocol", Check.notNull(protocol, "protocol"))
        .with("authPassword", secret(password, "password"));
  }

  /**
   * Adds encryption, for a user that is authenticated.
   *
   * @param password a secret
   * @throws IllegalStateException if there is no authentication yet
   */
  public SnmpAuthentication privacy(SnmpPrivProtocol protocol, String password) {
    return goingOnFrom(SnmpAuthType.AUTH_NO_PRIV, "privacy", "Add authentication(…) before")
        .with("type", SnmpAuthType.AUTH_PRIV)
        .with("privProtocol", Check.notNull(protocol, "protocol"))
        .with("privPassword", secret(password, "password"));
  }

  private SnmpAuthentication goingOnFrom(SnmpAuthType type, String what, String fix) {
    if (members.get("type") != type || !members.containsKey("username")) {
      throw new IllegalStateException(
          what
              + " is added to "
              + members.get("type")
              + ": it goes with "
              + type
              + ". "
              + fix
              + ".");
    }
    return this;
  }

  // Whatever is wrong with a secret, a message does not show it.
  private static String secret(String value, String name) {
    if (Check.notNull(value, name).isBlank()) {
      throw new IllegalArgumentException(
          name + " is blank: it must not be so. Pass the secret that the devices know.");
    }
    return value;
  }

  private static SnmpAuthentication begun(SnmpAuthType type) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("@odata.type", "#microsoft.windowsDefenderATP.api.SnmpAuthParams");
    members.put("type", Check.notNull(type, "type"));
    return new SnmpAuthentication(members);
  }

  private SnmpAuthentication with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new SnmpAuthentication(more);
  }

  @Override
  AuthScanType scanType() {
    return AuthScanType.NETWORK;
  }

  @Override
  Map<String, Object> members() {
    return members;
  }
}
