package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waiting for what goes on in the background. */
final class Waits {

  private Waits() {}

  /** True when it has ended, false if the deadline came first. */
  static boolean until(CompletableFuture<?> future, TimeSource time, long deadlineNanos)
      throws InterruptedException {
    TimeSource.Signal ended = time.newSignal();
    CompletableFuture<?> unused = future.whenComplete((result, failure) -> ended.fire());
    return ended.await(deadlineNanos);
  }

  /** Waits as {@link #until}, whatever interrupts; the interrupt flag is then set again. */
  static void untilEvenIfInterrupted(
      CompletableFuture<?> future, TimeSource time, long deadlineNanos) {
    boolean isInterrupted = Thread.interrupted();
    while (true) {
      try {
        boolean unused = until(future, time, deadlineNanos);
        break;
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Begins a call; that the client is closed, which is thrown, fails the future like the rest. */
  static <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call) {
    try {
      return call.get();
    } catch (IllegalStateException closed) {
      return CompletableFuture.failedFuture(
          ErrorReport.of(ErrorKind.CLOSED)
              .detail(String.valueOf(closed.getMessage()))
              .cause(closed)
              .toException());
    }
  }

  private record Ended<T>(@Nullable T result, @Nullable Throwable failure) {}

  /** Goes on with the result or the failure, one of which is null. */
  static <T, R> CompletableFuture<R> then(
      CompletableFuture<T> future,
      BiFunction<@Nullable T, @Nullable Throwable, CompletableFuture<R>> next) {
    return future
        .handle((result, failure) -> new Ended<@Nullable T>(result, failure))
        .thenCompose(ended -> next.apply(ended.result(), ended.failure()));
  }

  /** What lies below the wrappers that futures put around a failure. */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** The error of a call; what is none goes on. */
  static DefenderException error(@Nullable Throwable failure) {
    if (failure != null && cause(failure) instanceof DefenderException error) {
      return error;
    }
    throw failure instanceof CompletionException wrapped
        ? wrapped
        : new CompletionException(failure);
  }
}
