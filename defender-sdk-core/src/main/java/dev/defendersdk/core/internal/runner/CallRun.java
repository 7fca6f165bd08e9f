package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.internal.auth.TokenUnavailable;
import dev.defendersdk.core.internal.quota.QuotaLedger;
import dev.defendersdk.core.internal.quota.QuotaRefused;
import dev.defendersdk.core.internal.text.RetryAfter;
import dev.defendersdk.core.internal.transport.TransportFailure;
import dev.defendersdk.core.internal.transport.WireResponse;
import dev.defendersdk.core.observe.AttemptEvent;
import dev.defendersdk.core.observe.CallEvent;
import dev.defendersdk.core.observe.WaitEvent;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One run of one call: carries out the steps of {@link CallMachine} and tells it what happened.
 *
 * @param <T> the result
 */
final class CallRun<T> {

  private static final Duration HOLD_WITHOUT_HINT = Duration.ofSeconds(1);

  private final PreparedCall<T> call;
  private final Runner runner;
  private final TimeSource time;
  private final CallMachine machine;
  private final RetryBudget budget;
  private final long startedNanos;
  private final long deadlineNanos;

  private CallState state = CallState.NEW;
  private QuotaLedger.@Nullable Permit permit;
  private @Nullable AccessToken token;
  private @Nullable String claims;
  private @Nullable T result;
  private final Failure failure;
  private final Closing closing = new Closing(Thread.currentThread());

  CallRun(PreparedCall<T> call, Runner runner) {
    this.call = call;
    this.runner = runner;
    this.time = runner.time();
    this.budget = runner.budget(call.tenantId());
    this.startedNanos = time.nanos();
    this.deadlineNanos = startedNanos + call.deadline().toNanos();
    this.machine =
        new CallMachine(
            new CallPlan(
                call.operation().repeatability(),
                deadlineNanos,
                call.attemptTimeout().toNanos(),
                call.maxAttempts()));
    this.failure = new Failure(call, time);
  }

  T run() {
    runner.begin(closing);
    try {
      return runToItsEnd();
    } finally {
      runner.end(closing);
      closing.end();
    }
  }

  private T runToItsEnd() {
    Event event =
        Thread.currentThread().isInterrupted() ? new Event.Interrupted() : new Event.Started();
    while (true) {
      CallMachine.Next next = machine.next(state, event, moment());
      state = next.state();
      Step step = next.step();
      if (step instanceof Step.Succeed) {
        return succeed();
      }
      if (step instanceof Step.Fail fail) {
        throw fail(fail);
      }
      try {
        event = carryOut(step);
      } catch (InterruptedException e) {
        event = closing.isAsked() ? new Event.Closed() : new Event.Interrupted();
        if (event instanceof Event.Interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  private CallMachine.Moment moment() {
    return new CallMachine.Moment(time.nanos(), time.random().nextDouble(), budget.hasRoom());
  }

  private Event carryOut(Step step) throws InterruptedException {
    if (step instanceof Step.AskPermit) {
      return askPermit();
    }
    if (step instanceof Step.AskToken ask) {
      return askToken(ask.renew());
    }
    if (step instanceof Step.Send send) {
      return send(send);
    }
    if (step instanceof Step.Wait wait) {
      return await(wait);
    }
    throw new IllegalStateException("no such step: " + step);
  }

  private Event askPermit() throws InterruptedException {
    try {
      permit =
          runner
              .quotas()
              .acquire(
                  call.quotaKey(),
                  call.operation().quota(),
                  deadlineNanos,
                  until -> reportWait(WaitEvent.Reason.QUOTA, until));
      return new Event.PermitGranted();
    } catch (QuotaRefused refused) {
      failure.nextPermit(refused.nextNanos());
      return new Event.PermitRefused(refused.nextNanos());
    }
  }

  private Event askToken(boolean renew) throws InterruptedException {
    boolean ready = false;
    try {
      AccessToken got =
          runner
              .tokens()
              .get(call.tokenKey(), deadlineNanos, renew ? token : null, renew ? claims : null);
      if (got == null) {
        return new Event.TokenLate();
      }
      token = got;
      ready = true;
      return new Event.TokenReady();
    } catch (TokenUnavailable e) {
      failure.signIn(e.error());
      return new Event.TokenFailed(e.error().isRetryable(), e.waitNanos());
    } finally {
      if (!ready) {
        releaseUnsent();
      }
    }
  }

  private Event send(Step.Send send) throws InterruptedException {
    long begun = time.nanos();
    boolean reachedService = true;
    try {
      WireResponse answer =
          runner.transport().send(request(), Duration.ofNanos(send.timeoutNanos()));
      reportAttempt(send, answer, null, begun);
      return classify(answer);
    } catch (TransportFailure e) {
      reachedService =
          e.kind() != TransportFailure.Kind.NOT_SENT && e.kind() != TransportFailure.Kind.UNTRUSTED;
      reportAttempt(send, null, e.getMessage(), begun);
      failure.transport(e);
      return switch (e.kind()) {
        case NOT_SENT -> new Event.NotSent();
        case UNTRUSTED -> new Event.Untrusted();
        case LOST -> new Event.Lost();
        case TIMED_OUT -> new Event.AttemptTimedOut();
        case TOO_LARGE -> new Event.TooLarge();
      };
    } finally {
      QuotaLedger.Permit used = permit;
      permit = null;
      if (used != null && reachedService) {
        used.answered();
      } else if (used != null) {
        used.neverSent();
      }
    }
  }

  private HttpRequest.Builder request() {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "gzip, deflate");
    request.setHeader("User-Agent", runner.userAgent());
    request.setHeader("client-request-id", call.clientRequestId());
    call.operation().headers().forEach(request::setHeader);
    if (token != null) {
      request.setHeader("Authorization", "Bearer " + token.value());
    }
    BodyPublisher body = call.body();
    if (body != null) {
      request.setHeader("Content-Type", "application/json");
    }
    return request.method(call.operation().method(), body == null ? BodyPublishers.noBody() : body);
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
    failure.answer(answer, error, token);
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
      return new Event.Unreadable();
    }
  }

  private Event await(Step.Wait wait) throws InterruptedException {
    if (wait.payRetry()) {
      budget.withdraw();
    }
    reportWait(wait.reason(), wait.untilNanos());
    time.newSignal().await(wait.untilNanos());
    return new Event.Woke();
  }

  @SuppressWarnings("NullAway") // null is the result of an operation that returns nothing
  private T succeed() {
    budget.deposit();
    reportEnd(null);
    return result;
  }

  private DefenderException fail(Step.Fail fail) {
    releaseUnsent();
    DefenderException error = failure.toException(fail, state.attempts());
    reportEnd(error.kind());
    return error;
  }

  private void releaseUnsent() {
    QuotaLedger.Permit unused = permit;
    permit = null;
    if (unused != null) {
      unused.neverSent();
    }
  }

  private void reportAttempt(
      Step.Send send, @Nullable WireResponse answer, @Nullable String problem, long begun) {
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
            Duration.ofNanos(time.nanos() - begun));
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
