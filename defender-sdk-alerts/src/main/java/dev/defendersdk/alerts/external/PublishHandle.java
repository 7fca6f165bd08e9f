package dev.defendersdk.alerts.external;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Findings that are being published. It goes on by itself; no thread waits for it. Thread-safe. */
public final class PublishHandle {

  private final Publication publication;
  private final TimeSource time;

  PublishHandle(Publication publication, TimeSource time) {
    this.publication = publication;
    this.time = time;
  }

  /** How far it is. */
  public PublishProgress progress() {
    return publication.progress();
  }

  /**
   * Stops gracefully: asks for nothing more, and brings what has been asked for to its end: lost
   * answers are settled, investigations followed, responses awaited. The others end as {@link
   * FindingOutcome#NOT_BEGUN}.
   */
  public void stop() {
    publication.stop(false);
  }

  /**
   * Stops as {@link #stop} does, and waits for the answers of calls alone: what is not settled then
   * ends as {@link FindingOutcome#OUTCOME_UNKNOWN}, and no investigation and no response is waited
   * for.
   */
  public void cancel() {
    publication.stop(true);
  }

  /** What became of each finding, once all have ended; it never completes exceptionally. */
  public CompletableFuture<PublishReport> end() {
    return publication.end().copy();
  }

  /**
   * Waits until all have ended.
   *
   * @param timeout how long to wait at the most; publishing goes on after it
   * @throws dev.defendersdk.core.error.DeadlineException if they have not ended by then
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public PublishReport await(Duration timeout) {
    long deadline = time.nanos() + Check.positive(timeout, "timeout").toNanos();
    TimeSource.Signal ended = time.newSignal();
    CompletableFuture<?> unused = publication.end().whenComplete((report, failure) -> ended.fire());
    try {
      if (!ended.await(deadline)) {
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
    return publication.end().join();
  }

  private String what() {
    PublishProgress progress = progress();
    return progress.ended() + " of " + progress.findings() + " findings have ended";
  }

  @Override
  public String toString() {
    return "PublishHandle[" + what() + "]";
  }
}
