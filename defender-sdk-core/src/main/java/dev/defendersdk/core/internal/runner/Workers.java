package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Threads for what goes on without its caller, and the alarms that set it going. */
public final class Workers {

  private final TimeSource time;
  private final TimeSource.Timer timer;
  private final Executor executor;

  /**
   * @param executor of a bounded number of daemon threads
   */
  public Workers(TimeSource time, TimeSource.Timer timer, Executor executor) {
    this.time = time;
    this.timer = timer;
    this.executor = executor;
  }

  /** Runs a task as soon as a thread is free; never once the client is closed. */
  public void execute(Runnable task) {
    try {
      time.execute(executor, task);
    } catch (RejectedExecutionException e) {
      // The client was closed, and whatever ran has been ended by that.
    }
  }

  /** Runs a task at a time, as soon as a thread is free then. */
  public TimeSource.Alarm at(long nanos, Runnable task) {
    return timer.at(nanos, () -> execute(task));
  }

  /** Calls at a time what is quick and hands its work to {@link #execute}. */
  TimeSource.Alarm alarmAt(long nanos, Runnable quick) {
    return timer.at(nanos, quick);
  }
}
