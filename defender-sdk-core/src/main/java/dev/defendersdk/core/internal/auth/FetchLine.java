package dev.defendersdk.core.internal.auth;

import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets a bounded number of fetches run at once, for each keeps a thread: ten thousand tenants that
 * sign in together need no ten thousand threads. A slow one lends its place to the next in line, so
 * that suppliers which hang hold nobody back.
 */
final class FetchLine {

  private static final int PLACES = 16;
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final TimeSource time;
  private final TimeSource.Timer timer;
  private final Executor executor;
  private final Deque<Runnable> line = new ArrayDeque<>();
  private int taken;

  FetchLine(TimeSource time, TimeSource.Timer timer, Executor executor) {
    this.time = time;
    this.timer = timer;
    this.executor = executor;
  }

  /**
   * Runs a fetch when there is a place.
   *
   * @throws RejectedExecutionException if the executor was shut down
   */
  void enter(Runnable fetch) {
    synchronized (this) {
      if (taken >= PLACES) {
        line.add(fetch);
        return;
      }
      taken++;
    }
    start(fetch);
  }

  private void start(Runnable fetch) {
    time.execute(
        executor,
        () -> {
          AtomicBoolean hasPlace = new AtomicBoolean(true);
          Runnable giveBack =
              () -> {
                if (hasPlace.compareAndSet(true, false)) {
                  leave();
                }
              };
          TimeSource.Alarm slow = timer.at(time.nanos() + SLOW.toNanos(), giveBack);
          try {
            fetch.run();
          } finally {
            slow.cancel();
            giveBack.run();
          }
        });
  }

  private void leave() {
    Runnable next;
    synchronized (this) {
      next = line.poll();
      if (next == null) {
        taken--;
        return;
      }
    }
    try {
      start(next);
    } catch (RejectedExecutionException e) {
      // The client was closed: its callers have been told.
    }
  }
}
