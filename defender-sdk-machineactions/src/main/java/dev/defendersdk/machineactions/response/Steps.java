package dev.defendersdk.machineactions.response;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a wish: it waits for one thing at a time, and what comes when it is elsewhere
 * already is dropped. Used within the desk's inbox alone.
 */
final class Steps {

  private final Desk desk;
  private final Effects effects;
  private final Consumer<Throwable> broken;
  private int step;
  private boolean ended;

  /**
   * @param desk in whose inbox all goes on
   * @param broken is told what a step failed with that had no answer to it
   */
  Steps(Desk desk, Effects effects, Consumer<Throwable> broken) {
    this.desk = desk;
    this.effects = effects;
    this.broken = broken;
  }

  /** Goes on when a future has ended: with its value or its failure. */
  <T> void await(
      Supplier<CompletableFuture<T>> source, BiConsumer<@Nullable T, @Nullable Throwable> then) {
    int at = ++step;
    CompletableFuture<T> future;
    try {
      future = source.get();
    } catch (RuntimeException e) { // the client is closed, above all
      future = CompletableFuture.failedFuture(e);
    }
    CompletableFuture<?> unused =
        future.whenComplete(
            (value, failure) ->
                desk.enter(
                    () -> {
                      if (isAt(at)) {
                        then.accept(value, unwrapped(failure));
                      }
                    }));
  }

  /** Goes on with the value of a future; a failure ends the wish. */
  <T> void awaitValue(Supplier<CompletableFuture<T>> source, Consumer<T> then) {
    await(
        source,
        (value, failure) -> {
          if (failure != null) {
            broken.accept(failure);
          } else if (value != null) {
            then.accept(value);
          }
        });
  }

  /** Goes on after a while. */
  void pause(Duration pause, Runnable then) {
    blocking(pause, () -> true, rung -> then.run());
  }

  /** Goes on when a task that may block has been done on a background thread. */
  <T> void blocking(Duration pause, Supplier<T> task, Consumer<T> then) {
    awaitValue(
        () -> {
          AtomicReference<@Nullable T> result = new AtomicReference<>();
          return effects
              .after(pause, () -> result.set(task.get()))
              .thenApply(nothing -> result.get());
        },
        then);
  }

  /** Waits for nothing any more, until the next step. */
  void drop() {
    step++;
  }

  /** The step that it waits at. */
  int current() {
    return step;
  }

  boolean isAt(int at) {
    return !ended && step == at;
  }

  /** Drops whatever comes from now on. */
  void end() {
    ended = true;
  }

  private static @Nullable Throwable unwrapped(@Nullable Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }
}
