package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.FeedState.FeedId;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoint of a feed in its store. Each save follows the version that this process knows, so
 * that one that was replaced meanwhile cannot save over what the other one saved.
 */
final class Checkpoints {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

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
   * The state in the store; null if there is none.
   *
   * @throws IllegalStateException if what is there is no checkpoint of this feed
   */
  static @Nullable FeedState find(CheckpointStore store, FeedId id) {
    return store.load(id.name()).map(saved -> FeedStateText.read(saved.text(), id)).orElse(null);
  }

  /** Takes up what is in the store, or what is to be there instead, and makes it this process's. */
  FeedState open(FeedStart start) {
    Optional<CheckpointStore.Saved> saved = store.load(id.name());
    version = saved.map(CheckpointStore.Saved::version).orElse(0L);
    FeedState state =
        start.resumes()
            ? saved.map(there -> FeedStateText.read(there.text(), id)).orElse(null)
            : null;
    if (state == null) {
      if (!start.begins()) {
        throw new IllegalStateException(none(id));
      }
      state = new FeedState(id, start.instantOr(time.now()));
    }
    return state;
  }

  static String none(FeedId id) {
    return "there is no checkpoint of feed "
        + id.name()
        + ". Begin at an instant: FeedStart.checkpointOr(…).";
  }

  /**
   * @throws Replaced if another process may have gone on
   */
  void check() {
    if (!lease.isHeld()) {
      throw new Replaced("the lease of feed " + id.name() + " is lost");
    }
  }

  /** Saves, and tries again as long as the store fails. */
  CompletableFuture<Void> save(FeedState state) {
    String text = FeedStateText.write(state, writer);
    int[] failures = new int[1];
    return Loop.run(
        () -> {
          try {
            saveOnce(text);
            return CompletableFuture.completedFuture(false);
          } catch (Replaced e) {
            throw e;
          } catch (RuntimeException e) {
            pauses.check();
            Duration pause = BACKOFF.pause(++failures[0], time.random());
            observation.held(pause, e);
            return pauses.pause(pause).thenApply(nothing -> true);
          }
        });
  }

  /** Saves, once. */
  void saveNow(FeedState state) {
    saveOnce(FeedStateText.write(state, writer));
  }

  private void saveOnce(String text) {
    check();
    try {
      version = store.save(id.name(), text, version);
    } catch (CheckpointConflictException e) {
      Optional<CheckpointStore.Saved> there = store.load(id.name());
      if (!writer.equals(there.map(saved -> FeedStateText.writer(saved.text())).orElse(null))) {
        throw new Replaced("another process goes on with feed " + id.name(), e);
      }
      // A save that failed was made all the same: this one follows it.
      version = store.save(id.name(), text, there.orElseThrow().version());
    }
  }
}
