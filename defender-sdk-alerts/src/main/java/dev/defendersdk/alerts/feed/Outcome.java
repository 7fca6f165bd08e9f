package dev.defendersdk.alerts.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * How something ended, as a value: to go on from either way.
 *
 * @param failure null if it succeeded
 */
record Outcome<X>(@Nullable X result, @Nullable Throwable failure) {

  static <X> CompletableFuture<Outcome<X>> of(CompletableFuture<X> something) {
    return something.handle(
        (result, failure) -> new Outcome<>(result, failure == null ? null : cause(failure)));
  }

  /** What was thrown, without what futures wrap it in. */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
