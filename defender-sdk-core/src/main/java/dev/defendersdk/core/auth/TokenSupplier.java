package dev.defendersdk.core.auth;

/**
 * Supplies tokens from outside: a library that signs users in, a managed identity, a broker. Called
 * when a token is needed and none is cached, by one thread at a time for each tenant, user and
 * service. It need not cache.
 */
@FunctionalInterface
public interface TokenSupplier {

  /**
   * Returns a token for the request. Whatever it throws reaches the caller as the cause of a {@link
   * dev.defendersdk.core.error.SignInException}. An {@link java.io.IOException} is taken for a
   * passing failure: the supplier is asked again within the caller's deadline.
   */
  AccessToken token(TokenRequest request) throws Exception;
}
