package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double, each shortened by chance by up to a half. */
record Backoff(Duration first, Duration longest) {

  /**
   * @param failures how many there have been, from 1
   */
  Duration pause(int failures, RandomGenerator random) {
    Duration whole = first.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration bounded = whole.compareTo(longest) < 0 ? whole : longest;
    return bounded.minusNanos((long) (bounded.toNanos() / 2.0 * random.nextDouble()));
  }
}
