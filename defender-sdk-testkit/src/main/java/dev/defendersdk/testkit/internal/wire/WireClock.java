package dev.defendersdk.testkit.internal.wire;

import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.Executor;

/** Time as an exchange needs it. */
public interface WireClock {

  Instant now();

  long nanos();

  TimeSource.Signal newSignal();

  /** Waits as part of an exchange: the calling thread's own spans do not hold time meanwhile. */
  boolean await(TimeSource.Signal signal, long deadlineNanos) throws InterruptedException;

  /**
   * Says that the calling thread's exchange goes on by an alarm, or never: the spans round it do
   * not hold time any more.
   */
  void stalled();

  /** See {@link TimeSource#newTimer}. */
  TimeSource.Timer newTimer(Executor executor);

  /** A deadline that never comes. */
  default long never() {
    return nanos() + Long.MAX_VALUE / 2;
  }
}
