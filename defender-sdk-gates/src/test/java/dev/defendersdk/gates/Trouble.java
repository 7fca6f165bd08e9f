package dev.defendersdk.gates;

import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testkit.rules.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fault, and what it does to a call by the rules that the documents state: written here once more
 * and from them, not from what the code does.
 *
 * @param name what it is called in the table
 * @param fault what the tenant shows
 * @param nature what a caller can know of such an exchange
 * @param status the status of its answer, 0 if none comes
 * @param hint the Retry-After of its answer, or null
 */
record Trouble(String name, Fault fault, Nature nature, int status, @Nullable Duration hint) {

  /** What a caller can know after an exchange. */
  enum Nature {
    /** It went well. */
    FINE,
    /** The service has not seen the request. */
    NEVER_SENT,
    /** The connection was lost: the service may have acted. */
    LOST,
    /** Nothing came in time: the service may have acted. */
    SILENT,
    /** A success that cannot be read: the service may have acted. */
    UNREADABLE,
    /** A whole answer with a status. */
    ANSWERED
  }

  /**
   * What becomes of a call.
   *
   * @param error null if it succeeds
   * @param attempts how often the request is sent
   */
  record Outcome(@Nullable ErrorKind error, int attempts) {
    @Override
    public String toString() {
      return (error == null ? "ok" : error.toString()) + " " + attempts;
    }
  }

  private static final int MOST_ATTEMPTS = 4;

  // Their second sending finds gone what the first deleted, and refuses all of it: a 404, which the
  // client's own method settles by reading the list.
  private static final Set<String> FINDS_NOTHING_AGAIN = Set.of("indicators.batchDelete");

  /** All that may go wrong with one exchange. */
  static List<Trouble> all() {
    List<Trouble> all = new ArrayList<>();
    all.add(silentOr("connection refused", Fault.connectionRefused(), Nature.NEVER_SENT));
    all.add(silentOr("idle connection closed", Fault.idleConnectionClosed(), Nature.LOST));
    all.add(silentOr("reset before sending", Fault.resetBefore(), Nature.LOST));
    all.add(silentOr("reset while sending", Fault.resetWhileSending(), Nature.LOST));
    all.add(silentOr("reset after sending", Fault.resetAfter(), Nature.LOST));
    all.add(silentOr("silently dropped", Fault.dropped(), Nature.SILENT));
    all.add(silentOr("stalled headers", Fault.stalledHeaders(), Nature.SILENT));
    all.add(silentOr("stalled body", Fault.stalledBody(), Nature.SILENT));
    all.add(silentOr("truncated body", Fault.truncatedBody(), Nature.LOST));
    all.add(silentOr("garbage", Fault.garbageBody(), Nature.UNREADABLE));
    all.add(silentOr("corrupt gzip", Fault.corruptGzip(), Nature.UNREADABLE));
    all.add(silentOr("empty 200", Fault.emptyBody(), Nature.UNREADABLE));
    all.add(silentOr("wrong content type", Fault.wrongContentType(), Nature.FINE));
    all.add(silentOr("late by 20 s", Fault.delay(Duration.ofSeconds(20)), Nature.FINE));
    all.add(new Trouble("HTML page, 502", Fault.htmlPage(502), Nature.ANSWERED, 502, null));
    for (int status : new int[] {400, 401, 403, 404, 409, 429, 500, 502, 503, 504}) {
      all.add(
          new Trouble(String.valueOf(status), Fault.status(status), Nature.ANSWERED, status, null));
    }
    for (int status : new int[] {429, 503}) {
      for (int seconds : new int[] {7, 180}) {
        Duration hint = Duration.ofSeconds(seconds);
        all.add(
            new Trouble(
                status + " for " + seconds + " s",
                Fault.status(status).retryAfter(hint),
                Nature.ANSWERED,
                status,
                hint));
      }
    }
    return all;
  }

  private static Trouble silentOr(String name, Fault fault, Nature nature) {
    return new Trouble(name, fault, nature, 0, null);
  }

  /**
   * What becomes of a call that meets it once, or each time.
   *
   * @param deadline of the call
   * @param inTheBackground where waiting for the quota does not count
   */
  Outcome on(Operation<?> operation, boolean always, Duration deadline, boolean inTheBackground) {
    boolean acts =
        operation.repeatability() == Repeatability.ACTING
            || operation.repeatability() == Repeatability.ACTING_UNLESS_503;
    if ((nature == Nature.LOST || nature == Nature.SILENT)
        && fault.isActing()
        && !always
        && FINDS_NOTHING_AGAIN.contains(operation.id())) {
      return new Outcome(ErrorKind.NOT_FOUND, 2);
    }
    return switch (nature) {
      case FINE -> new Outcome(null, 1);
      case NEVER_SENT -> passing(ErrorKind.CONNECTION, always, deadline);
      case LOST -> acts ? unknown() : passing(ErrorKind.CONNECTION, always, deadline);
      case SILENT -> acts ? unknown() : silent(operation, always, deadline, inTheBackground);
      case UNREADABLE ->
          operation.answer().form() == Answer.Form.NOTHING
              ? new Outcome(null, 1)
              : acts ? unknown() : passing(ErrorKind.UNREADABLE_ANSWER, always, deadline);
      case ANSWERED -> answered(operation, acts, always, deadline);
    };
  }

  private Outcome answered(
      Operation<?> operation, boolean acts, boolean always, Duration deadline) {
    return switch (status) {
      case 401 -> always ? new Outcome(ErrorKind.UNAUTHORIZED, 2) : new Outcome(null, 2);
      case 403 -> new Outcome(ErrorKind.FORBIDDEN, 1);
      case 404 ->
          operation.emptyWhenNotFound()
              ? new Outcome(null, 1)
              : new Outcome(ErrorKind.NOT_FOUND, 1);
      case 409 -> new Outcome(ErrorKind.CONFLICT, 1);
      case 429 -> passing(ErrorKind.THROTTLED, always, deadline);
      case 500, 502, 503, 504 ->
          acts && !(status == 503 && operation.repeatability() == Repeatability.ACTING_UNLESS_503)
              ? unknown()
              : passing(ErrorKind.SERVER, always, deadline);
      default -> new Outcome(ErrorKind.BAD_REQUEST, 1);
    };
  }

  private Outcome passing(ErrorKind kind, boolean always, Duration deadline) {
    if (hint != null && hint.compareTo(deadline) >= 0) {
      return new Outcome(kind, 1); // the wait would pass the deadline, so it is not begun
    }
    return always ? new Outcome(kind, MOST_ATTEMPTS) : new Outcome(null, 2);
  }

  // With two permits a minute, given back a minute after each attempt has ended, the fourth comes
  // when the deadline does.
  private Outcome silent(
      Operation<?> operation, boolean always, Duration deadline, boolean inTheBackground) {
    return always && !inTheBackground && operation.quota().perMinute() <= 2
        ? new Outcome(ErrorKind.DEADLINE, MOST_ATTEMPTS - 1)
        : passing(ErrorKind.DEADLINE, always, deadline);
  }

  private static Outcome unknown() {
    return new Outcome(ErrorKind.OUTCOME_UNKNOWN, 1);
  }

  /** What becomes of a call whose sign-in meets it, and nothing else does. */
  Outcome onSignIn(boolean always, Duration deadline) {
    boolean passes =
        switch (nature) {
          case FINE -> true;
          case NEVER_SENT, LOST, SILENT -> true;
          case UNREADABLE -> false; // an answer without a token is an answer
          case ANSWERED -> status == 429 || status >= 500;
        };
    if (nature == Nature.FINE) {
      return new Outcome(null, 1);
    }
    boolean tooLong = hint != null && hint.compareTo(deadline) >= 0;
    return always || !passes || tooLong ? new Outcome(ErrorKind.SIGN_IN, 0) : new Outcome(null, 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
