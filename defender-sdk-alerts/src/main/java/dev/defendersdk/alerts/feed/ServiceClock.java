package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service's time, told by the times of what it lists: when something is to be seen, it is not
 * earlier than its last update. It goes on by this machine's monotonic time, so that a wrong clock
 * does not matter, and is behind by no more than how soon anything became visible.
 *
 * <p>What is ahead of this machine's clock shows that this clock is behind, or bears a time to
 * come. It is believed while most of what came newly of late is ahead of the clock too, and about
 * as far: if the clock is behind, all that is new shows it.
 */
final class ServiceClock {

  private static final Duration ABOUT = Duration.ofMinutes(5);
  private static final int OF_LATE = 15;
  private static final int MOST = OF_LATE / 2 + 1;

  // Each is the service's time when this machine's monotonic one was zero.
  private final Map<Instant, Instant> ofLate = new LinkedHashMap<>(); // by last update
  private @Nullable Instant notAhead;
  private @Nullable Instant ahead;
  private boolean settled;

  /**
   * Something is there.
   *
   * @param isNew true if it has not been handed over yet
   * @param now by this machine's clock
   */
  void sees(Instant lastUpdate, boolean isNew, Instant now, long nanos) {
    Instant told = lastUpdate.minusNanos(nanos);
    if (!lastUpdate.isAfter(now)) {
      notAhead = later(notAhead, told);
    }
    // What was there before the feed began may be of any time.
    if (isNew && settled && ofLate.putIfAbsent(lastUpdate, told) == null) {
      forgetEldest();
      ahead = believed(now.minusNanos(nanos));
    }
  }

  private @Nullable Instant believed(Instant clock) {
    List<Instant> latestFirst = ofLate.values().stream().sorted(Comparator.reverseOrder()).toList();
    if (latestFirst.size() < MOST || !latestFirst.get(MOST - 1).isAfter(clock)) {
      return null;
    }
    Instant limit = latestFirst.get(MOST - 1).plus(ABOUT);
    Instant before = ahead != null && ahead.isAfter(limit) ? null : ahead;
    return later(
        before,
        latestFirst.stream().filter(told -> !told.isAfter(limit)).findFirst().orElseThrow());
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one != null && one.isAfter(other) ? one : other;
  }

  private void forgetEldest() {
    if (ofLate.size() > OF_LATE) {
      Iterator<Instant> eldest = ofLate.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  /** All that is there has been seen once: until then it is not known what is the newest. */
  void settle() {
    settled = true;
  }

  /** The service's time at the least; null if nothing tells it. */
  @Nullable Instant at(long nanos) {
    Instant known = ahead == null ? notAhead : later(notAhead, ahead);
    return known == null || !settled ? null : known.plusNanos(nanos);
  }
}
