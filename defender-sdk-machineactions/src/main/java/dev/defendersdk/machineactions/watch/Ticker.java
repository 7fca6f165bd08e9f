package dev.defendersdk.machineactions.watch;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ticks of a watcher, one at a time. Young actions are all in the list of what was begun since
 * the oldest of them; old ones are open as long as they are in the list of what is open, and are
 * asked for by id once they are not; what is known by its id alone is asked for by it. The lock is
 * held for bookkeeping alone.
 */
final class Ticker {

  private static final Duration FASTEST = Duration.ofSeconds(5);
  private static final Duration SLOWEST = Duration.ofSeconds(30);
  private static final Duration OLD = Duration.ofHours(1);
  private static final Duration OLD_INTERVAL = Duration.ofMinutes(5);
  // A list may lag behind: an action is missed so often before it is asked for by its id.
  private static final int MISSES = 3;

  private final ActionLists lists;
  private final TimeSource time;
  private final Map<String, Followed> followed = new HashMap<>();
  private Duration interval = FASTEST;
  private @Nullable CompletableFuture<Void> alarm;
  private long rings;
  private long awaited; // the ring that the next tick comes with; 0 for none
  private boolean slow;
  private boolean ticking;
  private boolean newcomers;
  private @Nullable Instant oldLookedAt;

  Ticker(ActionLists lists, TimeSource time) {
    this.lists = lists;
    this.time = time;
  }

  synchronized int size() {
    return followed.size();
  }

  WatchedAction follow(String id, @Nullable MachineAction known) {
    if (known != null && Followed.isOver(known)) {
      Followed ended = new Followed(id, known);
      ended.saw(known);
      return new WatchedAction(this, ended);
    }
    WatchedAction action;
    boolean ring;
    synchronized (this) {
      Followed entry = followed.computeIfAbsent(id, absent -> new Followed(id, known));
      action = new WatchedAction(this, entry);
      entry.followers.add(action);
      newcomers = true;
      ring = !ticking && (awaited == 0 || slow);
      slow = false;
      interval = FASTEST;
    }
    if (ring) {
      ringAfter(jittered(FASTEST));
    }
    return action;
  }

  void stop(Followed entry, WatchedAction follower) {
    CompletableFuture<Void> last = null;
    synchronized (this) {
      entry.followers.remove(follower);
      if (entry.followers.isEmpty()) {
        followed.remove(entry.id, entry);
      }
      if (followed.isEmpty() && !ticking) {
        last = silence();
      }
    }
    if (last != null) {
      last.cancel(true);
    }
  }

  private void tick(long ring) {
    Round round;
    synchronized (this) {
      if (awaited != ring) {
        return; // another one has been set since
      }
      alarm = null;
      awaited = 0;
      if (ticking || followed.isEmpty()) {
        return;
      }
      ticking = true;
      newcomers = false;
      round = new Round();
    }
    CompletableFuture<?> unused =
        round.run().whenComplete((nothing, failure) -> ended(round, failure));
  }

  private void ended(Round round, @Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause != null && !(cause instanceof DefenderException known && known.isRetryable())) {
      giveUp(cause);
      return;
    }
    Duration hint =
        cause instanceof DefenderException known
            ? known.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    Duration pause;
    synchronized (this) {
      ticking = false;
      interval = round.news || newcomers ? FASTEST : longer(interval, SLOWEST);
      if (followed.isEmpty()) {
        return;
      }
      pause = onlyOld() ? OLD_INTERVAL : interval;
      slow = pause.compareTo(FASTEST) > 0;
    }
    pause = jittered(pause);
    ringAfter(hint.compareTo(pause) > 0 ? hint : pause);
  }

  private synchronized void forget(Followed entry) {
    followed.remove(entry.id, entry);
  }

  private void giveUp(Throwable cause) {
    List<Followed> left;
    CompletableFuture<Void> last;
    synchronized (this) {
      ticking = false;
      left = List.copyOf(followed.values());
      followed.clear();
      last = silence();
    }
    if (last != null) {
      last.cancel(true);
    }
    left.forEach(entry -> entry.end.completeExceptionally(cause));
  }

  private boolean onlyOld() {
    return !newcomers && followed.values().stream().allMatch(this::isOld);
  }

  private boolean isOld(Followed action) {
    Instant created = action.created();
    return created != null && created.plus(OLD).isBefore(time.now());
  }

  // Not under the lock: where the client is closed, those who wait are told at once. By its number
  // a
  // ring is known that comes, or is set, when another one has taken its place.
  private void ringAfter(Duration pause) {
    long ring;
    CompletableFuture<Void> last;
    synchronized (this) {
      last = silence();
      ring = ++rings;
      awaited = ring;
    }
    if (last != null) {
      last.cancel(true);
    }
    CompletableFuture<Void> next;
    try {
      next = lists.after(pause, () -> tick(ring));
    } catch (IllegalStateException closed) {
      giveUp(closed);
      return;
    }
    boolean current;
    synchronized (this) {
      current = awaited == ring;
      if (current) {
        alarm = next;
      }
    }
    if (!current) {
      next.cancel(true);
    }
    CompletableFuture<?> unused =
        next.whenComplete(
            (nothing, failure) -> {
              if (failure instanceof DefenderException closed) {
                giveUp(closed);
              }
            });
  }

  /** Awaits no ring any more. Under the lock; what it returns is to be cancelled outside. */
  private @Nullable CompletableFuture<Void> silence() {
    CompletableFuture<Void> last = alarm;
    alarm = null;
    awaited = 0;
    return last;
  }

  private static Duration longer(Duration interval, Duration longest) {
    Duration next = interval.multipliedBy(3).dividedBy(2);
    return next.compareTo(longest) < 0 ? next : longest;
  }

  // A tenth either way, so that many watchers do not ask in step.
  private Duration jittered(Duration pause) {
    double factor = 0.9 + 0.2 * time.random().nextDouble();
    return Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  /** What one tick asks for, and what it has seen. Made under the ticker's lock. */
  private final class Round {

    private final Map<String, Followed> young = new HashMap<>();
    private final Map<String, Followed> old = new HashMap<>();
    private final Map<String, Followed> byId = new HashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private @Nullable Instant oldest;
    private volatile boolean news;

    private Round() {
      List<Followed> aged = new ArrayList<>();
      for (Followed action : followed.values()) {
        Instant created = action.created();
        if (created == null || action.misses >= MISSES) {
          byId.put(action.id, action);
        } else if (isOld(action)) {
          aged.add(action);
        } else {
          young.put(action.id, action);
          oldest = oldest == null || created.isBefore(oldest) ? created : oldest;
        }
      }
      Instant last = oldLookedAt;
      if (!aged.isEmpty()
          && (last == null || !last.plus(OLD_INTERVAL.dividedBy(2)).isAfter(time.now()))) {
        oldLookedAt = time.now();
        aged.forEach(action -> old.put(action.id, action));
      }
    }

    private CompletableFuture<Void> run() {
      CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
      Instant since = oldest;
      if (since != null) {
        done = then(done, () -> lists.since(since, action -> see(young, action)));
        done = done.thenRun(this::countMisses);
      }
      if (!old.isEmpty()) {
        done = then(done, () -> lists.open(action -> see(old, action)));
      }
      return then(done, this::askById);
    }

    private CompletableFuture<Void> askById() {
      Set<String> ids = new HashSet<>(byId.keySet());
      old.keySet().stream().filter(id -> !seen.contains(id)).forEach(ids::add);
      Map<String, Followed> asked = new HashMap<>(old);
      asked.putAll(byId);
      List<String> rest = List.copyOf(ids);
      CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
      for (int i = 0; i < rest.size(); i += ActionLists.IDS) {
        List<String> some = rest.subList(i, Math.min(rest.size(), i + ActionLists.IDS));
        done = then(done, () -> lists.ofIds(some, action -> see(asked, action)));
      }
      return done.thenRun(this::giveUpUnknown);
    }

    /** What is asked for by its id again and again, and is in no list, is not there. */
    private void giveUpUnknown() {
      for (Followed entry : byId.values()) {
        if (!seen.contains(entry.id) && ++entry.misses >= 2 * MISSES) {
          forget(entry);
          entry.end.completeExceptionally(
              ErrorReport.of(ErrorKind.NOT_FOUND)
                  .operation(MachineActionOperations.LIST.id())
                  .detail("no list shows machine action " + entry.id)
                  .toException());
        }
      }
    }

    private void see(Map<String, Followed> wanted, MachineAction action) {
      Followed watched = wanted.get(action.id());
      if (watched != null) {
        seen.add(watched.id);
        watched.misses = 0;
        if (Followed.isOver(action)) {
          forget(watched);
        }
        news |= watched.saw(action);
      }
    }

    private void countMisses() {
      young.values().stream()
          .filter(action -> !seen.contains(action.id))
          .forEach(action -> action.misses++);
    }

    private static CompletableFuture<Void> then(
        CompletableFuture<Void> before, Supplier<CompletableFuture<Void>> next) {
      return before.thenCompose(nothing -> next.get());
    }
  }
}
