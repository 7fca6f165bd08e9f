package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.CompletableFuture;

/** A task that waits for its time without a thread. */
final class Later implements RunningCall {

  private final Runnable task;
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  Later(Runnable task) {
    this.task = task;
  }

  CompletableFuture<Void> begin(Runner runner, long nanos) {
    runner.begin(this);
    TimeSource.Alarm alarm = runner.workers().at(nanos, this::run);
    CompletableFuture<?> unused =
        done.whenComplete(
            (nothing, failure) -> {
              alarm.cancel();
              runner.end(this);
            });
    return done;
  }

  private void run() {
    if (done.isDone()) {
      return;
    }
    try {
      task.run();
      done.complete(null);
    } catch (RuntimeException | Error e) {
      done.completeExceptionally(e);
    }
  }

  @Override
  public void endByClose() {
    done.completeExceptionally(ErrorReport.of(ErrorKind.CLOSED).toException());
  }
}
