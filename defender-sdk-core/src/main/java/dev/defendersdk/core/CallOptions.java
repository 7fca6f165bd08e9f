package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one call does differently from the client's own settings. Immutable: every method returns
 * new options.
 */
public final class CallOptions {

  private static final CallOptions DEFAULTS = new CallOptions(null, null, 0, null);

  private final @Nullable Duration deadline;
  private final @Nullable Duration attemptTimeout;
  private final int maxAttempts;
  private final @Nullable String clientRequestId;

  private CallOptions(
      @Nullable Duration deadline,
      @Nullable Duration attemptTimeout,
      int maxAttempts,
      @Nullable String clientRequestId) {
    this.deadline = deadline;
    this.attemptTimeout = attemptTimeout;
    this.maxAttempts = maxAttempts;
    this.clientRequestId = clientRequestId;
  }

  /** The client's own settings. */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /** How long the call may take in all: waiting, sign-in, all attempts and the body. */
  public CallOptions deadline(Duration deadline) {
    return new CallOptions(
        Check.positive(deadline, "deadline"), attemptTimeout, maxAttempts, clientRequestId);
  }

  /** How long one attempt may take, body included. */
  public CallOptions attemptTimeout(Duration timeout) {
    return new CallOptions(
        deadline, Check.positive(timeout, "attemptTimeout"), maxAttempts, clientRequestId);
  }

  /** How often the request may be sent: 1 switches retries off. */
  public CallOptions maxAttempts(int maxAttempts) {
    return new CallOptions(
        deadline,
        attemptTimeout,
        Check.between(maxAttempts, 1, 20, "maxAttempts"),
        clientRequestId);
  }

  /** The id that the call carries to the service and through logs, in place of a random one. */
  public CallOptions clientRequestId(UUID id) {
    return new CallOptions(
        deadline, attemptTimeout, maxAttempts, Check.notNull(id, "clientRequestId").toString());
  }

  Duration deadlineOr(Duration other) {
    return deadline == null ? other : deadline;
  }

  Duration attemptTimeoutOr(Duration other) {
    return attemptTimeout == null ? other : attemptTimeout;
  }

  int maxAttemptsOr(int other) {
    return maxAttempts == 0 ? other : maxAttempts;
  }

  @Nullable String clientRequestId() {
    return clientRequestId;
  }

  @Override
  public String toString() {
    return "CallOptions[deadline="
        + deadline
        + ", attemptTimeout="
        + attemptTimeout
        + ", maxAttempts="
        + maxAttempts
        + "]";
  }
}
