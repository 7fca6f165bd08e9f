package dev.defendersdk.core.internal.quota;

/**
 * A sliding window: so many calls in so much time. A call counts from its permit until one window
 * after its answer, since the service may have counted it as late as that. Not thread-safe: the
 * group's lock guards it.
 */
final class Window {

  // The clocks of both sides read a little differently.
  private static final long MARGIN_NANOS = 10_000_000L;

  private static final int FIRST_CAPACITY = 8;

  private final int limit;
  private final long lengthNanos;
  private long[] answered; // a ring of the times of answers, oldest first; grows up to the limit
  private int first;
  private int count;

  Window(int limit, long lengthNanos) {
    this.lengthNanos = lengthNanos + MARGIN_NANOS;
    this.limit = limit;
    this.answered = new long[Math.min(limit, FIRST_CAPACITY)];
  }

  int limit() {
    return limit;
  }

  /** How many calls count at this time, of those that were answered. */
  int counted(long now) {
    while (count > 0 && answered[first] + lengthNanos - now <= 0) {
      first = (first + 1) % answered.length;
      count--;
    }
    return count;
  }

  void answered(long now) {
    if (counted(now) == answered.length) {
      grow();
    }
    answered[(first + count) % answered.length] = now;
    count++;
  }

  // Most operations of most tenants are called a few times an hour.
  private void grow() {
    long[] larger = new long[Math.min(limit, answered.length * 2)];
    for (int i = 0; i < count; i++) {
      larger[i] = answered[(first + i) % answered.length];
    }
    answered = larger;
    first = 0;
  }

  /**
   * The earliest time at which so many permits can be had one after the other, given how many calls
   * are on the wire and may be answered at once. A bound from below where answers are outstanding.
   */
  long earliest(int permits, int onTheWire, long now) {
    int free = limit - counted(now) - onTheWire;
    if (permits <= free) {
      return now;
    }
    // Permits beyond one round of the window wait for that many more windows.
    long rounds = (permits - 1L) / limit;
    int missing = (permits - 1) % limit + 1 - Math.max(free, 0);
    if (missing <= 0) {
      return now + rounds * lengthNanos;
    }
    long base =
        missing <= count
            ? answered[(first + missing - 1) % answered.length] + lengthNanos
            : now + lengthNanos;
    return base + rounds * lengthNanos;
  }
}
