package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list whose entities are states that become visible at set times, answered in the order of their
 * ids, or of their last updates, as the two services do.
 */
final class ScriptedSource implements Source<ScriptedSource.State> {

  /** A state of something. */
  record State(String id, Instant lastUpdate, boolean detail) {}

  private record Coming(Instant visibleAt, State state) {}

  private final Background background;
  private final TimeSource time;
  private final boolean ordered;
  private final PriorityQueue<Coming> coming =
      new PriorityQueue<>(Comparator.comparing(Coming::visibleAt));
  private final Map<String, State> visible = new HashMap<>();
  private final TreeMap<Instant, TreeSet<String>> byTime = new TreeMap<>();

  final Map<String, Instant> finalStates = new HashMap<>();
  final Set<String> failsWithDetail = new HashSet<>();
  final Set<String> failsAlways = new HashSet<>();
  final Set<String> failsAlone = new HashSet<>();
  final List<Query> queries = new ArrayList<>();
  final Set<String> untimed = new HashSet<>();
  final Map<String, Instant> staleUntil = new HashMap<>();
  Predicate<Query> outage = query -> false;
  Predicate<List<State>> partialOutage = page -> false;
  int mostSkip = Integer.MAX_VALUE;
  DefenderException error = serverError();
  Duration latency = Duration.ofMillis(200);
  Runnable afterEachPage = () -> {};

  ScriptedSource(Background background, TimeSource time, boolean ordered) {
    this.background = background;
    this.time = time;
    this.ordered = ordered;
  }

  static DefenderException serverError() {
    return ErrorReport.of(ErrorKind.SERVER).status(500).retryable(true, null).toException();
  }

  synchronized void raise(String id, Instant lastUpdate, Instant visibleAt) {
    coming.add(new Coming(visibleAt, new State(id, lastUpdate, true)));
    finalStates.merge(id, lastUpdate, (one, other) -> one.isAfter(other) ? one : other);
  }

  void raise(String id, Instant lastUpdate) {
    raise(id, lastUpdate, lastUpdate);
  }

  void raiseNow(String id) {
    raise(id, time.now());
  }

  private void pass() {
    Instant now = time.now();
    while (!coming.isEmpty() && !coming.peek().visibleAt().isAfter(now)) {
      State state = coming.remove().state();
      State before = visible.get(state.id());
      if (before == null || before.lastUpdate().isBefore(state.lastUpdate())) {
        if (before != null) {
          byTime.get(before.lastUpdate()).remove(before.id());
        }
        visible.put(state.id(), state);
        byTime.computeIfAbsent(state.lastUpdate(), key -> new TreeSet<>()).add(state.id());
      }
    }
  }

  private synchronized List<State> list(Query query) {
    queries.add(query);
    pass();
    Window window = query.window();
    Instant to = window.to();
    var times = to == null ? byTime.tailMap(window.from()) : byTime.subMap(window.from(), to);
    Stream<State> found = times.values().stream().flatMap(Set::stream).map(visible::get);
    if (!ordered) {
      found = found.sorted(Comparator.comparing(State::id));
    }
    List<State> page = found.skip(query.skip()).limit(query.pageSize() + 1).toList();
    List<State> shown = page.subList(0, Math.min(page.size(), query.pageSize()));
    boolean poisoned =
        shown.stream()
            .anyMatch(
                state ->
                    query.detail() && failsWithDetail.contains(state.id())
                        || failsAlways.contains(state.id()));
    if (poisoned || outage.test(query) || partialOutage.test(shown)) {
      throw error;
    }
    return page;
  }

  @Override
  public CompletableFuture<?> pages(Query query, Predicate<Batch<State>> handler) {
    if (query.skip() > mostSkip) { // links lead on
      return CompletableFuture.failedFuture(
          ErrorReport.of(ErrorKind.BAD_REQUEST).status(400).toException());
    }
    CompletableFuture<Void> over = new CompletableFuture<>();
    goOn(query, handler, over);
    return over;
  }

  private void goOn(Query query, Predicate<Batch<State>> handler, CompletableFuture<Void> over) {
    CompletableFuture<?> unused =
        background
            .after(
                latency,
                () -> {
                  List<State> page = list(query);
                  boolean last = page.size() <= query.pageSize();
                  List<State> shown =
                      page.stream()
                          .limit(query.pageSize())
                          .map(state -> new State(state.id(), state.lastUpdate(), query.detail()))
                          .toList();
                  boolean more = handler.test(new Batch<>(shown, last));
                  afterEachPage.run();
                  if (!more || last || over.isDone()) {
                    over.complete(null);
                  } else {
                    int skip = query.skip() + shown.size();
                    goOn(
                        new Query(query.window(), query.pageSize(), skip, query.detail()),
                        handler,
                        over);
                  }
                })
            .whenComplete(
                (nothing, failure) -> {
                  if (failure != null) {
                    over.completeExceptionally(failure);
                  }
                });
  }

  @Override
  public CompletableFuture<State> get(String id) {
    return background
        .after(latency, () -> {})
        .thenApply(
            nothing -> {
              synchronized (this) {
                pass();
                State state = visible.get(id);
                if (state == null) {
                  throw ErrorReport.of(ErrorKind.NOT_FOUND).status(404).toException();
                }
                if (failsAlone.contains(id)) {
                  throw error;
                }
                if (time.now().isBefore(staleUntil.getOrDefault(id, Instant.MIN))) {
                  return new State(id, state.lastUpdate().minusSeconds(60), true);
                }
                return state;
              }
            });
  }

  @Override
  public String name() {
    return "scripted";
  }

  @Override
  public String id(State entity) {
    return entity.id();
  }

  @Override
  public @Nullable Instant lastUpdate(State entity) {
    return untimed.contains(entity.id()) ? null : entity.lastUpdate();
  }

  @Override
  public boolean isOrdered() {
    return ordered;
  }

  @Override
  public boolean hasDetail() {
    return true;
  }

  @Override
  public int largestPage() {
    return 10_000;
  }
}
