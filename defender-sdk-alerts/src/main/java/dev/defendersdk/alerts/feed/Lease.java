package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Which replica runs a feed: a text in the store that its holder saves anew, again and again. A
 * replica that has seen the same version for as long as the lease lasts, by its own steady clock,
 * takes it; so no two clocks are compared. It keeps two from running at once as a rule; what makes
 * it safe is that a checkpoint follows the version that its writer knows.
 */
final class Lease {

  private static final String FORM = "defender-sdk-lease 1 ";
  private static final String FREE = "-";

  private final CheckpointStore store;
  private final String name;
  private final @Nullable String replica;
  private final String holder;
  private final Duration span;
  private final Background background;
  private final Pauses pauses;
  private final Observation observation;
  private final TimeSource time;
  private final Runnable whenLost;

  private volatile long
      version; // for one thread at a time: the one that acquires, then the one that renews
  private volatile long heldSince;
  private volatile boolean held;
  private volatile boolean released;
  private volatile int term;
  private final AtomicBoolean renewing = new AtomicBoolean();
  private volatile CompletableFuture<Void> renewal = CompletableFuture.completedFuture(null);

  /**
   * @param writer unlike that of any other process
   * @param whenLost is run where it was held
   */
  Lease(
      FeedSettings settings,
      String writer,
      Background background,
      Pauses pauses,
      Observation observation,
      TimeSource time,
      Runnable whenLost) {
    this.store = settings.store();
    this.name = Names.ofLease(settings.name());
    this.replica = settings.replica();
    this.holder = replica + " " + writer;
    this.span = settings.lease();
    this.background = background;
    this.pauses = pauses;
    this.observation = observation;
    this.time = time;
    this.whenLost = whenLost;
  }

  /** True while no other replica can have taken it; always if there is none. */
  boolean isHeld() {
    return replica == null || (held && time.nanos() - heldSince < span.toNanos());
  }

  /** True if there is one: another replica can take over, and this one can come back. */
  boolean isShared() {
    return replica != null;
  }

  /** Completes once it is held; at once if there is none. */
  CompletableFuture<Void> acquire() {
    if (replica == null) {
      return CompletableFuture.completedFuture(null);
    }
    held = false;
    int next = term + 1;
    term = next;
    Watch watch = new Watch();
    return Loop.run(
            () -> {
              if (watch.takes()) {
                return CompletableFuture.completedFuture(false);
              }
              observation.standby();
              return pauses.pause(tick()).thenApply(nothing -> true);
            })
        .thenRun(() -> renewLater(next));
  }

  /** How often it is renewed, and looked at. */
  private Duration tick() {
    return span.dividedBy(4);
  }

  private boolean take(long known) {
    long now = time.nanos();
    try {
      version = store.save(name, FORM + holder, known);
    } catch (CheckpointConflictException e) {
      return false;
    }
    heldSince = now;
    held = true;
    return true;
  }

  /** What a replica that waits has seen of the lease. */
  private final class Watch {

    private long seen = -1;
    private long seenSince;
    private int failures;

    private boolean takes() {
      pauses.check();
      try {
        Optional<CheckpointStore.Saved> there = store.load(name);
        long found = there.map(CheckpointStore.Saved::version).orElse(0L);
        if (found != seen) {
          seen = found;
          seenSince = time.nanos();
        }
        String owner = there.map(saved -> owner(saved.text())).orElse(FREE);
        boolean over = time.nanos() - seenSince >= span.toNanos();
        return (over || owner.equals(FREE) || owner.equals(replica)) && take(found);
      } catch (RuntimeException e) {
        if (++failures == 1) {
          observation.held(tick(), e);
        }
        return false;
      }
    }
  }

  private String owner(String text) {
    String[] words = text.split(" ", 4);
    if (!text.startsWith(FORM) || words.length < 3) {
      throw new IllegalStateException(
          "what the store holds under "
              + name
              + " is no lease: it is left as it is. Give the feed another name, or remove it.");
    }
    return words[2];
  }

  private void renewLater(int of) {
    try {
      renewal = background.after(tick(), () -> renewIn(of));
      if (released) {
        renewal.cancel(true);
      }
    } catch (IllegalStateException closed) {
      // The client was closed, and the feed ends with it.
    }
  }

  private void renewIn(int of) {
    if (released || of != term) {
      return;
    }
    try {
      renew();
    } catch (RuntimeException | Error e) {
      observation.held(tick(), e);
    }
    if (isHeld()) {
      renewLater(of);
    } else {
      lost();
    }
  }

  /** Renews it if nobody has for a while, and is not about to. */
  void renewIfDue() {
    if (replica != null && held && !released && time.nanos() - heldSince >= tick().toNanos()) {
      renew();
    }
  }

  // By one thread at a time: the other one need not.
  private void renew() {
    if (!renewing.compareAndSet(false, true)) {
      return;
    }
    try {
      long now = time.nanos();
      version = store.save(name, FORM + holder, version);
      heldSince = now;
    } catch (CheckpointConflictException e) {
      held = adopted();
    } catch (RuntimeException e) {
      // It is held until it is over, and renewed if the store is back by then.
    } finally {
      renewing.set(false);
    }
  }

  /** A save that failed may have been made all the same. */
  private boolean adopted() {
    try {
      Optional<CheckpointStore.Saved> there = store.load(name);
      if (there.isPresent() && there.get().text().equals(FORM + holder)) {
        version = there.get().version();
        return isHeld();
      }
      return false;
    } catch (RuntimeException e) {
      return isHeld();
    }
  }

  private void lost() {
    held = false;
    whenLost.run();
  }

  /** Lets another replica have it at once. */
  void release() {
    released = true;
    renewal.cancel(true);
    if (isHeld() && replica != null) {
      held = false;
      try {
        store.save(name, FORM + FREE, version);
      } catch (RuntimeException | Error e) {
        // It ends by itself.
      }
    }
  }
}
