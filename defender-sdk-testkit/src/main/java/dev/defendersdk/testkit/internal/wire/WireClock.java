package dev.defendersdk.testkit.internal.wire;

import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;

/** Time as an exchange needs it. */
public interface WireClock {

  Instant now();

  long nanos();

  TimeSource.Signal newSignal();

  /** Waits as part of an exchange: the calling thread's own spans do not hold time meanwhile. */
  boolean await(TimeSource.Signal signal, long deadlineNanos) throws InterruptedException;

  /** Says that the calling thread's exchange will never go on by itself. */
  void stalled();

  /** See {@link TimeSource#tracked}. */
  Runnable tracked(Runnable task);

  /** A deadline that never comes. */
  default long never() {
    return nanos() + Long.MAX_VALUE / 2;
  }
}
