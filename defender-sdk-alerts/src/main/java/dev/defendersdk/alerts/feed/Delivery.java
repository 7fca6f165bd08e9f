package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Hands entities over to the handler, one at a time, and saves the checkpoint after so many.
 *
 * @param <T> the entity
 */
final class Delivery<T> {

  private static final CompletableFuture<Boolean> OVER = CompletableFuture.completedFuture(false);

  private final Source<T> source;
  private final FeedHandler<? super T> handler;
  private final FeedSettings settings;
  private final FeedState state;
  private final Checkpoints checkpoints;
  private final Pauses pauses;
  private final Observation observation;
  private final TimeSource time;
  private int uncommitted;

  Delivery(
      Source<T> source,
      FeedHandler<? super T> handler,
      FeedSettings settings,
      FeedState state,
      Checkpoints checkpoints,
      Pauses pauses,
      Observation observation,
      TimeSource time) {
    this.source = source;
    this.handler = handler;
    this.settings = settings;
    this.state = state;
    this.checkpoints = checkpoints;
    this.pauses = pauses;
    this.observation = observation;
    this.time = time;
  }

  /** Hands a state of an entity over, unless it was; completes when the next may come. */
  CompletableFuture<Void> hand(T entity, Instant lastUpdate) {
    if (!state.isNew(source.id(entity), lastUpdate)) {
      return done();
    }
    Lateness late = state.lateness(lastUpdate, time.now(), time.nanos());
    return new Handing(entity, lastUpdate, late).run();
  }

  /** Hands over what bears no time of its own: how late it is cannot be told. */
  CompletableFuture<Void> handUntimed(T entity, Instant lastUpdate) {
    return new Handing(entity, lastUpdate, Lateness.NONE).run();
  }

  /** Hands over again what is parked, or its state of now. */
  CompletableFuture<Void> handParked(T entity, Instant lastUpdate) {
    return new Handing(entity, lastUpdate, Lateness.NONE).run();
  }

  // A large checkpoint is saved less often, so that its cost does not grow with its size.
  private int batch() {
    return Math.max(settings.batchSize(), state.seen.size() / 50);
  }

  /** Saves the checkpoint. */
  CompletableFuture<Void> commit() {
    return checkpoints.save(state).thenRun(() -> uncommitted = 0);
  }

  boolean isUncommitted() {
    return uncommitted > 0;
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private final class Handing {

    private final T entity;
    private final Instant lastUpdate;
    private final Lateness late;
    private int attempts;

    private Handing(T entity, Instant lastUpdate, Lateness late) {
      this.entity = entity;
      this.lastUpdate = lastUpdate;
      this.late = late;
    }

    private CompletableFuture<Void> run() {
      return Loop.run(this::once)
          .thenCompose(nothing -> ++uncommitted < batch() ? done() : commit());
    }

    private CompletableFuture<Boolean> once() {
      Exception failure = attempt();
      if (failure == null) {
        return OVER;
      }
      if (Thread.currentThread().isInterrupted()) {
        // The client is closed, say: no fault of the entity, and all others would meet with it too.
        return CompletableFuture.failedFuture(new HandlerFailure(failure));
      }
      FailurePolicy policy = settings.failures();
      if (attempts < policy.attempts()) {
        Duration pause = policy.backoff().pause(attempts, time.random());
        observation.held(pause, failure);
        return pauses.pause(pause).thenApply(nothing -> true);
      }
      String id = source.id(entity);
      boolean room =
          state.parked.size() < FailurePolicy.MOST_PARKED || state.parked.containsKey(id);
      if (!policy.isParking() || !room) {
        return CompletableFuture.failedFuture(new HandlerFailure(failure));
      }
      state.parks(ParkedEntity.of(id, lastUpdate, time.now(), failure));
      observation.parked(id, lastUpdate, failure);
      return OVER;
    }

    private @Nullable Exception attempt() {
      pauses.check();
      checkpoints.keepLease();
      observation.reading();
      attempts++;
      try {
        handler.accept(entity);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return e;
      } catch (Exception e) {
        return e;
      }
      state.took(source.id(entity), lastUpdate);
      observation.delivered(source.id(entity), lastUpdate, late);
      return null;
    }
  }
}
