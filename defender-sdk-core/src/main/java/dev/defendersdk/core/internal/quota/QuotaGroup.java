package dev.defendersdk.core.internal.quota;

import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.time.TimeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The permits of one group: its windows, its gate, and those who wait, in order. There are two
 * rows: bulk work may have a part of the windows only, and no permit while anyone else waits. The
 * first of a row watches the time; each who leaves a row wakes the next. The lock is held for
 * arithmetic alone.
 */
final class QuotaGroup {

  // What bulk work leaves is there for a call that is urgent.
  private static final double SHARE_OF_BULK = 0.8;

  private final Quota quota;
  private final TimeSource time;
  private final Windows all;
  private final Windows bulk;
  private final Deque<Waiter> row = new ArrayDeque<>();
  private final Deque<Waiter> bulkRow = new ArrayDeque<>();
  private boolean gated;
  private long gateNanos;

  /**
   * @param share the part of the service's quota that may be used here, from 0 to 1
   */
  QuotaGroup(Quota quota, double share, TimeSource time) {
    this.quota = quota;
    this.time = time;
    this.all = new Windows(quota, share);
    this.bulk = new Windows(quota, share * SHARE_OF_BULK);
  }

  Quota quota() {
    return quota;
  }

  /** Takes a permit at once; false if there is none, or others wait for it. */
  synchronized boolean tryTake(boolean forBulk) {
    return row.isEmpty() && (!forBulk || bulkRow.isEmpty()) && take(forBulk, time.nanos());
  }

  /** One who will wait, not yet in the row. */
  Waiter newWaiter(boolean forBulk, long deadlineNanos) {
    return new Waiter(forBulk, deadlineNanos);
  }

  /** Looks whether it is a waiter's turn, who joins the row with the first look. */
  synchronized Turn look(Waiter waiter, Runnable wake) {
    long now = time.nanos();
    Deque<Waiter> its = rowOf(waiter);
    int position;
    if (waiter.waits) {
      position = positionOf(waiter, its);
    } else {
      waiter.waits = true;
      its.add(waiter);
      position = its.size();
    }
    boolean first = position == 1 && (!waiter.forBulk || row.isEmpty());
    if (first && take(waiter.forBulk, now)) {
      leave(waiter);
      return new Turn(Turn.State.COME, now);
    }
    long next = earliest(waiter.forBulk, position, now);
    if (next - waiter.deadlineNanos > 0 || now - waiter.deadlineNanos >= 0) {
      leave(waiter);
      return new Turn(Turn.State.TOO_LATE, next);
    }
    waiter.wake = wake;
    // The others watch only their deadline: whoever leaves a row wakes the next.
    return new Turn(Turn.State.LATER, first ? next : waiter.deadlineNanos);
  }

  /** A waiter gives up, or has what it waited for. */
  synchronized void leave(Waiter waiter) {
    if (waiter.waits) {
      waiter.waits = false;
      rowOf(waiter).remove(waiter);
      wakeFirst();
    }
  }

  /** A permit's call was answered, or its answer will never come. */
  synchronized void answered(boolean ofBulk) {
    long now = time.nanos();
    all.answered(now);
    if (ofBulk) {
      bulk.answered(now);
    }
  }

  /** A permit's call never reached the service. */
  synchronized void neverSent(boolean ofBulk) {
    all.neverSent();
    if (ofBulk) {
      bulk.neverSent();
    }
    wakeFirst();
  }

  /** Gives no permit before this time. */
  synchronized void close(long untilNanos) {
    if (!gated || untilNanos - gateNanos > 0) {
      gated = true;
      gateNanos = untilNanos;
      // Each looks again, so that those whose deadline now comes first leave at once.
      row.forEach(Waiter::wake);
      bulkRow.forEach(Waiter::wake);
    }
  }

  /** The earliest time of the next permit for one who joins now. */
  synchronized long next(boolean forBulk) {
    return earliest(forBulk, (forBulk ? bulkRow : row).size() + 1, time.nanos());
  }

  synchronized int leftThisMinute() {
    return all.leftThisMinute(time.nanos());
  }

  synchronized int leftThisHour() {
    return all.leftThisHour(time.nanos());
  }

  synchronized int waiting() {
    return row.size() + bulkRow.size();
  }

  private boolean take(boolean forBulk, long now) {
    if (earliest(forBulk, 1, now) - now > 0) {
      return false;
    }
    all.take();
    if (forBulk) {
      bulk.take();
    }
    return true;
  }

  private long earliest(boolean forBulk, int position, long now) {
    long earliest = gated && gateNanos - now > 0 ? gateNanos : now;
    long ofAll = all.earliest(forBulk ? row.size() + position : position, now);
    earliest = ofAll - earliest > 0 ? ofAll : earliest;
    if (!forBulk) {
      return earliest;
    }
    long ofBulk = bulk.earliest(position, now);
    return ofBulk - earliest > 0 ? ofBulk : earliest;
  }

  private Deque<Waiter> rowOf(Waiter waiter) {
    return waiter.forBulk ? bulkRow : row;
  }

  private static int positionOf(Waiter waiter, Deque<Waiter> row) {
    int position = 1;
    for (Waiter other : row) {
      if (other == waiter) {
        break;
      }
      position++;
    }
    return position;
  }

  private void wakeFirst() {
    Waiter first = row.isEmpty() ? bulkRow.peek() : row.peek();
    if (first != null) {
      first.wake();
    }
  }

  /**
   * What a look shows.
   *
   * @param nanos when to look again at the latest; if it is too late for the waiter, who has then
   *     left, when the permit would have come
   */
  record Turn(State state, long nanos) {

    /** Whether the permit was taken, may come, or cannot come in time. */
    enum State {
      COME,
      LATER,
      TOO_LATE
    }
  }

  /** One who waits in a row. */
  static final class Waiter {

    private final boolean forBulk;
    private final long deadlineNanos;
    private boolean waits;
    private @Nullable Runnable wake;

    private Waiter(boolean forBulk, long deadlineNanos) {
      this.forBulk = forBulk;
      this.deadlineNanos = deadlineNanos;
    }

    private void wake() {
      Runnable call = wake;
      if (call != null) {
        wake = null;
        call.run();
      }
    }
  }
}
