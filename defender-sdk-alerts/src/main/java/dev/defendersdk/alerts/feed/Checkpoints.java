package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.CheckpointStore.Saved;
import dev.defendersdk.alerts.feed.FeedState.FeedId;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of a feed in its store. Each save follows the version that this process knows, so
 * that one that was replaced meanwhile cannot save over what the other one saved.
 */
final class Checkpoints {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private static final Backoff BACKOFF_AT_THE_END =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final CheckpointStore store;
  private final FeedId id;
  private final String writer;
  private final Lease lease;
  private final Pauses pauses;
  private final Observation observation;
  private final TimeSource time;
  private long version;

  /**
   * @param writer unlike that of any other process
   */
  Checkpoints(
      CheckpointStore store,
      FeedId id,
      String writer,
      Lease lease,
      Pauses pauses,
      Observation observation,
      TimeSource time) {
    this.store = store;
    this.id = id;
    this.writer = writer;
    this.lease = lease;
    this.pauses = pauses;
    this.observation = observation;
    this.time = time;
  }

  /**
   * Looks whether a feed can begin so.
   *
   * @throws IllegalStateException if what is there is no checkpoint of this feed, or is not there
   */
  void check(FeedStart start) {
    FeedState unused = state(start, store.load(id.name()).map(Saved::text).orElse(null));
  }

  /** Takes up what is in the store, or what is to be there instead. */
  CompletableFuture<FeedState> open(FeedStart start) {
    AtomicReference<FeedState> opened = new AtomicReference<>();
    return insist(
            () -> {
              Optional<Saved> saved = store.load(id.name());
              String text = saved.map(Saved::text).orElse(null);
              return () -> {
                opened.set(state(start, text));
                version = saved.map(Saved::version).orElse(0L);
              };
            })
        .thenApply(nothing -> opened.get());
  }

  private FeedState state(FeedStart start, @Nullable String text) {
    if (text != null && start.resumes()) {
      return FeedStateText.read(text, id);
    }
    if (text != null) {
      FeedStateText.refuseOther(text, id);
    }
    if (!start.begins()) {
      throw new IllegalStateException(none(id));
    }
    return new FeedState(id, start.instantOr(time.now()));
  }

  private static String none(FeedId id) {
    return "there is no checkpoint of feed "
        + id.name()
        + ". Begin at an instant: FeedStart.checkpointOr(…).";
  }

  /**
   * @throws Replaced if another process may have gone on
   */
  void checkLease() {
    if (!lease.isHeld()) {
      throw new Replaced("the lease of feed " + id.name() + " is lost");
    }
  }

  /**
   * Renews the lease where it is due: the thread that renews it may be one of those that handlers
   * keep.
   *
   * @throws Replaced if another process may have gone on
   */
  void keepLease() {
    lease.renewIfDue();
    checkLease();
  }

  /** Saves, and tries again as long as the store fails. */
  CompletableFuture<Void> save(FeedState state) {
    String text = FeedStateText.write(state, writer);
    return insist(
        () -> {
          checkLease();
          saveOnce(text);
          return () -> {};
        });
  }

  /**
   * Does something with the store, and tries again as long as that fails.
   *
   * @param use returns what is to be done once it has succeeded
   */
  private CompletableFuture<Void> insist(Supplier<Runnable> use) {
    AtomicInteger failures = new AtomicInteger();
    return Loop.run(
        () -> {
          Runnable then;
          try {
            then = use.get();
          } catch (Replaced e) {
            throw e;
          } catch (RuntimeException e) {
            pauses.check();
            Duration pause = BACKOFF.pause(failures.incrementAndGet(), time.random());
            observation.held(pause, e);
            return pauses.pause(pause).thenApply(nothing -> true);
          }
          then.run();
          return CompletableFuture.completedFuture(false);
        });
  }

  /**
   * Saves for the last time, although the feed is to stop, and tries again until some time. It does
   * so without a lease too, which may be over because the store is away: if another process has
   * gone on, the version is not what this one knows.
   *
   * @param until by the steady clock, asked for each time; no pause is begun that would not be over
   *     by then
   * @return completes exceptionally with what the store threw last
   */
  CompletableFuture<Void> saveLast(FeedState state, LongSupplier until) {
    AtomicInteger failures = new AtomicInteger();
    return Loop.run(
        () -> {
          // A client that is closed interrupts its threads, and a store may heed that.
          boolean interrupted = Thread.interrupted();
          try {
            saveOnce(FeedStateText.write(state, writer));
            return CompletableFuture.completedFuture(false);
          } catch (Replaced e) {
            throw e;
          } catch (RuntimeException e) {
            return pauseBefore(until.getAsLong(), failures.incrementAndGet(), e);
          } finally {
            if (interrupted) {
              Thread.currentThread().interrupt();
            }
          }
        });
  }

  private CompletableFuture<Boolean> pauseBefore(long until, int failures, RuntimeException cause) {
    Duration pause = BACKOFF_AT_THE_END.pause(failures, time.random());
    if (until - time.nanos() <= pause.toNanos()) {
      throw cause;
    }
    CompletableFuture<Void> over;
    try {
      over = pauses.pauseAtTheEnd(pause);
    } catch (IllegalStateException closed) {
      throw cause; // nothing waits any more
    }
    observation.held(pause, cause);
    return Outcome.of(over).thenApply(outcome -> true);
  }

  private void saveOnce(String text) {
    try {
      version = store.save(id.name(), text, version);
    } catch (CheckpointConflictException e) {
      Optional<Saved> there = store.load(id.name());
      if (!writer.equals(there.map(saved -> FeedStateText.writer(saved.text())).orElse(null))) {
        throw new Replaced("another process goes on with feed " + id.name(), e);
      }
      // A save that failed was made all the same: this one follows it.
      version = store.save(id.name(), text, there.orElseThrow().version());
    }
  }
}
