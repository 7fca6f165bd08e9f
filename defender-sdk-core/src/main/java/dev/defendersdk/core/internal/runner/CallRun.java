package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.internal.auth.CachedToken;
import dev.defendersdk.core.internal.auth.TokenAnswer;
import dev.defendersdk.core.internal.quota.Permit;
import dev.defendersdk.core.internal.quota.PermitRequest;
import dev.defendersdk.core.internal.text.RetryAfter;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.internal.transport.WireResponse;
import dev.defendersdk.core.internal.waiting.Awaited;
import dev.defendersdk.core.observe.AttemptEvent;
import dev.defendersdk.core.observe.CallEvent;
import dev.defendersdk.core.observe.WaitEvent;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One run of one call, whoever drives it: what each step of {@link CallMachine} needs and brings.
 * The two drivers differ only in how they wait: {@link BlockingRun} on its thread, {@link
 * ScheduledRun} without one. For one thread at a time.
 *
 * @param <T> the result
 */
final class CallRun<T> {

  private static final Duration HOLD_WITHOUT_HINT = Duration.ofSeconds(1);
  private static final long FOR_EVER = Long.MAX_VALUE / 2;

  private final PreparedCall<T> call;
  private final Runner runner;
  private final TimeSource time;
  private final CallMachine machine;
  private final RetryBudget budget;
  private final Failure failure;
  private final Manner manner;
  private final long startedNanos;
  private final long deadlineNanos;

  private CallState state = CallState.NEW;
  private @Nullable Permit permit;
  private long permitAskedNanos;
  private Lane.@Nullable Place place;
  private long placeAskedNanos;
  private long attemptBegunNanos;
  private @Nullable CachedToken token;
  private @Nullable String claims;
  private @Nullable T result;
  private boolean mayBeDone;

  CallRun(PreparedCall<T> call, Runner runner, Manner manner) {
    this.call = call;
    this.runner = runner;
    this.time = runner.time();
    this.budget = runner.budget(call.tokenKey().tenantId());
    this.manner = manner;
    this.startedNanos = time.nanos();
    this.deadlineNanos = startedNanos + call.deadline().toNanos();
    this.machine =
        new CallMachine(
            new CallPlan(
                call.repeatability(),
                deadlineNanos,
                call.attemptTimeout().toNanos(),
                call.maxAttempts(),
                manner));
    this.failure = new Failure(call, time);
    runner.reporter().begins(call.operation());
  }

  /** What to do after an event. */
  Step next(Event event) {
    CallMachine.Moment moment =
        new CallMachine.Moment(
            time.nanos(), time.random().nextDouble(), budget.hasRoom(), runner.isClosed());
    CallMachine.Next next = machine.next(state, event, moment);
    state = next.state();
    return next.step();
  }

  /** The wish for a permit; {@link #permitAtOnce} is asked before it is waited for. */
  PermitRequest askPermit() {
    permitAskedNanos = time.nanos();
    return runner
        .quotas()
        .request(
            call.quotaKey(),
            call.operation().quota(),
            manner.isPatient() ? permitAskedNanos + FOR_EVER : deadlineNanos,
            manner == Manner.BULK);
  }

  /** Takes a permit at once; else null, and the wait is reported. */
  @Nullable Event permitAtOnce(PermitRequest request) {
    Permit atOnce = request.atOnce();
    if (atOnce != null) {
      return permitted(new PermitRequest.Granted(atOnce));
    }
    // Told before it joins the row: whatever a listener does, it holds nobody in the row back.
    long expected = request.expectedNanos();
    if (expected - time.nanos() > 0 && (manner.isPatient() || expected - deadlineNanos <= 0)) {
      reportWait(WaitEvent.Reason.QUOTA, expected);
    }
    return null;
  }

  Event permitted(PermitRequest.Answer answer) {
    if (answer instanceof PermitRequest.Granted granted) {
      permit = granted.permit();
      return new Event.PermitGranted(time.nanos() - permitAskedNanos);
    }
    long next = ((PermitRequest.Refused) answer).nextNanos();
    failure.nextPermit(next);
    return new Event.PermitRefused(next);
  }

  Lane.Place askPlace() {
    placeAskedNanos = time.nanos();
    Lane.Place wish = runner.lanes().newPlace(call.tokenKey().tenantId());
    place = wish;
    return wish;
  }

  Event placed(Lane.Place taken) {
    return new Event.PlaceTaken(time.nanos() - placeAskedNanos);
  }

  Awaited<TokenAnswer> askToken(Step.AskToken ask) {
    return runner
        .tokens()
        .wish(
            call.tokenKey(),
            deadlineNanos + state.excusedNanos(),
            ask.renew() ? token : null,
            ask.renew() ? claims : null);
  }

  Event tokenCame(TokenAnswer answer) {
    if (answer instanceof TokenAnswer.Ready ready) {
      token = ready.token();
      return new Event.TokenReady();
    }
    releaseUnsent();
    if (answer instanceof TokenAnswer.Unavailable unavailable) {
      failure.signIn(unavailable.error());
      return new Event.TokenFailed(unavailable.error().isRetryable(), unavailable.waitNanos());
    }
    failure.tokenLate();
    return new Event.TokenLate();
  }

  /** The request of an attempt that begins now. */
  HttpRequest.Builder beginAttempt() {
    attemptBegunNanos = time.nanos();
    return request();
  }

  Event answered(Step.Send send, WireResponse answer) {
    endAttempt(true);
    reportAttempt(send, answer, null);
    if (token != null && answer.status() != 401) {
      token.accepted();
    }
    return classify(answer);
  }

  Event unanswered(Step.Send send, TransportFailure problem) {
    endAttempt(
        problem.kind() != TransportFailure.Kind.NOT_SENT
            && problem.kind() != TransportFailure.Kind.UNTRUSTED);
    reportAttempt(send, null, problem.getMessage());
    failure.transport(problem);
    mayBeDone |=
        problem.kind() != TransportFailure.Kind.NOT_SENT
            && problem.kind() != TransportFailure.Kind.UNTRUSTED;
    return switch (problem.kind()) {
      case NOT_SENT -> new Event.NotSent();
      case UNTRUSTED -> new Event.Untrusted();
      case LOST -> new Event.Lost();
      case TIMED_OUT -> new Event.AttemptTimedOut();
      case TOO_LARGE -> new Event.TooLarge();
    };
  }

  /** Gives back the permit of an attempt, and its place. */
  void endAttempt(boolean reachedService) {
    Lane.Place left = place;
    place = null;
    if (left != null) {
      left.leave();
    }
    Permit used = permit;
    permit = null;
    if (used != null && reachedService) {
      used.answered();
    } else if (used != null) {
      used.neverSent();
    }
  }

  void beginWait(Step.Wait wait) {
    if (wait.payRetry()) {
      budget.withdraw();
    }
    reportWait(wait.reason(), wait.untilNanos());
  }

  @SuppressWarnings("NullAway") // null is the result of an operation that returns nothing
  T succeed() {
    budget.deposit();
    reportEnd(null);
    return result;
  }

  DefenderException fail(Step.Fail fail) {
    releaseUnsent();
    DefenderException error = failure.toException(fail, state.attempts(), mayHaveActed());
    reportEnd(error.kind());
    return error;
  }

  private boolean mayHaveActed() {
    return call.operation().repeatability() != Repeatability.READ
        && (mayBeDone || state.onTheWire());
  }

  private HttpRequest.Builder request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "gzip, deflate");
    request.setHeader("User-Agent", runner.userAgent());
    request.setHeader("client-request-id", call.clientRequestId());
    call.operation().headers().forEach(request::setHeader);
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token.token().value());
    }
    PreparedCall.Body body = call.body();
    if (body == null) {
      return request.method(call.operation().method(), BodyPublishers.noBody());
    }
    request.setHeader("Content-Type", body.contentType());
    return request.method(call.operation().method(), body.publisher());
  }

  private Event classify(WireResponse answer) {
    if (answer.status() >= 200 && answer.status() < 300) {
      return decode(answer);
    }
    ErrorBody error = ErrorBody.read(answer);
    // A gateway's 404 says nothing of the list.
    if (answer.status() == 404 && call.emptyWhenNotFound() && error.ofService()) {
      return decode(answer);
    }
    // A repeated delete finds nothing: an attempt whose answer was lost has deleted it.
    if (answer.status() == 404 && mayBeDone && isDelete() && error.ofService()) {
      return new Event.Answered(204, Event.NO_HINT);
    }
    mayBeDone |= !isRefusal(answer.status());
    failure.answer(answer, error, token == null ? null : token.token());
    Duration hint = RetryAfter.of(answer.headers(), time.now());
    if (answer.status() == 401) {
      claims = Challenge.claims(answer.header("WWW-Authenticate"));
    }
    if (answer.status() == 429) {
      long until = time.nanos() + (hint == null ? HOLD_WITHOUT_HINT : hint).toNanos();
      runner.quotas().close(call.quotaKey(), call.operation().quota(), until);
    }
    return new Event.Answered(answer.status(), hint == null ? Event.NO_HINT : hint.toNanos());
  }

  private Event decode(WireResponse answer) {
    try {
      result = call.decoder().decode(answer);
      return new Event.Answered(200, Event.NO_HINT);
    } catch (IOException | RuntimeException e) {
      failure.unreadable(answer, e);
      mayBeDone = true;
      return new Event.Unreadable();
    }
  }

  private boolean isRefusal(int status) {
    return (status >= 400 && status < 500 && status != 408)
        || (status == 503 && call.operation().repeatability() == Repeatability.ACTING_UNLESS_503);
  }

  private boolean isDelete() {
    return call.operation().method().equals("DELETE")
        && call.operation().answer().form() == Answer.Form.NOTHING;
  }

  private void releaseUnsent() {
    endAttempt(false);
  }

  private void reportAttempt(
      Step.Send send, @Nullable WireResponse answer, @Nullable String problem) {
    AttemptEvent event =
        new AttemptEvent(
            call.operation().id(),
            call.tenantId(),
            call.clientRequestId(),
            send.attempt(),
            answer == null ? 0 : answer.status(),
            answer == null ? null : answer.headers().firstValue("request-id").orElse(null),
            problem,
            answer == null ? 0 : answer.length(),
            Duration.ofNanos(time.nanos() - attemptBegunNanos));
    runner.reporter().attempt(event, call.operation().method(), call.uri());
  }

  private void reportWait(WaitEvent.Reason reason, long untilNanos) {
    Duration expected = Duration.ofNanos(Math.max(0, untilNanos - time.nanos()));
    runner
        .reporter()
        .waits(
            new WaitEvent(
                call.operation().id(), call.tenantId(), call.clientRequestId(), reason, expected));
  }

  private void reportEnd(@Nullable ErrorKind error) {
    runner
        .reporter()
        .ended(
            new CallEvent(
                call.operation().id(),
                call.tenantId(),
                call.clientRequestId(),
                state.attempts(),
                error,
                Duration.ofNanos(time.nanos() - startedNanos)));
  }
}
