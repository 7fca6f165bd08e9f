package dev.defendersdk.core.time;

import java.util.Iterator;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A timer of signals: one thread waits for the earliest alarm, as long as there is any. A lazy one
 * lets an alarm that was cancelled wake it all the same: most are cancelled long before their time,
 * and waking the thread for each of them costs more than one idle look.
 */
final class SignalTimer implements TimeSource.Timer {

  private final TimeSource time;
  private final Executor executor;
  private final boolean lazy;
  private final TreeSet<Entry> row = new TreeSet<>();
  private long sequence;
  private boolean watching;
  private long watchedUntil;
  private TimeSource.@Nullable Signal change;

  SignalTimer(TimeSource time, Executor executor, boolean lazy) {
    this.time = time;
    this.executor = executor;
    this.lazy = lazy;
  }

  @Override
  public TimeSource.Alarm at(long nanos, Runnable task) {
    boolean start = false;
    Entry entry;
    synchronized (this) {
      entry = new Entry(nanos, sequence++, task);
      row.add(entry);
      if (!watching) {
        watching = true;
        start = true;
      } else if (nanos - watchedUntil < 0) {
        lookAgain();
      }
    }
    if (start) {
      start();
    }
    return entry;
  }

  private void start() {
    try {
      time.execute(executor, this::watch);
    } catch (RejectedExecutionException e) {
      synchronized (this) {
        watching = false; // its executor was shut down: no alarm rings any more
        row.clear();
      }
    }
  }

  private void watch() {
    try {
      Runnable due = next();
      while (due != null) {
        due.run();
        due = next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    } catch (RuntimeException | Error e) {
      stop();
      throw e;
    }
  }

  /** The next task that is due, waiting for it; null if there is nothing left to wait for. */
  private @Nullable Runnable next() throws InterruptedException {
    while (true) {
      TimeSource.Signal changed;
      long until;
      synchronized (this) {
        Iterator<Entry> entries = row.iterator();
        if (!entries.hasNext()) {
          watching = false;
          return null;
        }
        Entry first = entries.next();
        if (first.nanos - time.nanos() <= 0) {
          entries.remove();
          return first.task;
        }
        changed = time.newSignal();
        change = changed;
        until = first.nanos;
        watchedUntil = until;
      }
      changed.await(until);
    }
  }

  private synchronized void stop() {
    watching = false;
    row.clear();
  }

  private void lookAgain() {
    if (change != null) {
      change.fire();
    }
  }

  private synchronized void remove(Entry entry) {
    boolean first = !row.isEmpty() && row.first() == entry;
    row.remove(entry);
    if (first && !lazy) {
      lookAgain();
    }
  }

  private final class Entry implements TimeSource.Alarm, Comparable<Entry> {

    private final long nanos;
    private final long number;
    private final Runnable task;

    private Entry(long nanos, long number, Runnable task) {
      this.nanos = nanos;
      this.number = number;
      this.task = task;
    }

    @Override
    public void cancel() {
      remove(this);
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.signum(nanos - other.nanos); // readings may overflow
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
