package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.internal.runner.Step.Why;
import dev.defendersdk.core.observe.WaitEvent.Reason;

/**
 * The way of a call, as a pure function: where it stands and what happened, to what comes next. It
 * knows no thread, no clock and no wire, so all of retry, quota, sign-in and deadline can be read
 * here and tested as a table. A driver carries the steps out.
 *
 * <pre>
 * Started ─ AskPermit ─ AskPlace ─ AskToken ─ Send ─┬─ Succeed
 *               ▲                                   ├─ Fail
 *               └────────────── Wait ───────────────┘
 * </pre>
 *
 * <p>The place comes before the token and the time of the attempt, which may both run out while it
 * is waited for; and after the permit, so that calls of a quota that is used up keep no place from
 * those of another.
 */
public final class CallMachine {

  /**
   * What the machine needs of the world at the moment of an event.
   *
   * @param nowNanos the time
   * @param jitter a random number from 0 to 1, for the backoff
   * @param budgetHasRoom true if the tenant's retry budget can pay for a retry
   * @param closed true if the client was closed, of which the call is told in its own time
   */
  public record Moment(long nowNanos, double jitter, boolean budgetHasRoom, boolean closed) {}

  /** The next state and step. */
  public record Next(CallState state, Step step) {}

  private final CallPlan plan;

  public CallMachine(CallPlan plan) {
    this.plan = plan;
  }

  /** The next state and step after an event. */
  public Next next(CallState state, Event event, Moment moment) {
    if (moment.closed() && !state.onTheWire() && !(event instanceof Event.Interrupted)) {
      // Those that were ended before it may have left it their place, permit or token.
      return fail(state, ErrorKind.CLOSED, Why.FINAL, Event.NO_HINT);
    }
    if (event instanceof Event.Started || event instanceof Event.Woke) {
      return new Next(state, new Step.AskPermit());
    }
    if (event instanceof Event.PermitGranted granted) {
      CallState permitted =
          plan.manner().isPatient() ? state.excused(granted.waitedNanos()) : state;
      return plan.manner().keepsToItsLane()
          ? new Next(permitted, new Step.AskPlace())
          : askToken(permitted);
    }
    if (event instanceof Event.PlaceTaken taken) {
      return askToken(state.excused(taken.waitedNanos()));
    }
    if (event instanceof Event.PermitRefused refused) {
      // After an attempt it is what that brought that counts; the quota only keeps it from another.
      ErrorKind kind = state.lastFailure() == null ? ErrorKind.QUOTA : state.lastFailure();
      return fail(state, kind, Why.DEADLINE, refused.nextNanos() - moment.nowNanos());
    }
    if (event instanceof Event.TokenReady) {
      return send(state, moment);
    }
    if (event instanceof Event.TokenFailed failed) {
      return signInFailed(state.signInFailed(), failed, moment);
    }
    if (event instanceof Event.TokenLate) {
      // What the sign-in has brought so far says more than that time is up.
      ErrorKind kind = state.signIns() > 0 ? ErrorKind.SIGN_IN : ErrorKind.DEADLINE;
      return fail(state, kind, Why.DEADLINE, Event.NO_HINT);
    }
    boolean mayHaveActed = state.onTheWire() && acts();
    if (event instanceof Event.Interrupted) {
      Why why = mayHaveActed ? Why.MAY_HAVE_ACTED : Why.FINAL;
      return fail(state, ErrorKind.INTERRUPTED, why, Event.NO_HINT);
    }
    if (event instanceof Event.Closed) {
      return mayHaveActed
          ? fail(state, ErrorKind.OUTCOME_UNKNOWN, Why.MAY_HAVE_ACTED, Event.NO_HINT)
          : fail(state, ErrorKind.CLOSED, Why.FINAL, Event.NO_HINT);
    }
    return afterAttempt(state.ended(), event, moment);
  }

  private static Next askToken(CallState state) {
    return new Next(state, new Step.AskToken(state.renewToken()));
  }

  private Next send(CallState state, Moment moment) {
    long left = deadline(state) - moment.nowNanos();
    if (left <= 0) {
      return fail(state, ErrorKind.DEADLINE, Why.DEADLINE, Event.NO_HINT);
    }
    CallState sent = state.sent();
    return new Next(sent, new Step.Send(sent.attempts(), Math.min(left, plan.attemptNanos())));
  }

  private Next signInFailed(CallState state, Event.TokenFailed failed, Moment moment) {
    if (!failed.retryable()) {
      return fail(state, ErrorKind.SIGN_IN, Why.FINAL, Event.NO_HINT);
    }
    if (state.signIns() >= plan.maxAttempts()) {
      return fail(state, ErrorKind.SIGN_IN, Why.ATTEMPTS, failed.waitNanos());
    }
    long wait = Math.max(failed.waitNanos(), Backoff.nanos(state.signIns(), moment.jitter()));
    return waitOrFail(state, ErrorKind.SIGN_IN, Reason.SIGN_IN, wait, false, moment);
  }

  private Next afterAttempt(CallState state, Event event, Moment moment) {
    if (event instanceof Event.Answered answered) {
      return answered(state, answered, moment);
    }
    if (event instanceof Event.NotSent) {
      return again(state, ErrorKind.CONNECTION, Event.NO_HINT, moment);
    }
    if (event instanceof Event.Untrusted) {
      return fail(state, ErrorKind.CONNECTION, Why.FINAL, Event.NO_HINT);
    }
    // Also a success that cannot be read: it may be a gateway's, and never have reached the
    // service.
    if (acts()) {
      return fail(state, ErrorKind.OUTCOME_UNKNOWN, Why.MAY_HAVE_ACTED, Event.NO_HINT);
    }
    if (event instanceof Event.TooLarge) {
      return fail(state, ErrorKind.UNREADABLE_ANSWER, Why.FINAL, Event.NO_HINT);
    }
    if (event instanceof Event.Unreadable) {
      return again(state, ErrorKind.UNREADABLE_ANSWER, Event.NO_HINT, moment);
    }
    if (event instanceof Event.AttemptTimedOut) {
      return again(state, ErrorKind.DEADLINE, Event.NO_HINT, moment);
    }
    return again(state, ErrorKind.CONNECTION, Event.NO_HINT, moment);
  }

  private Next answered(CallState state, Event.Answered answer, Moment moment) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Next(state, new Step.Succeed());
    }
    if (status == 401) {
      return state.renewed()
          ? fail(state, ErrorKind.UNAUTHORIZED, Why.FINAL, Event.NO_HINT)
          : new Next(state.tokenRefused(), new Step.AskPermit());
    }
    if (status == 429) {
      return again(state, ErrorKind.THROTTLED, answer.hintNanos(), moment);
    }
    if (status == 408 || status >= 500) {
      boolean certain = status == 503 && plan.repeatability() == Repeatability.ACTING_UNLESS_503;
      if (acts() && !certain) {
        return fail(state, ErrorKind.OUTCOME_UNKNOWN, Why.MAY_HAVE_ACTED, answer.hintNanos());
      }
      return passing(status)
          ? again(state, ErrorKind.SERVER, answer.hintNanos(), moment)
          : fail(state, ErrorKind.SERVER, Why.FINAL, answer.hintNanos());
    }
    return fail(state, refusal(status), Why.FINAL, answer.hintNanos());
  }

  // 501 and 505 say that the service never will.
  private static boolean passing(int status) {
    return status != 501 && status != 505;
  }

  private static ErrorKind refusal(int status) {
    return switch (status) {
      case 403 -> ErrorKind.FORBIDDEN;
      case 404, 410 -> ErrorKind.NOT_FOUND;
      case 407 -> ErrorKind.CONNECTION; // a proxy's: the service has seen nothing
      case 409 -> ErrorKind.CONFLICT;
      default -> status >= 400 ? ErrorKind.BAD_REQUEST : ErrorKind.UNEXPECTED_STATUS;
    };
  }

  private Next again(CallState state, ErrorKind kind, long hint, Moment moment) {
    if (plan.maxAttempts() == 1) {
      return fail(state, kind, Why.SWITCHED_OFF, hint);
    }
    if (state.attempts() >= plan.maxAttempts()) {
      return fail(state, kind, Why.ATTEMPTS, hint);
    }
    boolean throttled = kind == ErrorKind.THROTTLED;
    if (!throttled && !moment.budgetHasRoom()) {
      return fail(state, kind, Why.BUDGET, hint);
    }
    long own =
        throttled
            ? Backoff.throttledNanos(state.attempts(), moment.jitter())
            : Backoff.nanos(state.attempts(), moment.jitter());
    Reason reason = throttled ? Reason.THROTTLED : Reason.RETRY;
    return waitOrFail(state, kind, reason, Math.max(hint, own), !throttled, moment);
  }

  private Next waitOrFail(
      CallState state, ErrorKind kind, Reason reason, long wait, boolean pay, Moment moment) {
    boolean excused = plan.manner().isPatient() && kind == ErrorKind.THROTTLED;
    CallState waiting = excused ? state.excused(wait) : state;
    if (moment.nowNanos() + wait - deadline(waiting) >= 0) {
      return fail(state, kind, Why.DEADLINE, wait);
    }
    return new Next(waiting.failedBy(kind), new Step.Wait(moment.nowNanos() + wait, reason, pay));
  }

  private long deadline(CallState state) {
    return plan.deadlineNanos() + state.excusedNanos();
  }

  private boolean acts() {
    return plan.repeatability() == Repeatability.ACTING
        || plan.repeatability() == Repeatability.ACTING_UNLESS_503;
  }

  private static Next fail(CallState state, ErrorKind kind, Why why, long retryAfter) {
    return new Next(state, new Step.Fail(kind, why, retryAfter));
  }
}
