package dev.defendersdk.core.time;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Time, waiting and randomness for everything in the SDK. Nothing else in it reads a clock, sleeps,
 * waits with a bound or draws a random number, so a client given another time source runs in
 * another time: the test kit's virtual time makes an hour of polling pass in milliseconds.
 *
 * <p>Implementations are safe for use by many threads. {@link #system()} is the default.
 */
public interface TimeSource {

  /** The time of the computer's clock; timed waits and random numbers as the JDK has them. */
  static TimeSource system() {
    return SystemTimeSource.INSTANCE;
  }

  /** The wall clock, in UTC. Use it for time stamps; for spans use {@link #nanos()}. */
  Instant now();

  /**
   * A steady reading in nanoseconds, for measuring spans and stating deadlines. Its origin has no
   * meaning, and it may be negative: compare two readings by the sign of their difference.
   */
  long nanos();

  /** Random numbers: jitter, request ids, choices. A test hands in a seeded generator. */
  RandomGenerator random();

  /** A new signal that threads can wait for, not yet fired. */
  Signal newSignal();

  /**
   * Tells the time source that something is under way that no thread of it can show, such as an
   * exchange on the wire: until the returned span is closed, virtual time stands still. Real time
   * does not care.
   */
  Span begin();

  /**
   * A timer of this time. One thread of the executor watches it while any alarm is set, and none
   * otherwise; it ends with the executor.
   */
  default Timer newTimer(Executor executor) {
    return new SignalTimer(this, executor, false);
  }

  /**
   * Wraps a task for another thread, so that virtual time knows of it from this call until it has
   * run. Call this where the task is handed over, not where it runs.
   */
  Runnable tracked(Runnable task);

  /**
   * Hands a task over to an executor as {@link #tracked} says, and is not left waiting for it where
   * the executor takes no more tasks.
   *
   * @throws RejectedExecutionException if the executor was shut down
   */
  default void execute(Executor executor, Runnable task) {
    AtomicBoolean taken = new AtomicBoolean(true);
    Runnable tracked =
        tracked(
            () -> {
              if (taken.get()) {
                task.run();
              }
            });
    try {
      executor.execute(tracked);
    } catch (RejectedExecutionException e) {
      taken.set(false);
      tracked.run(); // does nothing, and is over for this time
      throw e;
    }
  }

  /** Rings at set times. Safe for use by many threads. */
  interface Timer {

    /**
     * Runs a task once {@link TimeSource#nanos()} reaches a time, unless it is cancelled before.
     *
     * @param task must be quick and must not throw: it runs on the thread that watches, and keeps
     *     the others from their time
     */
    Alarm at(long nanos, Runnable task);
  }

  /** A task that waits for its time. */
  interface Alarm {

    /** Forgets the task, unless it runs or has run. */
    void cancel();
  }

  /** Something under way. Closing it twice does nothing. */
  interface Span extends AutoCloseable {
    @Override
    void close();
  }

  /** An event that happens at most once and that threads can wait for, with a bound. */
  interface Signal {

    /** Fires the signal. Every thread that waits for it, now or later, goes on at once. */
    void fire();

    /**
     * Waits until the signal fires or {@link TimeSource#nanos()} reaches the deadline.
     *
     * @return true if the signal has fired, false if the deadline came first
     * @throws InterruptedException if the thread is or gets interrupted; its flag is then cleared
     */
    boolean await(long deadlineNanos) throws InterruptedException;
  }
}
