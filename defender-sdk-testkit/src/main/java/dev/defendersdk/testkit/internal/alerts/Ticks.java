package dev.defendersdk.testkit.internal.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Instants as numbers of 100 nanoseconds since 1970: all that the service keeps, in 8 bytes. */
public final class Ticks {

  /** No instant at all. */
  static final long NONE = Long.MIN_VALUE;

  private static final long PER_SECOND = 10_000_000;
  private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

  private Ticks() {}

  /**
   * The tick that the instant is in; of one that is too far away, the last or the first there is.
   */
  static long of(Instant instant) {
    long second = Math.max(-LAST_SECOND, Math.min(LAST_SECOND, instant.getEpochSecond()));
    return second * PER_SECOND + instant.getNano() / 100;
  }

  static Instant instant(long ticks) {
    long second = Math.floorDiv(ticks, PER_SECOND);
    return Instant.ofEpochSecond(second, Math.floorMod(ticks, PER_SECOND) * 100);
  }

  /** Null for {@link #NONE}. */
  static @Nullable Instant orNull(long ticks) {
    return ticks == NONE ? null : instant(ticks);
  }
}
