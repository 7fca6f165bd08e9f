package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that wait for a service that does not answer, as long as it takes, and tell that from one
 * call on which alone it fails: when a call has failed again and again, something else that is
 * there is asked for. If the service answers that, it is the call.
 */
final class Calls {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

  private static final Set<ErrorKind> MAY_BE_THE_CALL =
      EnumSet.of(
          ErrorKind.SERVER,
          ErrorKind.DEADLINE,
          ErrorKind.CONNECTION,
          ErrorKind.UNREADABLE_ANSWER,
          ErrorKind.UNEXPECTED_STATUS);

  private final Probes probes;
  private final Source<?> source;
  private final Pauses pauses;
  private final TimeSource time;
  private final BiConsumer<Duration, Throwable> held;

  /**
   * @param held is told of each pause, and why
   */
  Calls(Source<?> source, Pauses pauses, TimeSource time, BiConsumer<Duration, Throwable> held) {
    this.source = source;
    this.pauses = pauses;
    this.time = time;
    this.held = held;
    this.probes = new Probes(source, pauses, time);
  }

  /**
   * @param result of a call that succeeded
   * @param failure of one that fails each time, although the service answers others
   */
  record Tried<X>(@Nullable X result, @Nullable DefenderException failure) {

    DefenderException error() {
      if (failure == null) {
        throw new IllegalStateException("the call succeeded");
      }
      return failure;
    }
  }

  /**
   * Makes a call until it succeeds, or is known to be one on which the service fails.
   *
   * @param tries how often it may fail before it is doubted
   * @return completes exceptionally with what no repetition helps against
   */
  <X> CompletableFuture<Tried<X>> insist(int tries, Supplier<CompletableFuture<X>> call) {
    return new Insisting<>(tries, call).run();
  }

  private final class Insisting<X> {

    private final int tries;
    private final Supplier<CompletableFuture<X>> call;
    private int doubts;
    private int failures;
    private @Nullable Tried<X> end;

    private Insisting(int tries, Supplier<CompletableFuture<X>> call) {
      this.tries = tries;
      this.call = call;
    }

    private CompletableFuture<Tried<X>> run() {
      return Loop.run(this::once)
          .thenApply(
              nothing -> {
                Tried<X> tried = end;
                if (tried == null) {
                  throw new IllegalStateException("the call has not ended");
                }
                return tried;
              });
    }

    private CompletableFuture<Boolean> once() {
      pauses.check();
      return Outcome.of(call.get())
          .thenCompose(
              outcome -> {
                Throwable failure = outcome.failure();
                if (failure != null) {
                  return failed(failure);
                }
                end = new Tried<>(outcome.result(), null);
                return CompletableFuture.completedFuture(false);
              });
    }

    private CompletableFuture<Boolean> failed(Throwable failure) {
      pauses.check();
      if (!(failure instanceof DefenderException error)) {
        return CompletableFuture.failedFuture(failure);
      }
      if (source.relents(error)) {
        return CompletableFuture.completedFuture(true);
      }
      if (!MAY_BE_THE_CALL.contains(error.kind())) {
        return error.isRetryable() ? again(error) : CompletableFuture.failedFuture(error);
      }
      if (++doubts < tries) {
        return again(error);
      }
      return probes
          .serviceAnswers()
          .thenCompose(
              answers -> {
                if (answers) {
                  end = new Tried<>(null, error);
                  return CompletableFuture.completedFuture(false);
                }
                return again(error);
              });
    }

    private CompletableFuture<Boolean> again(DefenderException error) {
      Duration pause = BACKOFF.pause(++failures, time.random());
      Duration hint = error.retryAfter().orElse(Duration.ZERO);
      Duration longer = hint.compareTo(pause) > 0 ? hint : pause;
      held.accept(longer, error);
      return pauses.pause(longer).thenApply(nothing -> true);
    }
  }

  /** A page has been read: what it held can be asked for again. */
  void read(List<Instant> times) {
    probes.read(times);
  }
}
