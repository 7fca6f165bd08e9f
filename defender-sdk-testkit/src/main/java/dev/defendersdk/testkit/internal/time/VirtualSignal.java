package dev.defendersdk.testkit.internal.time;

import dev.defendersdk.core.time.TimeSource;
import java.util.ArrayList;
import java.util.List;

/** A signal of one waiting room. Its fields are guarded by the room's lock. */
public final class VirtualSignal implements TimeSource.Signal {

  private final WaitingRoom room;
  final List<Waiter> waiters = new ArrayList<>(1);
  boolean fired;

  VirtualSignal(WaitingRoom room) {
    this.room = room;
  }

  @Override
  public void fire() {
    room.fire(this);
  }

  @Override
  public boolean await(long deadlineNanos) throws InterruptedException {
    return room.await(this, deadlineNanos, false);
  }

  /** Like {@link #await}, while the calling thread's own spans do not hold time either. */
  public boolean awaitOnWire(long deadlineNanos) throws InterruptedException {
    return room.await(this, deadlineNanos, true);
  }
}
