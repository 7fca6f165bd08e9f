package dev.defendersdk.testkit.internal.time;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A fixed pool whose tasks hold virtual time from hand-over to end. */
public final class VirtualExecutor extends ThreadPoolExecutor {

  private final WaitingRoom room;

  public VirtualExecutor(WaitingRoom room, int threads, ThreadFactory factory) {
    super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    this.room = room;
  }

  @Override
  public void execute(Runnable command) {
    TrackedTask task = room.tracked(command);
    try {
      super.execute(task);
    } catch (RejectedExecutionException e) {
      task.drop();
      throw e;
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    List<Runnable> never = new ArrayList<>(super.shutdownNow());
    for (Runnable task : never) {
      if (task instanceof TrackedTask tracked) {
        tracked.drop();
      }
    }
    return never;
  }
}
