package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;

/**
 * What a feed does when its handler throws: it tries again a few times, with pauses that grow, and
 * then stops, or parks the entity and goes on. Immutable: every method returns a new policy.
 *
 * <p>A parked entity is kept by its id in the checkpoint until its next change is taken, or it is
 * handed over again by {@link FeedHandle#retryParked()}. Where more than 1,000 are parked, the
 * handler itself is taken to be broken, and the feed stops.
 */
public final class FailurePolicy {

  static final int MOST_PARKED = 1_000;

  private final int attempts;
  private final Duration firstPause;
  private final Duration longestPause;
  private final boolean parking;

  private FailurePolicy(int attempts, Duration firstPause, Duration longestPause, boolean parking) {
    this.attempts = attempts;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.parking = parking;
  }

  /** Stops at the first failure. The entity comes again when the feed is started again. */
  public static FailurePolicy stop() {
    return new FailurePolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(1), false);
  }

  /** Parks what fails, at its first failure, and goes on. */
  public static FailurePolicy park() {
    return new FailurePolicy(1, Duration.ofSeconds(1), Duration.ofMinutes(1), true);
  }

  /**
   * Hands what fails over again, up to so many times in all, before it is parked or the feed stops.
   * The feed waits meanwhile.
   *
   * @param attempts 1 to 1,000
   */
  public FailurePolicy after(int attempts) {
    return new FailurePolicy(
        Check.between(attempts, 1, 1_000, "attempts"), firstPause, longestPause, parking);
  }

  /**
   * How long to wait between attempts: first so long, then twice as long each time. A second, and
   * no more than a minute, by default; up to half less, by chance.
   */
  public FailurePolicy pauses(Duration first, Duration longest) {
    Check.positive(first, "first");
    if (Check.positive(longest, "longest").compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "longest is "
              + longest
              + ": it must not be shorter than the first pause, "
              + first
              + ". Pass one that is as long or longer.");
    }
    return new FailurePolicy(attempts, first, longest, parking);
  }

  int attempts() {
    return attempts;
  }

  boolean isParking() {
    return parking;
  }

  Backoff backoff() {
    return new Backoff(firstPause, longestPause);
  }

  @Override
  public String toString() {
    return "FailurePolicy["
        + (parking ? "park" : "stop")
        + " after "
        + attempts
        + (attempts == 1 ? " attempt]" : " attempts]");
  }
}
