package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Source.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One poll: windows from the oldest to the newest, each handed over before the next is asked for. A
 * full page is no boundary where the list has no order: the window is cut until its pages are not
 * full, and one of a single instant is read page by page, again and again until it is the same
 * twice. A window on which the service fails is narrowed.
 *
 * @param <T> the entity
 */
final class Poll<T> {

  static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
  private static final Duration NEAR_AHEAD = Duration.ofDays(1);
  private static final int PRUNED_FROM = 1_000;

  private final FeedContext<T> context;
  private final FeedState state;
  private final boolean far;
  private final Instant began;
  private final long beganNanos;
  private final Deque<Task> tasks = new ArrayDeque<>();
  private int pruneAt = PRUNED_FROM;
  private long news;

  /**
   * A window that is to be read.
   *
   * @param doubtful true if it is part of one on which the service failed
   * @param paged true if it cannot be cut, and has more than a page
   */
  record Task(Window window, boolean doubtful, boolean paged) {}

  /**
   * @param far true if it looks back far
   */
  Poll(FeedContext<T> context, boolean far) {
    this.context = context;
    this.state = context.state();
    this.far = far;
    this.began = context.time().now();
    this.beganNanos = context.time().nanos();
  }

  /** Completes with how much was new. */
  CompletableFuture<Long> run() {
    Instant from = (far ? state.far : state.near).next();
    plan(Window.since(from));
    return Loop.run(this::next)
        .thenApply(
            nothing -> {
              complete(from);
              return news;
            });
  }

  // Instants at which the service is known to fail are windows of their own.
  private void plan(Window window) {
    Window rest = window;
    boolean withoutDetail = state.readsAllWithoutDetail();
    for (Map.Entry<Instant, Boolean> spoilt : state.spoilt.tailMap(window.from()).entrySet()) {
      Instant instant = spoilt.getKey();
      if (withoutDetail && !spoilt.getValue()) {
        continue; // none is asked for, there or elsewhere
      }
      if (instant.isAfter(rest.from())) {
        List<Window> cut = rest.cutAt(instant);
        tasks.add(new Task(cut.get(0), false, false));
        rest = cut.get(1);
      }
      List<Window> cut = rest.cutAfterBeginning();
      tasks.add(new Task(cut.get(0), true, false));
      rest = cut.get(1);
    }
    if (state.failsAhead) {
      planAhead(rest);
    } else {
      tasks.add(new Task(rest, false, false));
    }
  }

  // What lies far ahead is left to polls that look back far: they try again.
  private void planAhead(Window rest) {
    Instant ahead = Window.floor(began.plus(NEAR_AHEAD));
    Window last = rest;
    if (ahead.isAfter(rest.from())) {
      List<Window> cut = rest.cutAt(ahead);
      tasks.add(new Task(cut.get(0), false, false));
      last = cut.get(1);
    }
    if (far) {
      tasks.add(new Task(last, true, false));
    }
  }

  Instant began() {
    return began;
  }

  private CompletableFuture<Boolean> next() {
    context.pauses().check();
    Task task = tasks.pollFirst();
    if (task == null) {
      return CompletableFuture.completedFuture(false);
    }
    context.observation().reading();
    return read(task).thenApply(nothing -> true);
  }

  private CompletableFuture<Void> read(Task task) {
    Window window = task.window();
    if (!far && state.isUnreadable(window)) {
      return DONE; // those that look back far try again
    }
    boolean detail = !state.isWithoutDetail(window);
    if (task.paged()) {
      return new InstantReading<>(context, this, task, detail).run();
    }
    Query query = new Query(window, context.settings().pageSize(), 0, detail);
    return context
        .page(query, task.doubtful() ? 1 : 2)
        .thenCompose(
            tried -> {
              Scan<T> scan = tried.result();
              if (scan != null) {
                return took(task, scan, detail);
              }
              return new Narrowing<>(context, this, task).run(detail, tried.error());
            });
  }

  private CompletableFuture<Void> took(Task task, Scan<T> scan, boolean detail) {
    Window window = task.window();
    if (window.to() == null) {
      state.failsAhead = false;
    }
    if (state.isUnreadable(window)) {
      state.spoilt.put(window.from(), false);
    }
    context.calls().read(scan.times());
    if (scan.isLast()) {
      return handOver(scan, detail).thenRun(() -> settle(window.to()));
    }
    if (window.isInstant() || scan.times().isEmpty()) { // where there is no time to cut at
      tasks.addFirst(new Task(window, task.doubtful(), true));
      return DONE;
    }
    // That a list comes in the order that was asked for is seen, not trusted.
    if (context.source().isOrdered() && scan.isSorted()) {
      Instant newest = Window.floor(scan.newest());
      if (newest.isAfter(window.from())) {
        tasks.addFirst(new Task(window.cutAt(newest).get(1), task.doubtful(), false));
        return handOver(scan, detail).thenRun(() -> settle(newest));
      }
    }
    readParts(window.cutAmid(scan.times()), task.doubtful());
    return DONE;
  }

  /** Puts the parts of a window in its place. */
  void readParts(List<Window> parts, boolean doubtful) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      tasks.addFirst(new Task(parts.get(i), doubtful, false));
    }
  }

  /** Puts an instant that has more than a page in its place. */
  void readPaged(Window instant) {
    tasks.addFirst(new Task(instant, true, true));
  }

  /** Hands over what is new, the oldest first. */
  CompletableFuture<Void> handOver(Scan<T> scan, boolean detail) {
    Iterator<Scan.Item<T>> items = scan.fresh().iterator();
    boolean whole = detail || !context.source().hasDetail();
    return Loop.run(
        () -> {
          if (!items.hasNext()) {
            return CompletableFuture.completedFuture(false);
          }
          Scan.Item<T> item = items.next();
          news++;
          CompletableFuture<Void> handed =
              !item.timed()
                  ? untimed(item)
                  : whole
                      ? context.delivery().hand(item.entity(), item.lastUpdate())
                      : context
                          .detailOf(item)
                          .thenCompose(
                              found -> context.delivery().hand(found.entity(), found.lastUpdate()));
          return handed.thenApply(nothing -> true);
        });
  }

  private CompletableFuture<Void> untimed(Scan.Item<T> item) {
    String id = context.source().id(item.entity());
    state.untimed.add(id);
    context.observation().untimed(id);
    return context
        .detailOf(item)
        .thenCompose(
            found ->
                found.timed()
                    ? context.delivery().hand(found.entity(), found.lastUpdate())
                    : context.delivery().handUntimed(found.entity(), found.lastUpdate()));
  }

  /**
   * All up to an instant has been read, and handed over.
   *
   * @param to null for all that there is
   */
  void settle(@Nullable Instant to) {
    context.observation().readTo(to == null || to.isAfter(began) ? began : to);
    if (far) {
      Instant bound = bound(context.settings().farLookBack());
      state.far = state.far.upTo(to == null || to.isAfter(bound) ? bound : to);
      if (state.seen.size() >= pruneAt) {
        state.prune();
        pruneAt = Math.max(PRUNED_FROM, 2 * state.seen.size());
      }
    }
  }

  private void complete(Instant from) {
    settle(null);
    state.clock.settle();
    Instant readAt = state.clock.at(beganNanos);
    if (far) {
      state.far = state.far.completed(from, readAt);
      state.prune();
    }
    Instant bound = bound(context.settings().nearLookBack());
    state.near = state.near.upTo(bound).upTo(state.far.next()).completed(from, readAt);
  }

  private Instant bound(Duration lookBack) {
    Duration elapsed = Duration.ofNanos(context.time().nanos() - beganNanos);
    return state.bound(began, elapsed, lookBack);
  }
}
