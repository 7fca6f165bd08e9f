package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.auth.TokenClaims;
import dev.defendersdk.core.internal.runner.Step.Why;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.internal.transport.WireResponse;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong last in a call, and the exception that tells it. */
final class Failure {

  private final PreparedCall<?> call;
  private final TimeSource time;

  private int status;
  private @Nullable ErrorBody body;
  private @Nullable String detail;
  private @Nullable Throwable cause;
  private @Nullable AccessToken token;
  private @Nullable DefenderException signIn;
  private long nextPermitNanos;
  private boolean tooLarge;

  Failure(PreparedCall<?> call, TimeSource time) {
    this.call = call;
    this.time = time;
  }

  void answer(WireResponse answer, ErrorBody error, @Nullable AccessToken sentToken) {
    reset();
    status = answer.status();
    body = error;
    token = sentToken;
  }

  void unreadable(WireResponse answer, Exception problem) {
    reset();
    status = answer.status();
    detail =
        answer.length() == 0
            ? "the body is empty"
            : "the body of " + answer.length() + " bytes cannot be read: " + firstLine(problem);
  }

  void transport(TransportFailure problem) {
    reset();
    detail = problem.getMessage();
    cause = problem.getCause();
    tooLarge = problem.kind() == TransportFailure.Kind.TOO_LARGE;
  }

  void signIn(DefenderException error) {
    reset();
    signIn = error;
  }

  void tokenLate() {
    if (signIn == null) {
      reset();
      detail = "no token came in time";
    }
  }

  void nextPermit(long nanos) {
    nextPermitNanos = nanos;
  }

  DefenderException toException(Step.Fail fail, int attempts, boolean mayHaveActed) {
    ErrorKind kind = refined(fail.kind());
    ErrorReport report = ErrorReport.of(kind).operation(call.operation().id());
    boolean retryable = fail.why() != Why.FINAL && !mayHaveActed(fail.why());
    Duration retryAfter =
        fail.retryAfterNanos() < 0 ? null : Duration.ofNanos(fail.retryAfterNanos());
    report
        .call(call.clientRequestId(), attempts)
        .mayHaveActed(mayHaveActed)
        .retryable(retryable, retryAfter);
    switch (kind) {
      case QUOTA -> quota(report);
      case SIGN_IN -> signIn(report, fail.why());
      case INTERRUPTED ->
          report.detail(
              mayHaveActed(fail.why())
                  ? "interrupted while its answer was awaited; it may have acted"
                  : "interrupted");
      default -> answered(report, kind, fail.why());
    }
    return report.toException();
  }

  private void answered(ErrorReport report, ErrorKind kind, Why why) {
    Operation<?> operation = call.operation();
    report.status(status).cause(cause);
    if (body != null) {
      report.service(body.code(), body.message(), body.requestId());
    }
    String sentAs = operation.method() + " " + operation.path();
    String what = detail == null ? "" : detail + ", ";
    report.detail(
        "(" + what + sentAs + (why == Why.FINAL ? "" : "; not sent again: " + why.text()) + ")");
    if (kind == ErrorKind.FORBIDDEN) {
      forbidden(report);
    }
    if (tooLarge) {
      report.advice(
          (operation.largestPage() > 0
                  ? "Ask for fewer at a time with pageSize(…), or allow"
                  : "Allow")
              + " more with DefenderClient.builder().largestAnswer(…), where the heap has room.");
    }
    if (hasEnded(operation.lifecycle())) {
      report.advice(ended(operation.lifecycle()));
    }
  }

  // No documented error tells a retired call from another failure (deprecations.md, section 2).
  private boolean hasEnded(Lifecycle lifecycle) {
    LocalDate ends = lifecycle.ends();
    return ends != null
        && (status == 403 || status == 404 || status == 410)
        && !LocalDate.ofInstant(time.now(), ZoneOffset.UTC).isBefore(ends);
  }

  private static String ended(Lifecycle lifecycle) {
    List<String> permissions = lifecycle.permissionsToAdd();
    return "The service was to end this operation on "
        + lifecycle.ends()
        + (lifecycle.replacedBy() == null ? "" : ": use " + lifecycle.replacedBy() + " instead")
        + (permissions.isEmpty()
            ? ""
            : ", for which the tenant has to grant " + String.join(" or ", permissions))
        + ".";
  }

  private void forbidden(ErrorReport report) {
    TokenClaims claims = token == null ? TokenClaims.UNREADABLE : TokenClaims.of(token);
    Permissions permissions = call.operation().permissions();
    List<String> required = claims.ofUser() ? permissions.delegated() : permissions.application();
    report.permissions(required, claims.permissions());
    if (required.isEmpty() || !claims.readable()) {
      return;
    }
    String held = claims.permissions().isEmpty() ? "none" : String.join(", ", claims.permissions());
    boolean lacks = required.stream().noneMatch(claims.permissions()::contains);
    report.advice(
        lacks
            ? "Needs one of "
                + String.join(", ", required)
                + "; the token holds "
                + held
                + ". Grant it, have an administrator consent, and forget cached tokens."
            : "The token holds "
                + held
                + ", which should do: the tenant bars the operation itself.");
  }

  private void quota(ErrorReport report) {
    long waitNanos = Math.max(0, nextPermitNanos - time.nanos());
    Instant next = time.now().plusNanos(waitNanos);
    report
        .nextPermit(next)
        .retryable(true, Duration.ofNanos(waitNanos))
        .detail(
            "not sent: the quota of "
                + call.operation().quota().perMinute()
                + " calls a minute and "
                + call.operation().quota().perHour()
                + " an hour has its next permit at "
                + next
                + ", after the deadline");
  }

  private void signIn(ErrorReport report, Why why) {
    DefenderException error = signIn;
    if (error == null) {
      return;
    }
    report
        .status(error.status().orElse(0))
        .service(
            error.code().orElse(null),
            error.serviceMessage().orElse(null),
            error.requestId().orElse(null))
        .cause(error);
    report.detail(
        "no token for tenant "
            + call.tenantId()
            + error.detail().map(detail -> ": " + detail).orElse("")
            + (why == Why.FINAL ? "" : "; " + why.text()));
    report.advice(error.advice());
  }

  private ErrorKind refined(ErrorKind kind) {
    return kind == ErrorKind.BAD_REQUEST && body != null && body.saysAlreadyActive()
        ? ErrorKind.CONFLICT
        : kind;
  }

  private void reset() {
    status = 0;
    body = null;
    detail = null;
    cause = null;
    token = null;
    signIn = null;
    tooLarge = false;
  }

  private static boolean mayHaveActed(Why why) {
    return why == Why.MAY_HAVE_ACTED;
  }

  // Jackson's messages go on with the place in the source on further lines.
  private static String firstLine(Exception problem) {
    return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
  }
}
