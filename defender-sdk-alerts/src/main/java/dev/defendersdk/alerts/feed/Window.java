package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A span of time of last updates, with its beginning and without its end. Cut in two, the parts
 * hold what it holds, each once.
 *
 * @param from its beginning
 * @param to its end; null if it has none, so that what bears a time to come is in it
 */
record Window(Instant from, @Nullable Instant to) {

  /** The service tells times apart by seven digits of a second. */
  static final Duration TICK = Duration.ofNanos(100);

  private static final Duration FIRST_STEP = Duration.ofSeconds(1);
  private static final long TICK_NANOS = TICK.toNanos();

  Window {
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("a window from " + from + " to " + to + " holds nothing");
    }
  }

  static Window since(Instant from) {
    return new Window(floor(from), null);
  }

  static Window ofInstant(Instant instant) {
    Instant from = floor(instant);
    return new Window(from, from.plus(TICK));
  }

  /** The instant that the service knows it by: finer digits cut off. */
  static Instant floor(Instant instant) {
    long fine = instant.get(ChronoField.NANO_OF_SECOND) % TICK_NANOS;
    return instant.minusNanos(fine);
  }

  boolean holds(Instant instant) {
    return !instant.isBefore(from) && (to == null || instant.isBefore(to));
  }

  /** True if no time lies in it but its beginning, as far as the service tells times apart. */
  boolean isInstant() {
    return Objects.equals(to, from.plus(TICK));
  }

  /** Cuts it before an instant that lies in it, after its beginning. */
  List<Window> cutAt(Instant instant) {
    return List.of(new Window(from, instant), new Window(instant, to));
  }

  /** Cuts it into a window of its beginning alone, and the rest. */
  List<Window> cutAfterBeginning() {
    return cutAt(from.plus(TICK));
  }

  /**
   * Cuts it so that about half of what has these times is in either part.
   *
   * @param times that lie in it; at least one
   */
  List<Window> cutAmid(Collection<Instant> times) {
    Instant[] sorted = times.toArray(Instant[]::new);
    Arrays.sort(sorted);
    Instant middle = floor(sorted[sorted.length / 2]);
    return middle.isAfter(from) ? cutAt(middle) : cutAfterBeginning();
  }

  /**
   * Cuts it in the middle, by time alone.
   *
   * @param now where to cut one without an end, if that lies in it; beyond, each cut is twice as
   *     far from it as the one before
   */
  List<Window> cutInHalf(Instant now) {
    Instant end = to;
    if (end == null) {
      Instant cut = floor(now);
      if (cut.isAfter(from)) {
        return cutAt(cut);
      }
      Duration beyond = Duration.between(cut, from);
      return cutAt(from.plus(beyond.compareTo(FIRST_STEP) > 0 ? beyond : FIRST_STEP));
    }
    Instant middle = floor(from.plus(Duration.between(from, end).dividedBy(2)));
    return middle.isAfter(from) ? cutAt(middle) : cutAfterBeginning();
  }
}
