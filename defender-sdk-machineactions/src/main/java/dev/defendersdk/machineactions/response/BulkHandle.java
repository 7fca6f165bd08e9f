package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A wish for many machines that is being acted on. No thread waits for it. Thread-safe. */
public final class BulkHandle {

  private final Bulk bulk;
  private final TimeSource time;

  BulkHandle(Bulk bulk, TimeSource time) {
    this.bulk = bulk;
    this.time = time;
  }

  /** How far it is. */
  public BulkProgress progress() {
    return bulk.progress();
  }

  /** Asks for no further action until {@link #goOn()}. What has begun is followed. */
  public void pause() {
    bulk.pause();
  }

  /** Goes on after {@link #pause()}. */
  public void goOn() {
    bulk.goOn();
  }

  /**
   * Begins nothing more: machines whose action has not been asked for end as {@link
   * WishOutcome#WITHDRAWN}. What has begun is followed to its end.
   */
  public void cancel() {
    bulk.cancel();
  }

  /** What became of each machine, once all have ended; it never completes exceptionally. */
  public CompletableFuture<BulkReport> end() {
    return bulk.end().copy();
  }

  /**
   * Waits until all have ended.
   *
   * @param timeout how long to wait at the most; the bulk goes on after it
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended by then
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public BulkReport await(Duration timeout) {
    long deadline = time.nanos() + Check.positive(timeout, "timeout").toNanos();
    return Waiting.forEnd(bulk.end(), deadline, time, () -> what() + " within " + timeout);
  }

  private String what() {
    BulkProgress progress = progress();
    return progress.ended() + " of " + progress.machines() + " machines have ended";
  }

  @Override
  public String toString() {
    return "BulkHandle[" + what() + "]";
  }
}
