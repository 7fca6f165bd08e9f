package dev.defendersdk.core.internal.runner;

/**
 * How long to wait before a further try: full jitter, so anything from nothing to the ceiling of
 * the round, which doubles each time.
 */
public final class Backoff {

  private static final long SECOND = 1_000_000_000L;
  private static final long BASE = SECOND / 2;
  private static final long BASE_THROTTLED = SECOND;
  private static final long CEILING = 30 * SECOND;

  private Backoff() {}

  /**
   * The wait after a failure.
   *
   * @param round 1 after the first
   * @param jitter a random number from 0 to 1
   */
  public static long nanos(int round, double jitter) {
    return nanos(BASE, round, jitter);
  }

  /** The wait after a 429, if that is longer than what it asks for. */
  public static long throttledNanos(int round, double jitter) {
    return nanos(BASE_THROTTLED, round, jitter);
  }

  private static long nanos(long base, int round, double jitter) {
    return (long) (jitter * Math.min(CEILING, base << Math.min(round - 1, 10)));
  }
}
