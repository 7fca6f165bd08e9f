package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.FeedEnd.Reason;
import dev.defendersdk.alerts.feed.FeedState.FeedId;
import dev.defendersdk.core.Background;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A running feed, from its lease to its end: poll after poll, on background threads, with none
 * while it waits.
 *
 * @param <T> the entity
 */
final class FeedRun<T> {

  private static final Duration LONGEST_LIFE = Duration.ofDays(36_500);
  private static final Duration LAST_SAVE = Duration.ofSeconds(30);

  private final Source<T> source;
  private final FeedHandler<? super T> handler;
  private final FeedSettings settings;
  private final Background background;
  private final TimeSource time;
  private final Pauses pauses;
  private final Observation observation;
  private final Lease lease;
  private final Checkpoints checkpoints;
  private final CompletableFuture<FeedEnd> end = new CompletableFuture<>();

  private volatile @Nullable FeedContext<T> context;
  private volatile @Nullable FeedState state;
  private volatile boolean retriesParked;
  private volatile boolean begun;
  private volatile boolean standsBy;
  private volatile boolean asked;
  private volatile @Nullable Throwable closed;
  private volatile @Nullable Long stopBy;
  private volatile CompletableFuture<?> life = Poll.DONE;
  private Duration interval;
  private boolean polled;
  private long farAt;

  FeedRun(
      DefenderClient defender,
      Source<T> source,
      FeedSettings settings,
      FeedHandler<? super T> handler) {
    this.source = source;
    this.handler = handler;
    this.settings = settings;
    this.background = defender.background();
    this.time = defender.timeSource();
    this.pauses = new Pauses(background);
    this.observation = new Observation(settings, time.now());
    this.interval = settings.fastest();
    FeedId id = new FeedId(defender.tenantId(), source.name(), settings.name());
    String writer = Long.toHexString(time.random().nextLong());
    this.lease =
        new Lease(settings, writer, background, pauses, observation, time, pauses::breakOff);
    this.checkpoints =
        new Checkpoints(settings.store(), id, writer, lease, pauses, observation, time);
    checkpoints.check(settings.start());
  }

  FeedHandle begin() {
    life = background.after(LONGEST_LIFE, () -> {});
    CompletableFuture<?> ignored = life.whenComplete((nothing, failure) -> closed(failure));
    CompletableFuture<?> unused =
        background
            .after(Duration.ZERO, () -> {})
            .thenCompose(nothing -> Loop.run(this::term))
            .whenComplete((nothing, failure) -> ended(failure));
    return new FeedHandle(this, time);
  }

  // It ends when the client is closed. A handler may not heed the interrupt that comes then.
  private void closed(@Nullable Throwable failure) {
    if (failure != null && !(failure instanceof CancellationException)) {
      closed = Outcome.cause(failure);
      pauses.stop();
    }
  }

  /** From the lease to its loss; true if it is to be waited for again. */
  private CompletableFuture<Boolean> term() {
    return Outcome.of(
            lease
                .acquire()
                .thenCompose(nothing -> Loop.run(this::open))
                .thenCompose(nothing -> Loop.run(this::turn)))
        .thenCompose(outcome -> afterTerm(outcome.failure()));
  }

  private CompletableFuture<Boolean> afterTerm(@Nullable Throwable failure) {
    boolean lost =
        failure instanceof Replaced
            || (failure instanceof CancellationException && !lease.isHeld());
    if (failure != null && (!lost || !lease.isShared() || pauses.isStopped())) {
      return CompletableFuture.failedFuture(failure);
    }
    // Another replica may go on by now. What this one knows is of use only if none does.
    standsBy = true;
    polled = false;
    pauses.goOn();
    return CompletableFuture.completedFuture(true);
  }

  /** Takes up the checkpoint; true if another process has saved one meanwhile. */
  private CompletableFuture<Boolean> open() {
    FeedStart start = begun ? settings.start().again() : settings.start();
    return checkpoints
        .open(start)
        .thenCompose(opened -> Outcome.of(open(opened)))
        .thenCompose(
            outcome -> {
              Throwable failure = outcome.failure();
              if (failure instanceof Replaced && lease.isHeld()) {
                pauses.check();
                return CompletableFuture.completedFuture(true); // whoever starts last goes on
              }
              if (failure != null) {
                return CompletableFuture.failedFuture(failure);
              }
              begun = true;
              return CompletableFuture.completedFuture(false);
            });
  }

  private CompletableFuture<Void> open(FeedState opened) {
    Calls calls = new Calls(source, pauses, time, observation::held);
    Delivery<T> delivery =
        new Delivery<>(source, handler, settings, opened, checkpoints, pauses, observation, time);
    context =
        new FeedContext<>(source, settings, opened, calls, delivery, pauses, observation, time);
    standsBy = false;
    state = opened;
    observation.begins(opened.far.next());
    return delivery.commit(); // whoever went on with it until now can no longer
  }

  private FeedContext<T> context() {
    FeedContext<T> opened = context;
    if (opened == null) {
      throw new IllegalStateException("the feed has not begun");
    }
    return opened;
  }

  private CompletableFuture<Boolean> turn() {
    pauses.check();
    return handParked()
        .thenCompose(nothing -> poll())
        .thenCompose(news -> commit().thenCompose(nothing -> idle(news)))
        .thenApply(nothing -> true);
  }

  private CompletableFuture<Long> poll() {
    boolean far = !polled || time.nanos() - farAt >= settings.farInterval().toNanos();
    if (far) {
      farAt = time.nanos();
    }
    polled = true;
    return new Poll<>(context(), far).run();
  }

  private CompletableFuture<Void> commit() {
    Delivery<T> delivery = context().delivery();
    return delivery.isUncommitted() ? delivery.commit() : Poll.DONE;
  }

  private CompletableFuture<Void> idle(long news) {
    Duration longer = interval.multipliedBy(3).dividedBy(2);
    Duration slowest = settings.slowest();
    interval = news > 0 ? settings.fastest() : longer.compareTo(slowest) < 0 ? longer : slowest;
    observation.idle();
    pauses.check();
    CompletableFuture<Void> pause = pauses.idle(jittered(interval));
    if (retriesParked) {
      pauses.wake(); // asked for when there was no pause to cut short
    }
    return pause;
  }

  // A tenth either way, so that many feeds do not ask in step.
  private Duration jittered(Duration pause) {
    double factor = 0.9 + 0.2 * time.random().nextDouble();
    return Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  private CompletableFuture<Void> handParked() {
    if (!retriesParked) {
      return Poll.DONE;
    }
    retriesParked = false;
    Iterator<ParkedEntity> parked = parked().iterator();
    return Loop.run(
        () ->
            parked.hasNext()
                ? handParked(parked.next()).thenApply(nothing -> true)
                : CompletableFuture.completedFuture(false));
  }

  private CompletableFuture<Void> handParked(ParkedEntity parked) {
    FeedContext<T> feed = context();
    return Outcome.of(feed.calls().insist(2, () -> pauses.until(source.get(parked.id()))))
        .thenCompose(
            outcome -> {
              Calls.Tried<T> tried = outcome.result();
              if (tried == null) {
                return gone(parked, outcome.failure());
              }
              T found = tried.result();
              if (found == null) {
                observation.withoutDetail(parked.id(), parked.lastUpdate(), tried.error());
                return Poll.DONE; // it stays parked
              }
              Instant lastUpdate = source.lastUpdate(found);
              return feed.delivery()
                  .handParked(found, lastUpdate == null ? parked.lastUpdate() : lastUpdate);
            });
  }

  private CompletableFuture<Void> gone(ParkedEntity parked, @Nullable Throwable failure) {
    if (!(failure instanceof NotFoundException)) {
      return CompletableFuture.failedFuture(
          failure == null ? new IllegalStateException("no outcome") : failure);
    }
    context().state().parked.remove(parked.id());
    observation.gone(parked);
    return context().delivery().commit();
  }

  private void ended(@Nullable Throwable thrown) {
    Throwable cause = thrown == null ? null : Outcome.cause(thrown);
    // One that is asked to stop and has lost its lease is not replaced yet: its last save tells.
    Reason reason =
        pauses.isStopped()
            ? Reason.STOPPED
            : cause instanceof Replaced ? Reason.REPLACED : Reason.FAILED;
    if (reason == Reason.STOPPED) {
      cause = null;
    }
    if (closed != null && !asked) {
      reason = Reason.FAILED;
      cause = closed;
    }
    Reason why = reason;
    Throwable told = cause;
    CompletableFuture<?> unused = lastSave(reason).thenAccept(saved -> over(why, told, saved));
  }

  /** Completes with what it failed with. */
  private CompletableFuture<Outcome<Void>> lastSave(Reason reason) {
    FeedContext<T> feed = context;
    if (reason == Reason.REPLACED || feed == null) {
      return Outcome.of(Poll.DONE);
    }
    if (standsBy && !feed.delivery().isUncommitted()) {
      return Outcome.of(Poll.DONE); // whoever goes on has all
    }
    long least = time.nanos() + LAST_SAVE.toNanos();
    return Outcome.of(checkpoints.saveLast(feed.state(), () -> later(stopBy, least)));
  }

  private static long later(@Nullable Long one, long other) {
    return one != null && one - other > 0 ? one : other;
  }

  private void over(Reason reason, @Nullable Throwable cause, Outcome<Void> save) {
    Reason why = reason;
    Throwable told = cause instanceof HandlerFailure ? cause.getCause() : cause;
    Throwable unsaved = save.failure();
    if (unsaved instanceof Replaced) {
      why = Reason.REPLACED;
      told = unsaved;
    } else if (unsaved != null) {
      why = Reason.FAILED;
      told = told == null ? unsaved : told;
    }
    boolean interrupted = Thread.interrupted(); // as for the last save
    lease.release();
    life.cancel(true);
    observation.ended();
    boolean saved = unsaved == null && why != Reason.REPLACED;
    end.complete(new FeedEnd(why, told, saved, progress()));
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  FeedProgress progress() {
    return observation.progress(time.now(), parked().size());
  }

  List<ParkedEntity> parked() {
    FeedState opened = state;
    return opened == null ? List.of() : List.copyOf(opened.parked.values());
  }

  void retryParked() {
    retriesParked = true;
    pauses.wake();
  }

  void stop() {
    asked = true;
    pauses.stop();
  }

  /**
   * @param by until when somebody waits for it, by the steady clock
   */
  void stop(long by) {
    synchronized (this) {
      stopBy = later(stopBy, by);
    }
    stop();
  }

  CompletableFuture<FeedEnd> end() {
    return end;
  }

  @Override
  public String toString() {
    return settings.name() + " of " + source.name();
  }
}
