package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A feed that was started. No thread waits for it. Thread-safe. */
public final class FeedHandle {

  private final FeedRun<?> feed;
  private final TimeSource time;

  FeedHandle(FeedRun<?> feed, TimeSource time) {
    this.feed = feed;
    this.time = time;
  }

  /** How far it is. */
  public FeedProgress progress() {
    return feed.progress();
  }

  /** What is parked now, in no order. */
  public List<ParkedEntity> parked() {
    return feed.parked();
  }

  /**
   * Hands over again what is parked, in the state that it has by then, before the next poll, which
   * comes at once.
   */
  public void retryParked() {
    feed.retryParked();
  }

  /**
   * Asks the feed to stop: what the handler is given now is its last, and once it has returned the
   * checkpoint is saved and the lease is given back. A save that fails is tried again for half a
   * minute; {@link FeedEnd#isSaved()} says what came of it. Returns at once.
   */
  public void stop() {
    feed.stop();
  }

  /**
   * Asks the feed to stop, and waits until it has: not in its handler, for which it waits.
   *
   * @param timeout how long to wait at the most, for a handler that does not return; the feed still
   *     ends when that does. A last save that fails is tried again until then, or for half a minute
   *     if that is longer; where several ask, the latest time counts
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended by then: it goes on
   *     with its last save, and {@link #end()} tells what came of it
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public FeedEnd stop(Duration timeout) {
    feed.stop(time.nanos() + Check.positive(timeout, "timeout").toNanos());
    return await(timeout);
  }

  /** How it ended, once it has; it never completes exceptionally. */
  public CompletableFuture<FeedEnd> end() {
    return feed.end().copy();
  }

  /**
   * Waits until it has ended, because it was stopped or because it failed.
   *
   * @param timeout how long to wait at the most; the feed goes on after it
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended by then
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public FeedEnd await(Duration timeout) {
    long deadline = time.nanos() + Check.positive(timeout, "timeout").toNanos();
    TimeSource.Signal ended = time.newSignal();
    CompletableFuture<?> unused = feed.end().whenComplete((end, failure) -> ended.fire());
    try {
      if (!ended.await(deadline)) {
        throw ErrorReport.of(ErrorKind.DEADLINE)
            .detail("feed " + feed + " has not ended within " + timeout)
            .advice("It goes on: wait longer, or take its end() when it comes.")
            .retryable(true, null)
            .toException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED).detail("interrupted; it goes on").toException();
    }
    return feed.end().join();
  }

  @Override
  public String toString() {
    return "FeedHandle[" + feed + ", " + feed.progress().phase() + "]";
  }
}
