package dev.defendersdk.core.error;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.text.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failed call: the one way by which the SDK's exceptions are made, and by which
 * a test of yours makes the exceptions that it needs. Texts from outside are redacted as they come
 * in. A report is a builder: use it in one thread, and make one exception of it.
 *
 * <pre>{@code
 * throw ErrorReport.of(ErrorKind.NOT_FOUND).operation("machines.get").status(404).toException();
 * }</pre>
 */
public final class ErrorReport {

  final ErrorKind kind;
  @Nullable String operation;
  int status;
  @Nullable String code;
  @Nullable String serviceMessage;
  @Nullable String requestId;
  @Nullable String clientRequestId;
  int attempts;
  boolean mayHaveActed;
  @Nullable String detail;
  String advice;
  boolean retryable;
  @Nullable Duration retryAfter;
  @Nullable Instant nextPermit;
  List<String> required = List.of();
  List<String> held = List.of();
  @Nullable Throwable cause;

  private ErrorReport(ErrorKind kind) {
    this.kind = kind;
    this.mayHaveActed = kind == ErrorKind.OUTCOME_UNKNOWN;
    this.advice = kind.advice();
  }

  /** A report of which only the kind is known. */
  public static ErrorReport of(ErrorKind kind) {
    return new ErrorReport(Check.notNull(kind, "kind"));
  }

  /** The operation's id, such as {@code machines.get}. */
  public ErrorReport operation(String operation) {
    this.operation = Check.notBlank(operation, "operation");
    return this;
  }

  /** The HTTP status. */
  public ErrorReport status(int status) {
    this.status = Check.between(status, 0, 999, "status");
    return this;
  }

  /** The service's code, its text and its id of the request, as far as the answer held them. */
  public ErrorReport service(
      @Nullable String code, @Nullable String message, @Nullable String requestId) {
    this.code = code == null ? null : Redaction.text(code);
    this.serviceMessage = message == null ? null : Redaction.text(message);
    this.requestId = requestId == null ? null : Redaction.text(requestId);
    return this;
  }

  /** The SDK's own id of the call, and how often it was sent. */
  public ErrorReport call(String clientRequestId, int attempts) {
    this.clientRequestId = Check.notBlank(clientRequestId, "clientRequestId");
    this.attempts = Check.between(attempts, 0, Integer.MAX_VALUE, "attempts");
    return this;
  }

  /** Whether one of its attempts may have been carried out; so with an unknown outcome. */
  public ErrorReport mayHaveActed(boolean mayHaveActed) {
    this.mayHaveActed = mayHaveActed;
    return this;
  }

  /** What happened, in the SDK's own words. */
  public ErrorReport detail(String detail) {
    this.detail = Redaction.text(Check.notNull(detail, "detail"));
    return this;
  }

  /** What to do about it, where more is known than the kind says. */
  public ErrorReport advice(String advice) {
    this.advice = Check.notBlank(advice, "advice");
    return this;
  }

  /** Whether trying again may help, and how long to wait before it (null: not said). */
  public ErrorReport retryable(boolean retryable, @Nullable Duration retryAfter) {
    this.retryable = retryable;
    this.retryAfter = retryAfter;
    return this;
  }

  /** When the next permit of the quota comes, for {@link ErrorKind#QUOTA}. */
  public ErrorReport nextPermit(Instant nextPermit) {
    this.nextPermit = Check.notNull(nextPermit, "nextPermit");
    return this;
  }

  /** Which permissions the operation takes and which the token holds, for a 403. */
  public ErrorReport permissions(List<String> required, List<String> held) {
    this.required = Check.noNulls(required, "required");
    this.held = Check.noNulls(held, "held");
    return this;
  }

  /** The cause below it. */
  public ErrorReport cause(@Nullable Throwable cause) {
    this.cause = cause;
    return this;
  }

  /** The exception of this kind. */
  public DefenderException toException() {
    return switch (kind) {
      case BAD_REQUEST -> new BadRequestException(this);
      case SIGN_IN -> new SignInException(this);
      case UNAUTHORIZED -> new UnauthorizedException(this);
      case FORBIDDEN -> new ForbiddenException(this);
      case NOT_FOUND -> new NotFoundException(this);
      case CONFLICT -> new ConflictException(this);
      case THROTTLED -> new ThrottledException(this);
      case SERVER -> new ServerErrorException(this);
      case UNEXPECTED_STATUS -> new UnexpectedStatusException(this);
      case CONNECTION -> new ConnectionException(this);
      case DEADLINE -> new DeadlineException(this);
      case QUOTA -> new QuotaException(this);
      case CLOSED -> new ClosedException(this);
      case INTERRUPTED -> new InterruptedCallException(this);
      case UNREADABLE_ANSWER -> new UnreadableAnswerException(this);
      case LOCAL_FILE -> new LocalFileException(this);
      case OUTCOME_UNKNOWN -> new OutcomeUnknownException(this);
      case UNSUCCESSFUL -> new UnsuccessfulException(this);
    };
  }

  /** The message of the exception, written for the person on call at night. */
  String message() {
    StringBuilder text = new StringBuilder();
    if (operation != null) {
      text.append(operation).append(": ");
    }
    StringJoiner what = new StringJoiner(" ").setEmptyValue(kind.name());
    add(what, status > 0, status);
    add(what, code != null, code);
    add(what, serviceMessage != null, "\"" + serviceMessage + "\"");
    add(what, detail != null, detail);
    StringJoiner ids = new StringJoiner(", ", " [", "]").setEmptyValue("");
    add(ids, requestId != null, "request " + requestId);
    add(ids, clientRequestId != null, "client request " + clientRequestId);
    add(ids, attempts > 0, "attempts " + attempts);
    if (retryAfter != null) {
      ids.add("retry after " + Math.max(1, retryAfter.plusMillis(999).toSeconds()) + " s");
    }
    return text.append(what).append(ids).append(". ").append(advice).toString();
  }

  private static void add(StringJoiner joiner, boolean known, @Nullable Object part) {
    if (known) {
      joiner.add(String.valueOf(part));
    }
  }

  @Override
  public String toString() {
    return "ErrorReport[" + kind + ": " + message() + "]";
  }
}
