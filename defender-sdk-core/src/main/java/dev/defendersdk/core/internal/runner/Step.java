package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.observe.WaitEvent;

/** What the driver of a call is to do next. */
public sealed interface Step {

  /** Wait in order for a permit of the quota, until the deadline. */
  record AskPermit() implements Step {}

  /** Wait in order for a place in the tenant's lane, as long as it takes. */
  record AskPlace() implements Step {}

  /** Get a token, until the deadline: a cached one, or a new one in place of the one refused. */
  record AskToken(boolean renew) implements Step {}

  /** Send the request. */
  record Send(int attempt, long timeoutNanos) implements Step {}

  /** Wait until then. {@code payRetry}: the wait leads to a retry that the budget pays for. */
  record Wait(long untilNanos, WaitEvent.Reason reason, boolean payRetry) implements Step {}

  /** Hand out the answer. */
  record Succeed() implements Step {}

  /**
   * Fail. {@code retryAfterNanos} is the hint to pass on, or {@link Event#NO_HINT}; {@code why}
   * says why the call was not sent again.
   */
  record Fail(ErrorKind kind, Why why, long retryAfterNanos) implements Step {}

  /** Why a failed call is not sent again. */
  enum Why {
    /** Sending it again would bring the same. */
    FINAL("it would fail again"),
    /** It may have acted. */
    MAY_HAVE_ACTED("it may have acted"),
    /** All attempts were used. */
    ATTEMPTS("all attempts were used"),
    /** The wait before the next attempt would pass the deadline. */
    DEADLINE("the next attempt would come after the deadline"),
    /** Too many calls of the tenant fail. */
    BUDGET("too many calls fail at the moment"),
    /** The caller asked for one attempt only. */
    SWITCHED_OFF("retries are switched off for this call");

    private final String text;

    Why(String text) {
      this.text = text;
    }

    /** The reason in words. */
    public String text() {
      return text;
    }
  }
}
