package dev.defendersdk.core.internal.quota;

import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.time.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one group: its windows, its gate, and those who wait, in order. Only the first in
 * the row watches the time; each who leaves the row wakes the next. The lock is held for arithmetic
 * alone.
 */
final class QuotaGroup {

  private static final long MINUTE = 60_000_000_000L;
  private static final long HOUR = 60 * MINUTE;

  private final Quota quota;
  private final TimeSource time;
  private final List<Window> windows;
  private final Deque<Waiter> row = new ArrayDeque<>();
  private int onTheWire;
  private boolean gated;
  private long gateNanos;

  QuotaGroup(Quota quota, TimeSource time) {
    this.quota = quota;
    this.time = time;
    this.windows =
        List.of(new Window(quota.perMinute(), MINUTE), new Window(quota.perHour(), HOUR));
  }

  Quota quota() {
    return quota;
  }

  /** Takes a permit at once; false if there is none, or others wait for it. */
  synchronized boolean tryAcquire() {
    return row.isEmpty() && take(time.nanos());
  }

  /** Joins the row. */
  synchronized Waiter join(long deadlineNanos) throws QuotaRefused {
    refuseIfBeyond(row.size() + 1, deadlineNanos, time.nanos());
    Waiter waiter = new Waiter();
    row.add(waiter);
    return waiter;
  }

  /** Waits in the row until there is a permit. */
  void await(Waiter waiter, long deadlineNanos) throws QuotaRefused, InterruptedException {
    try {
      while (true) {
        TimeSource.Signal turn;
        long wakeNanos;
        synchronized (this) {
          boolean first = row.peek() == waiter;
          long now = time.nanos();
          if (first && take(now)) {
            return;
          }
          refuseIfBeyond(positionOf(waiter), deadlineNanos, now);
          // The others watch only their deadline: whoever leaves the row wakes the next.
          wakeNanos = first ? earliest(1, now) : deadlineNanos;
          turn = waiter.renewSignal(time);
        }
        turn.await(wakeNanos);
      }
    } finally {
      leave(waiter);
    }
  }

  /** A permit's call was answered, or its answer will never come. */
  synchronized void answered() {
    onTheWire--;
    long now = time.nanos();
    windows.forEach(window -> window.answered(now));
  }

  /** A permit's call never reached the service. */
  synchronized void neverSent() {
    onTheWire--;
    wakeFirst();
  }

  /** Gives no permit before this time. */
  synchronized void close(long untilNanos) {
    if (!gated || untilNanos - gateNanos > 0) {
      gated = true;
      gateNanos = untilNanos;
      // Each looks again, so that those whose deadline now comes first leave at once.
      row.forEach(Waiter::wake);
    }
  }

  /** The earliest time of the next permit for one who joins now. */
  synchronized long next() {
    return earliest(row.size() + 1, time.nanos());
  }

  /** How many permits could be had at once, in the window of this index: minute, hour. */
  synchronized int left(int window) {
    Window of = windows.get(window);
    return Math.max(0, of.limit() - of.counted(time.nanos()) - onTheWire);
  }

  synchronized int waiting() {
    return row.size();
  }

  private boolean take(long now) {
    if (earliest(1, now) - now > 0) {
      return false;
    }
    onTheWire++;
    return true;
  }

  private long earliest(int permits, long now) {
    long earliest = gated && gateNanos - now > 0 ? gateNanos : now;
    for (Window window : windows) {
      long at = window.earliest(permits, onTheWire, now);
      earliest = at - earliest > 0 ? at : earliest;
    }
    return earliest;
  }

  private void refuseIfBeyond(int position, long deadlineNanos, long now) throws QuotaRefused {
    long next = earliest(position, now);
    if (next - deadlineNanos > 0 || now - deadlineNanos >= 0) {
      throw new QuotaRefused(next);
    }
  }

  private int positionOf(Waiter waiter) {
    int position = 1;
    for (Waiter other : row) {
      if (other == waiter) {
        break;
      }
      position++;
    }
    return position;
  }

  private synchronized void leave(Waiter waiter) {
    row.remove(waiter);
    wakeFirst();
  }

  private void wakeFirst() {
    Waiter first = row.peek();
    if (first != null) {
      first.wake();
    }
  }

  /** One who waits in the row. */
  static final class Waiter {

    private TimeSource.@Nullable Signal signal;

    private TimeSource.Signal renewSignal(TimeSource time) {
      TimeSource.Signal fresh = time.newSignal();
      signal = fresh;
      return fresh;
    }

    private void wake() {
      if (signal != null) {
        signal.fire();
      }
    }
  }
}
