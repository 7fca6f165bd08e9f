package dev.defendersdk.alerts.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The service's time, told by the times of what it lists: when something is to be seen, it is not
 * earlier than its last update. It goes on by this machine's monotonic time, so that a wrong clock
 * does not matter, and is behind by no more than how soon anything became visible.
 */
final class ServiceClock {

  private @Nullable Instant newest;
  private long seenAt;
  private boolean settled;

  /** Something is there. */
  void sees(Instant lastUpdate, long nanos) {
    Instant known = newest;
    if (known == null || lastUpdate.isAfter(known.plusNanos(nanos - seenAt))) {
      newest = lastUpdate;
      seenAt = nanos;
    }
  }

  /** All that is there has been seen once: until then it is not known what is the newest. */
  void settle() {
    settled = true;
  }

  /** The service's time at the least; null if nothing tells it. */
  @Nullable Instant at(long nanos) {
    Instant known = newest;
    return known == null || !settled ? null : known.plusNanos(nanos - seenAt);
  }
}
