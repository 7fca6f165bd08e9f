package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A wish that is being acted on. It goes on by itself; no thread waits for it. Thread-safe. */
public final class WishHandle {

  private final WishRun run;
  private final TimeSource time;

  WishHandle(WishRun run, TimeSource time) {
    this.run = run;
    this.time = time;
  }

  /** The machine. */
  public String machineId() {
    return run.machineId();
  }

  /** What is wished for. */
  public MachineWish wish() {
    return run.wish();
  }

  /** Where it stands. */
  public WishPhase phase() {
    return run.phase();
  }

  /** Its action as it was last seen: its own or an adopted one; empty before there is one. */
  public Optional<MachineAction> action() {
    return Optional.ofNullable(run.action());
  }

  /**
   * What became of it, whatever that is: it never completes exceptionally. Completing or cancelling
   * it changes nothing here.
   */
  public CompletableFuture<WishResult> end() {
    return run.end().copy();
  }

  /**
   * Waits until it has ended, whatever the outcome is.
   *
   * @param timeout how long to wait at the most; the wish goes on after it
   * @throws dev.defendersdk.core.error.DeadlineException if it has not ended by then
   * @throws dev.defendersdk.core.error.InterruptedCallException if the thread is interrupted
   */
  public WishResult await(Duration timeout) {
    long deadline = time.nanos() + Check.positive(timeout, "timeout").toNanos();
    return Waiting.forEnd(run.end(), deadline, time, () -> what() + " within " + timeout);
  }

  private String what() {
    return run.wish() + " of machine " + run.machineId() + " (" + run.phase() + ") has not ended";
  }

  /** Wishes for it no more. What has begun goes on in the service; nothing more is begun. */
  public void withdraw() {
    run.withdraw();
  }

  void withdrawUnlessSent() {
    run.withdrawUnlessSent();
  }

  @Override
  public String toString() {
    return "WishHandle[" + run.machineId() + ", " + run.wish() + ", " + run.phase() + "]";
  }
}
