package dev.defendersdk.core.internal.msal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in of an application.
 *
 * @param authority the root of the sign-in service
 * @param tenantId the tenant
 * @param clientId the application
 * @param proof what it proves itself with
 * @param scope what the token is for
 * @param claims the claims challenge to answer, decoded, or null
 * @param userAssertion the token of the user on whose behalf it acts, or null for itself
 * @param timeout how long it may take
 */
public record SignInRequest(
    URI authority,
    String tenantId,
    String clientId,
    Proof proof,
    String scope,
    @Nullable String claims,
    @Nullable String userAssertion,
    Duration timeout) {

  /** Shows whose sign-in it is, and no secret. */
  @Override
  public String toString() {
    return "SignInRequest[" + clientId + " in " + tenantId + "]";
  }
}
