package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Waiting for the end of something, in the client's time. */
final class Waiting {

  private Waiting() {}

  static <T> T forEnd(
      CompletableFuture<T> end, long deadlineNanos, TimeSource time, Supplier<String> what) {
    TimeSource.Signal ended = time.newSignal();
    CompletableFuture<?> unused = end.whenComplete((result, failure) -> ended.fire());
    try {
      if (!ended.await(deadlineNanos)) {
        throw ErrorReport.of(ErrorKind.DEADLINE)
            .detail(what.get())
            .advice("It goes on: wait longer, or take its end() when it comes.")
            .retryable(true, null)
            .toException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ErrorReport.of(ErrorKind.INTERRUPTED).detail("interrupted; it goes on").toException();
    }
    return end.join();
  }
}
