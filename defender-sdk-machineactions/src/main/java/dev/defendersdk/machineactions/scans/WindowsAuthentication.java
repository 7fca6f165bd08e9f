package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.argument.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sign-in to Windows machines, by a group managed service account: the page takes no other user, so
 * there is no password. Immutable. Page: get-authenticated-scan-properties.md.
 */
public final class WindowsAuthentication extends ScanAuthentication {

  private final Map<String, Object> members;

  private WindowsAuthentication(Map<String, Object> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  /**
   * Signs in as a group managed service account.
   *
   * @param type {@code Kerberos} or {@code Negotiate} by the page
   */
  public static WindowsAuthentication of(WindowsAuthType type, String username) {
    Map<String, Object> members = begun(type);
    members.put("username", Check.notBlank(username, "username"));
    members.put("isGmsaUser", true);
    return new WindowsAuthentication(members);
  }

  /**
   * Signs in with credentials from a key vault.
   *
   * @param type {@code Kerberos} or {@code Negotiate} by the page
   */
  public static WindowsAuthentication of(WindowsAuthType type, KeyVaultSecret secret) {
    Map<String, Object> members = begun(type);
    members.putAll(Check.notNull(secret, "secret").members());
    // "Must be true" by the page, which makes no exception for a vault.
    members.put("isGmsaUser", true);
    return new WindowsAuthentication(members);
  }

  /** The domain of the user. */
  public WindowsAuthentication domain(String domain) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put("domain", Check.notBlank(domain, "domain"));
    return new WindowsAuthentication(more);
  }

  private static Map<String, Object> begun(WindowsAuthType type) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("@odata.type", "#microsoft.windowsDefenderATP.api.WindowsAuthParams");
    members.put("type", Check.notNull(type, "type"));
    return members;
  }

  @Override
  AuthScanType scanType() {
    return AuthScanType.WINDOWS;
  }

  @Override
  Map<String, Object> members() {
    return members;
  }
}
