package dev.defendersdk.testkit.internal.wire;

import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.Executor;

/** A clock over a time source that makes no difference between a wait and another. */
public record PlainClock(TimeSource time) implements WireClock {

  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public TimeSource.Signal newSignal() {
    return time.newSignal();
  }

  @Override
  public boolean await(TimeSource.Signal signal, long deadlineNanos) throws InterruptedException {
    return signal.await(deadlineNanos);
  }

  @Override
  public void stalled() {
    // Nothing holds real time.
  }

  @Override
  public TimeSource.Timer newTimer(Executor executor) {
    return time.newTimer(executor);
  }
}
