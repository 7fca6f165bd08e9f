package dev.defendersdk.machineactions.scans;

import dev.defendersdk.core.argument.Check;
import java.util.Map;

/**
 * Credentials that lie in a key vault, so that they are not sent. Immutable. Page:
 * get-authenticated-scan-properties.md.
 */
public final class KeyVaultSecret {

  private final String member;
  private final String vault;
  private final String secretName;

  private KeyVaultSecret(String member, String vault, String secretName) {
    this.member = member;
    this.vault = Check.notBlank(vault, "vault");
    this.secretName = Check.notBlank(secretName, "secretName");
  }

  /**
   * A secret in a vault.
   *
   * @param vault the address of the vault, {@code https://….vault.azure.net}
   * @param secretName its name there, not its value
   */
  public static KeyVaultSecret of(String vault, String secretName) {
    return new KeyVaultSecret("keyVaultUri", vault, secretName);
  }

  /**
   * Sends the vault as {@code keyVaultUrl}, as the page prints it. The service metadata says {@code
   * keyVaultUri}, which is what is sent otherwise; which of them the service takes is not settled
   * (authenticated-scans.md, doubts).
   */
  public KeyVaultSecret asKeyVaultUrl() {
    return new KeyVaultSecret("keyVaultUrl", vault, secretName);
  }

  Map<String, Object> members() {
    return Map.of(member, vault, "keyVaultSecretName", secretName);
  }

  /** Shows the type alone. */
  @Override
  public String toString() {
    return "KeyVaultSecret[]";
  }
}
