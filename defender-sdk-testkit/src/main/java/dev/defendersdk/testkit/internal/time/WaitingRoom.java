package dev.defendersdk.testkit.internal.time;

import dev.defendersdk.core.time.TimeSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where threads wait in virtual time. Time moves only here: to the earliest deadline, for one
 * waiter, when nothing known is running. Whoever is woken counts as running from the moment it is
 * chosen, not from the moment the operating system runs it, so no jump can overtake it.
 */
public final class WaitingRoom {

  /** Readings start below zero, so that code which compares them wrongly shows it. */
  static final long ORIGIN = -3_600_000_000_000L;

  /** A deadline further away than this is no deadline. */
  private static final long NEVER = 100L * 365 * 24 * 3_600 * 1_000_000_000L;

  /**
   * A monitor, and parking outside it, rather than a lock and its conditions: these clear a
   * thread's interrupt flag for a moment while it is still waiting, and in that moment time would
   * overtake it.
   */
  private final Object lock = new Object();

  private final ThreadLocal<Presence> presences = ThreadLocal.withInitial(Presence::new);
  private final TreeSet<Waiter> due = new TreeSet<>(Waiter.ORDER);
  private final Set<Waiter> waiting = new HashSet<>();
  private final boolean handDriven;

  private long elapsed;
  private long sequence;

  /** Tracked tasks and spans that hold time now. */
  private int busy;

  /** Threads that have been woken and have not yet left the room. */
  private int leaving;

  /** Threads inside {@link #advance}. */
  private int drivers;

  /**
   * @param handDriven true if time moves only while somebody advances it
   */
  public WaitingRoom(boolean handDriven) {
    this.handDriven = handDriven;
  }

  /** Nanoseconds since the start. */
  public long elapsed() {
    synchronized (lock) {
      return elapsed;
    }
  }

  public long nanos() {
    return ORIGIN + elapsed();
  }

  public VirtualSignal newSignal() {
    return new VirtualSignal(this);
  }

  public TimeSource.Span begin() {
    synchronized (lock) {
      VirtualSpan span = new VirtualSpan(this, presences.get());
      span.opener.spans.add(span);
      span.holdsTime = true;
      busy++;
      return span;
    }
  }

  public TrackedTask tracked(Runnable task) {
    synchronized (lock) {
      busy++;
      return new TrackedTask(this, task);
    }
  }

  /** Moves time by hand, waking on the way whoever is due. */
  public void advance(long nanos) throws InterruptedException {
    Waiter waiter;
    synchronized (lock) {
      if (nanos == 0) {
        return;
      }
      waiter = sitDown(newSignal(), Waiter.Kind.DRIVING, elapsed + nanos);
    }
    remain(waiter);
  }

  /**
   * Waits until everybody else waits, in the order of coming; threads that begin together thereby
   * run one after the other, the same way each time. Does nothing where time is driven by hand.
   */
  public void takeTurn() throws InterruptedException {
    Waiter waiter;
    synchronized (lock) {
      if (handDriven) {
        return;
      }
      waiter = sitDown(newSignal(), Waiter.Kind.PLAIN, elapsed);
    }
    remain(waiter);
  }

  /** Runs something that blocks outside virtual time, such as a join, without holding time. */
  public <T extends @Nullable Object> T blocking(Callable<T> task) throws Exception {
    Presence presence = presences.get();
    int released;
    synchronized (lock) {
      released = presence.tasks;
      busy -= released;
      moveOn();
    }
    try {
      return task.call();
    } finally {
      synchronized (lock) {
        busy += released;
      }
    }
  }

  /** The calling thread's exchange will never go on by itself: its spans hold time no longer. */
  public void stalled() {
    synchronized (lock) {
      for (VirtualSpan span : presences.get().spans) {
        span.stalled = true;
        letGo(span);
      }
      moveOn();
    }
  }

  boolean await(VirtualSignal signal, long deadlineNanos, boolean onWire)
      throws InterruptedException {
    Waiter.Kind kind = onWire ? Waiter.Kind.ON_WIRE : Waiter.Kind.PLAIN;
    Waiter waiter;
    synchronized (lock) {
      long left =
          deadlineNanos == Long.MAX_VALUE ? Long.MAX_VALUE : deadlineNanos - ORIGIN - elapsed;
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (signal.fired || left <= 0) {
        return signal.fired;
      }
      waiter = sitDown(signal, kind, left > NEVER ? Long.MAX_VALUE : elapsed + left);
    }
    return remain(waiter);
  }

  private boolean remain(Waiter waiter) throws InterruptedException {
    while (true) {
      synchronized (lock) {
        boolean over = waiter.state != Waiter.State.WAITING;
        boolean interrupted = !over && Thread.interrupted();
        if (interrupted) {
          standUp(waiter, Waiter.State.DUE);
        }
        if (over || interrupted) {
          leaving--;
          moveOn();
        }
        if (interrupted) {
          throw new InterruptedException();
        }
        if (over) {
          return waiter.state == Waiter.State.FIRED;
        }
      }
      LockSupport.park(this);
    }
  }

  void fire(VirtualSignal signal) {
    synchronized (lock) {
      signal.fired = true;
      for (Waiter waiter : List.copyOf(signal.waiters)) {
        standUp(waiter, Waiter.State.FIRED);
      }
    }
  }

  void close(VirtualSpan span) {
    synchronized (lock) {
      if (!span.closed) {
        span.closed = true;
        span.opener.spans.remove(span);
        letGo(span);
        moveOn();
      }
    }
  }

  Presence arrive() {
    synchronized (lock) {
      Presence presence = presences.get();
      presence.tasks++;
      return presence;
    }
  }

  void leave(Presence presence) {
    synchronized (lock) {
      presence.tasks--;
      busy--;
      moveOn();
    }
  }

  void forget() {
    synchronized (lock) {
      busy--;
      moveOn();
    }
  }

  private Waiter sitDown(VirtualSignal signal, Waiter.Kind kind, long at) {
    Waiter waiter = new Waiter(presences.get(), signal, kind, at, sequence++);
    waiting.add(waiter);
    signal.waiters.add(waiter);
    if (at != Long.MAX_VALUE) {
      due.add(waiter);
    }
    busy -= waiter.presence.tasks;
    if (kind == Waiter.Kind.ON_WIRE) {
      waiter.presence.spans.forEach(this::letGo);
    } else if (kind == Waiter.Kind.DRIVING) {
      drivers++;
    }
    moveOn();
    return waiter;
  }

  private void standUp(Waiter waiter, Waiter.State state) {
    waiting.remove(waiter);
    waiter.signal.waiters.remove(waiter);
    due.remove(waiter);
    busy += waiter.presence.tasks;
    if (waiter.kind == Waiter.Kind.ON_WIRE) {
      for (VirtualSpan span : waiter.presence.spans) {
        if (!span.holdsTime && !span.stalled) {
          span.holdsTime = true;
          busy++;
        }
      }
    } else if (waiter.kind == Waiter.Kind.DRIVING) {
      drivers--;
    }
    leaving++;
    waiter.state = state;
    LockSupport.unpark(waiter.thread);
  }

  private void letGo(VirtualSpan span) {
    if (span.holdsTime) {
      span.holdsTime = false;
      busy--;
    }
  }

  private void moveOn() {
    if (busy == 0
        && leaving == 0
        && (!handDriven || drivers > 0)
        && !due.isEmpty()
        && waiting.stream().noneMatch(w -> w.thread.isInterrupted())) {
      Waiter next = due.first();
      elapsed = Math.max(elapsed, next.at);
      standUp(next, Waiter.State.DUE);
    }
  }

  @Override
  public String toString() {
    synchronized (lock) {
      List<String> waiters = new ArrayList<>();
      for (Waiter waiter : due) {
        waiters.add(waiter.thread.getName() + " in " + (waiter.at - elapsed) / 1_000_000 + " ms");
      }
      return "busy " + busy + ", waiting " + waiting.size() + ", due " + waiters;
    }
  }
}
