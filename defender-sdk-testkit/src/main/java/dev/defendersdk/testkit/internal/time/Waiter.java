package dev.defendersdk.testkit.internal.time;

import java.util.Comparator;

/** One thread in one wait. Guarded by the room's lock. */
final class Waiter {

  enum State {
    WAITING,
    FIRED,
    DUE
  }

  /** What kind of wait it is. */
  enum Kind {
    PLAIN,
    /** Within an exchange: the thread's own spans do not hold time. */
    ON_WIRE,
    /** Of somebody who moves time by hand. */
    DRIVING
  }

  /** By deadline, then by who came first. */
  static final Comparator<Waiter> ORDER =
      Comparator.<Waiter>comparingLong(w -> w.at).thenComparingLong(w -> w.sequence);

  final Thread thread = Thread.currentThread();
  final Presence presence;
  final VirtualSignal signal;
  final Kind kind;
  final long at;
  final long sequence;
  State state = State.WAITING;

  Waiter(Presence presence, VirtualSignal signal, Kind kind, long at, long sequence) {
    this.presence = presence;
    this.signal = signal;
    this.kind = kind;
    this.at = at;
    this.sequence = sequence;
  }
}
