package dev.defendersdk.alerts.external;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one thing at a time: what comes when it waits for another already is dropped. Used
 * within the inbox alone.
 */
final class Steps {

  private final Inbox inbox;
  private final Consumer<Runnable> guard;
  private int step;

  /**
   * @param guard runs what a step goes on with, and sees to it if that breaks
   */
  Steps(Inbox inbox, Consumer<Runnable> guard) {
    this.inbox = inbox;
    this.guard = guard;
  }

  /** Goes on when a future has ended: with its value, or with its failure. */
  <T> void await(
      Supplier<CompletableFuture<T>> source, BiConsumer<@Nullable T, @Nullable Throwable> then) {
    int at = ++step;
    CompletableFuture<T> future;
    try {
      future = source.get();
    } catch (RuntimeException e) { // what is the caller's own may throw
      future = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<?> unused =
        future.whenComplete(
            (value, failure) ->
                inbox.enter(
                    () -> {
                      if (step == at) {
                        guard.accept(() -> then.accept(value, unwrapped(failure)));
                      }
                    }));
  }

  /** Waits for nothing any more, until the next step. */
  void drop() {
    step++;
  }

  /** What a future has failed with, without what carries it. */
  static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
