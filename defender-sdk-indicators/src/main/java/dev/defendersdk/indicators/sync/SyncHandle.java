package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A plan that is being applied. It goes on by itself; no thread waits for it. Thread-safe. */
public final class SyncHandle {

  private final SyncRun run;
  private final TimeSource time;

  SyncHandle(SyncRun run, TimeSource time) {
    this.run = run;
    this.time = time;
  }

  /** How far it is. */
  public SyncProgress progress() {
    return run.progress();
  }

  /**
   * Stops gracefully: the call under way is waited for, and what was deleted to be submitted again
   * is. The other lines end as {@link SyncOutcome#NOT_SENT}. To plan and apply again goes on.
   */
  public void stop() {
    run.stop();
  }

  /**
   * What became of each line, once all have ended. It completes exceptionally by an {@link Error}
   * of the listener, or a defect of this library, alone: what calls meet is in the report.
   */
  public CompletableFuture<SyncReport> end() {
    return run.end().copy();
  }

  /**
   * Waits until it has ended.
   *
   * @param timeout how long to wait at the most; it goes on after that
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended by then
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public SyncReport await(Duration timeout) {
    long deadline = time.nanos() + Check.positive(timeout, "timeout").toNanos();
    try {
      if (!Waits.until(run.end(), time, deadline)) {
        throw ErrorReport.of(ErrorKind.DEADLINE)
            .detail(what() + " within " + timeout)
            .advice("It goes on: wait longer, or take its end() when it comes.")
            .retryable(true, null)
            .toException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED).detail("interrupted; it goes on").toException();
    }
    return run.end().join();
  }

  private String what() {
    SyncProgress progress = progress();
    return progress.ended() + " of " + progress.lines() + " lines have ended";
  }

  @Override
  public String toString() {
    return "SyncHandle[" + what() + "]";
  }
}
