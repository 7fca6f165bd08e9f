package dev.defendersdk.alerts.feed;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Steps one after the other, each begun when the one before has completed, with no thread between
 * them: however many there are, and however many are complete at once, the stack does not grow.
 */
final class Loop {

  private final Supplier<CompletableFuture<Boolean>> step;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private final AtomicInteger due = new AtomicInteger();

  private Loop(Supplier<CompletableFuture<Boolean>> step) {
    this.step = step;
  }

  /**
   * Runs steps until one says that it was the last.
   *
   * @param step true for another one
   * @return completes after the last step, or with the first failure
   */
  static CompletableFuture<Void> run(Supplier<CompletableFuture<Boolean>> step) {
    Loop loop = new Loop(step);
    loop.turn();
    return loop.over;
  }

  private void turn() {
    if (due.getAndIncrement() > 0) {
      return; // whoever is in the loop below goes on with it
    }
    do {
      try {
        CompletableFuture<?> unused = step.get().whenComplete(this::took);
      } catch (RuntimeException | Error e) {
        over.completeExceptionally(e);
      }
    } while (due.decrementAndGet() > 0);
  }

  private void took(@Nullable Boolean more, @Nullable Throwable failure) {
    if (failure != null) {
      over.completeExceptionally(failure);
    } else if (Boolean.TRUE.equals(more)) {
      turn();
    } else {
      over.complete(null);
    }
  }
}
