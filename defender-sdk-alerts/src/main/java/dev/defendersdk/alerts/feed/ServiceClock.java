package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service's time, told by the times of what it lists: when something is to be seen, it is not
 * earlier than its last update. It goes on by this machine's monotonic time, so that a wrong clock
 * does not matter, and is behind by no more than how soon anything became visible.
 *
 * <p>What is ahead of this machine's clock shows that this clock is behind, or bears a time to
 * come. One alone is not believed, two that tell about the same time are.
 */
final class ServiceClock {

  private static final Duration ABOUT = Duration.ofMinutes(5);
  private static final int MOST_AHEAD = 64;

  /** By last update: the service's time when this machine's monotonic one was zero. */
  private final Map<Instant, Instant> ahead = new LinkedHashMap<>();

  private @Nullable Instant zero;
  private boolean settled;

  /**
   * Something is there.
   *
   * @param now by this machine's clock
   */
  void sees(Instant lastUpdate, Instant now, long nanos) {
    Instant told = lastUpdate.minusNanos(nanos);
    if (!isLater(told)) {
      return;
    }
    if (!lastUpdate.isAfter(now)) {
      zero = told;
    } else if (ahead.putIfAbsent(lastUpdate, told) == null) {
      believe(lastUpdate, told);
      forgetEldest();
    }
  }

  private boolean isLater(Instant told) {
    return zero == null || told.isAfter(zero);
  }

  private void believe(Instant lastUpdate, Instant told) {
    ahead.forEach(
        (other, otherTold) -> {
          Instant earlier = told.isBefore(otherTold) ? told : otherTold;
          boolean agree = Duration.between(told, otherTold).abs().compareTo(ABOUT) <= 0;
          if (agree && !other.equals(lastUpdate) && isLater(earlier)) {
            zero = earlier;
          }
        });
  }

  private void forgetEldest() {
    if (ahead.size() > MOST_AHEAD) {
      Iterator<Instant> eldest = ahead.keySet().iterator();
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
    Instant known = zero;
    return known == null || !settled ? null : known.plusNanos(nanos);
  }
}
