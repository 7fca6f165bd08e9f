package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.internal.auth.TokenKey;
import dev.defendersdk.core.internal.quota.QuotaKey;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call with everything in it that is sent, checked and encoded.
 *
 * @param operation what is called
 * @param repeatability what a second sending would do
 * @param uri where, on the operation's own service
 * @param body what is sent, or null for none
 * @param tokenKey whose token goes with it
 * @param quotaKey what it is counted against
 * @param tenantId the tenant, for events and logs
 * @param clientRequestId the same on all attempts
 * @param deadline how long the call may take in all
 * @param attemptTimeout how long one attempt may take
 * @param maxAttempts how often it may be sent
 * @param emptyWhenNotFound true if a 404 of the service means that nothing was found
 * @param decoder makes the result of a successful answer
 * @param <T> the result
 */
public record PreparedCall<T>(
    Operation<?> operation,
    Repeatability repeatability,
    URI uri,
    @Nullable Body body,
    TokenKey tokenKey,
    QuotaKey quotaKey,
    String tenantId,
    String clientRequestId,
    Duration deadline,
    Duration attemptTimeout,
    int maxAttempts,
    boolean emptyWhenNotFound,
    Decoder<T> decoder) {

  /**
   * A body and what it is.
   *
   * @param publisher may be subscribed to again, for another attempt
   */
  public record Body(String contentType, BodyPublisher publisher) {}

  /** Names the operation: the rest may hold what a log must not. */
  @Override
  public String toString() {
    return "PreparedCall[" + operation.id() + "]";
  }
}
