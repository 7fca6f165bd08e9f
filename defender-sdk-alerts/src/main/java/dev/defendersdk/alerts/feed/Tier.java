package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one kind of poll has come. Every poll looks back a little, and every so often one looks
 * back far: so little is read again and again, and yet all that comes late is found.
 *
 * @param next where the next poll of the kind begins to read
 * @param readFrom where the last complete one began to read; null if there was none
 * @param readAt when the last complete one began, in the service's time and at the least; null if
 *     there was none, or nothing told the time
 */
record Tier(Instant next, @Nullable Instant readFrom, @Nullable Instant readAt) {

  static Tier startingAt(Instant next) {
    return new Tier(next, null, null);
  }

  Tier upTo(Instant settled) {
    return settled.isAfter(next) ? new Tier(settled, readFrom, readAt) : this;
  }

  Tier completed(Instant from, @Nullable Instant at) {
    return new Tier(next, from, at);
  }

  /** How long after its update something was at least to be seen, if it was not seen until now. */
  Duration lateness(Instant lastUpdate) {
    if (readFrom == null || readAt == null || lastUpdate.isBefore(readFrom)) {
      return Duration.ZERO;
    }
    Duration late = Duration.between(lastUpdate, readAt);
    return late.isNegative() ? Duration.ZERO : late;
  }
}
