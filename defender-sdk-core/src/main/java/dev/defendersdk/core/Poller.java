package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.function.Function;

/**
 * Waits for long work of the service, such as a machine action, by asking for its state: often at
 * first, less often later. Preview: the handles of the feature modules are made of it.
 *
 * @param <T> the state that is asked for
 */
public final class Poller<T> {

  private static final Duration FIRST_INTERVAL = Duration.ofSeconds(2);
  private static final Duration LONG_INTERVAL = Duration.ofSeconds(30);
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(5);
  private static final Duration LONGEST_CALL = Duration.ofMinutes(2);
  private static final Duration LAST_LOOK = Duration.ofSeconds(5);

  private final DefenderClient client;
  private final String what;
  private final Function<CallOptions, T> poll;
  private final Function<T, Verdict> judge;
  private final Function<T, String> describe;

  /** What a state means. */
  public enum Verdict {
    /** The work goes on. */
    UNDER_WAY,
    /** The work ended well. */
    SUCCEEDED,
    /** The work ended otherwise. */
    UNSUCCESSFUL
  }

  /**
   * A poller.
   *
   * @param client whose time it waits in
   * @param what the work, for messages: {@code "machine action 5382f7ea…"}
   * @param poll asks for the state once
   * @param judge says what a state means
   * @param describe the state in words, for messages
   */
  public Poller(
      DefenderClient client,
      String what,
      Function<CallOptions, T> poll,
      Function<T, Verdict> judge,
      Function<T, String> describe) {
    this.client = Check.notNull(client, "client");
    this.what = Check.notBlank(what, "what");
    this.poll = Check.notNull(poll, "poll");
    this.judge = Check.notNull(judge, "judge");
    this.describe = Check.notNull(describe, "describe");
  }

  /**
   * Waits until the work has ended well.
   *
   * @param timeout how long to wait at the most; the work itself goes on after it
   * @return the last state
   * @throws dev.defendersdk.core.error.UnsuccessfulException if it ended otherwise
   * @throws dev.defendersdk.core.error.DeadlineException if it goes on after the timeout
   * @throws DefenderException if asking fails for good; passing failures are waited out
   */
  public T await(Duration timeout) {
    TimeSource time = client.timeSource();
    long begun = time.nanos();
    long deadline = begun + Check.positive(timeout, "timeout").toNanos();
    Duration interval = FIRST_INTERVAL;
    String last = "not known";
    while (true) {
      Duration pause = jittered(interval, time);
      Duration left = Duration.ofNanos(deadline - time.nanos());
      try {
        T state = poll.apply(CallOptions.defaults().deadline(callDeadline(left)));
        last = describe.apply(state);
        Verdict verdict = judge.apply(state);
        if (verdict == Verdict.SUCCEEDED) {
          return state;
        }
        if (verdict == Verdict.UNSUCCESSFUL) {
          throw ErrorReport.of(ErrorKind.UNSUCCESSFUL)
              .detail(what + " ended: " + last)
              .toException();
        }
      } catch (DefenderException e) {
        Duration hint = e.retryAfter().orElse(Duration.ZERO);
        if (!e.isRetryable() || hint.compareTo(left) > 0) {
          throw e;
        }
        pause = hint.compareTo(pause) > 0 ? hint : pause;
      }
      if (deadline - time.nanos() <= 0) {
        throw late(timeout, last);
      }
      await(pause, deadline, last);
      interval = least(interval.multipliedBy(3).dividedBy(2), longest(time.nanos() - begun));
    }
  }

  // The last look comes at the deadline itself, and needs a moment of its own.
  private static Duration callDeadline(Duration left) {
    return left.compareTo(LAST_LOOK) < 0 ? LAST_LOOK : least(left, LONGEST_CALL);
  }

  private void await(Duration pause, long deadline, String last) {
    TimeSource time = client.timeSource();
    long until = Math.min(time.nanos() + pause.toNanos() - deadline, 0) + deadline;
    try {
      time.newSignal().await(until);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED)
          .detail("interrupted while waiting for " + what + ", last seen: " + last)
          .toException();
    }
  }

  private DefenderException late(Duration timeout, String last) {
    return ErrorReport.of(ErrorKind.DEADLINE)
        .detail(what + " has not ended within " + timeout + ", last seen: " + last)
        .advice("It goes on: wait longer, or take it up again by its id.")
        .retryable(true, null)
        .toException();
  }

  // What has taken days already is not news within seconds: a twentieth of the time so far.
  private static Duration longest(long nanosSoFar) {
    Duration share = Duration.ofNanos(nanosSoFar / 20);
    return share.compareTo(LONG_INTERVAL) < 0 ? LONG_INTERVAL : least(share, LONGEST_INTERVAL);
  }

  // A tenth either way, so that many pollers do not ask in step.
  private static Duration jittered(Duration interval, TimeSource time) {
    double factor = 0.9 + 0.2 * time.random().nextDouble();
    return Duration.ofNanos((long) (interval.toNanos() * factor));
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
