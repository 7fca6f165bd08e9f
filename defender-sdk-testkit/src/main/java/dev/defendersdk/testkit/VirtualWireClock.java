package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.time.VirtualSignal;
import dev.defendersdk.testkit.internal.wire.WireClock;
import java.time.Instant;
import java.util.concurrent.Executor;

/**
 * Virtual time as an exchange sees it: a span round the exchange does not hold time in its waits.
 */
record VirtualWireClock(VirtualTime time) implements WireClock {

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
    return ((VirtualSignal) signal).awaitOnWire(deadlineNanos);
  }

  @Override
  public void stalled() {
    time.room().stalled();
  }

  @Override
  public TimeSource.Timer newTimer(Executor executor) {
    return time.newTimer(executor);
  }
}
