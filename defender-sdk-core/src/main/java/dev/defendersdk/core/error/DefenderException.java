package dev.defendersdk.core.error;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors that calls throw. Unchecked. Catch a subclass, or branch on {@link
 * #kind()} and {@link #isRetryable()}; the message is for people and may change. Wrong arguments
 * are no call's error: they are {@link IllegalArgumentException}, thrown before anything is sent.
 *
 * <p>The family is closed for others, but not sealed: new kinds may come with a minor release.
 */
public abstract class DefenderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final @Nullable String operation;
  private final int status;
  private final @Nullable String code;
  private final @Nullable String serviceMessage;
  private final @Nullable String requestId;
  private final @Nullable String clientRequestId;
  private final int attempts;
  private final boolean mayHaveActed;
  private final @Nullable String detail;
  private final String advice;
  private final boolean retryable;
  private final @Nullable Duration retryAfter;

  DefenderException(ErrorReport report) {
    super(report.message(), report.cause);
    this.kind = report.kind;
    this.operation = report.operation;
    this.status = report.status;
    this.code = report.code;
    this.serviceMessage = report.serviceMessage;
    this.requestId = report.requestId;
    this.clientRequestId = report.clientRequestId;
    this.attempts = report.attempts;
    this.mayHaveActed = report.mayHaveActed;
    this.detail = report.detail;
    this.advice = report.advice;
    this.retryable = report.retryable;
    this.retryAfter = report.retryAfter;
  }

  /** The kind of error. */
  public final ErrorKind kind() {
    return kind;
  }

  /** True if the same call may succeed later, unchanged, and does no harm if it acted already. */
  public final boolean isRetryable() {
    return retryable;
  }

  /** The operation's id, such as {@code machines.get}; empty if no operation was called. */
  public final Optional<String> operation() {
    return Optional.ofNullable(operation);
  }

  /** The HTTP status of the last answer; empty if there was none. */
  public final OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** The service's own code, such as {@code ResourceNotFound}; empty if the answer held none. */
  public final Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** The service's own text. It may change: do not branch on it. */
  public final Optional<String> serviceMessage() {
    return Optional.ofNullable(serviceMessage);
  }

  /** The service's id of the request, to quote to its support. */
  public final Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /** The SDK's id of the call ({@code client-request-id}), the same on all its attempts. */
  public final Optional<String> clientRequestId() {
    return Optional.ofNullable(clientRequestId);
  }

  /** What happened, in the SDK's own words, beside what the service says. */
  public final Optional<String> detail() {
    return Optional.ofNullable(detail);
  }

  /** What to do about it, in a sentence: the end of the message. */
  public final String advice() {
    return advice;
  }

  /** How often the request was sent; 0 if it never was. */
  public final int attempts() {
    return attempts;
  }

  /**
   * Whether one of its attempts may have been carried out: it went out, and what came back does not
   * say that it was refused. So also where an attempt that was lost was followed by a refusal.
   * Never true of a call that only reads.
   */
  public final boolean mayHaveActed() {
    return mayHaveActed;
  }

  /** How long to wait before the next try, if the service or the quota said so. */
  public final Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
