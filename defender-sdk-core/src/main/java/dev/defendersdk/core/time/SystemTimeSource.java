package dev.defendersdk.core.time;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The computer's own clock. The one class of the SDK that reads it. */
final class SystemTimeSource implements TimeSource {

  static final SystemTimeSource INSTANCE = new SystemTimeSource();

  private static final Span NOTHING = () -> {};

  private final RandomGenerator random = new SecureRandom();

  private SystemTimeSource() {}

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Signal newSignal() {
    return new LatchSignal();
  }

  @Override
  public Span begin() {
    return NOTHING;
  }

  @Override
  public Timer newTimer(Executor executor) {
    return new SignalTimer(this, executor, true);
  }

  @Override
  public Runnable tracked(Runnable task) {
    return task;
  }

  @Override
  public String toString() {
    return "TimeSource[system]";
  }

  private static final class LatchSignal implements Signal {

    private final CountDownLatch latch = new CountDownLatch(1);

    @Override
    public void fire() {
      latch.countDown();
    }

    @Override
    public boolean await(long deadlineNanos) throws InterruptedException {
      return latch.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }
}
