package dev.defendersdk.core.auth;

import dev.defendersdk.core.time.TimeSource;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a token is wanted for, and what to fetch it with.
 *
 * @param tenantId the tenant to sign in to
 * @param user whose token, for a client made by {@code forUser}; null for the application's own
 * @param userAssertion the token that a user presented, for a client made by {@code onBehalfOf};
 *     null otherwise
 * @param authority the root of the sign-in service, such as {@code
 *     https://login.microsoftonline.com}
 * @param scope the scope to ask for: the service's audience and {@code /.default}
 * @param claims the claims challenge of a refused token, decoded; null if there is none. A token
 *     fetched with it must be new
 * @param timeout how long the fetch may take
 * @param httpClient the client's own HTTP client, with its proxy and TLS settings
 * @param time the client's time source
 */
public record TokenRequest(
    String tenantId,
    @Nullable String user,
    @Nullable String userAssertion,
    URI authority,
    String scope,
    @Nullable String claims,
    Duration timeout,
    HttpClient httpClient,
    TimeSource time) {

  /** Shows whose token is wanted, and no token. */
  @Override
  public String toString() {
    return "TokenRequest[" + scope + " in " + tenantId + "]";
  }
}
