package dev.defendersdk.testkit.internal.time;

/** A task that holds time from the moment it is handed over until it has run or is dropped. */
public final class TrackedTask implements Runnable {

  private final WaitingRoom room;
  private final Runnable task;
  private boolean over;

  TrackedTask(WaitingRoom room, Runnable task) {
    this.room = room;
    this.task = task;
  }

  @Override
  public void run() {
    boolean first = claim();
    if (!first) {
      task.run();
      return;
    }
    Presence presence = room.arrive();
    try {
      task.run();
    } finally {
      room.leave(presence);
    }
  }

  /** Says that the task will never run. Does nothing once it runs or has run. */
  public void drop() {
    if (claim()) {
      room.forget();
    }
  }

  private synchronized boolean claim() {
    boolean first = !over;
    over = true;
    return first;
  }
}
