package dev.defendersdk.core.auth;

/**
 * Who signs in: a tenant to begin with, and a way to get tokens. Made by {@link Credentials}. Two
 * credentials never share a token.
 */
public sealed interface Credential extends TokenSupplier
    permits ApplicationCredential, ManagedIdentityCredential, SuppliedTokenCredential {

  /** The tenant of a client that is given no other by {@code forTenant}: an id or a domain name. */
  String tenantId();

  /**
   * The application (client) id that quotas are counted by, or an empty text if it is not known.
   */
  String clientId();

  /** True if the credential can get tokens of users, named by {@code forUser}. */
  boolean servesUsers();

  /** True if the application can get tokens on behalf of users, given tokens of theirs. */
  default boolean actsOnBehalf() {
    return false;
  }
}
