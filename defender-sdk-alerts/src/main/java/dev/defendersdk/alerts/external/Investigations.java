package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the investigations of alerts by what the alerts say of them: many alerts by one list
 * call, at intervals that grow while nothing happens. Used within the inbox alone.
 */
final class Investigations {

  /** So many ids fit into the address of a request without doubt. */
  private static final int IDS = 40;

  private static final Duration FASTEST = Duration.ofSeconds(5);
  private static final Duration SLOWEST = Duration.ofSeconds(30);

  private final AlertCalls calls;
  private final Effects effects;
  private final Steps steps;
  private final Map<String, Set<FindingRun>> followed = new LinkedHashMap<>();
  private Duration interval = FASTEST;
  private boolean ticking;
  private boolean news; // one of this tick is followed no more
  private @Nullable Instant hold; // no tick before: one of this tick could not be read

  Investigations(AlertCalls calls, Effects effects, Inbox inbox) {
    this.calls = calls;
    this.effects = effects;
    this.steps = new Steps(inbox, this::guarded);
  }

  /** True if the alert's investigation will not go on. */
  static boolean isOver(Alert alert) {
    InvestigationState state = alert.investigationState();
    return state != null && state.isFinal();
  }

  /** True if the alert's investigation waits for a person, without limit. */
  static boolean waitsForApproval(Alert alert) {
    InvestigationState state = alert.investigationState();
    return state != null && state.equals(InvestigationState.PENDING_APPROVAL);
  }

  void follow(String alertId, FindingRun run) {
    followed.computeIfAbsent(alertId, absent -> new LinkedHashSet<>()).add(run);
    if (!ticking) {
      ticking = true;
      interval = FASTEST;
      next(interval);
    }
  }

  void leave(String alertId, FindingRun run) {
    followed.computeIfPresent(
        alertId,
        (id, runs) -> {
          runs.remove(run);
          return runs.isEmpty() ? null : runs;
        });
  }

  private void next(Duration pause) {
    steps.await(
        () -> effects.pause(effects.jittered(pause)),
        (nothing, failure) -> {
          if (failure != null) {
            giveUp(failure);
          } else if (followed.isEmpty()) {
            ticking = false;
          } else {
            tick();
          }
        });
  }

  /** Waits for the next tick while reading fails: what has been followed for long enough ends. */
  private void holdUntil(Instant tick) {
    endOverdue();
    if (followed.isEmpty()) {
      ticking = false;
      return;
    }
    Instant now = effects.now();
    if (!now.isBefore(tick)) {
      next(Duration.ZERO);
      return;
    }
    Instant next = tick;
    for (FindingRun run : runs()) {
      Instant end = run.followedUntil();
      next = end.isBefore(next) ? end : next;
    }
    Duration left = Duration.between(now, next);
    steps.await(
        () -> effects.pause(left.compareTo(SLOWEST) < 0 ? left : SLOWEST),
        (nothing, failure) -> {
          if (failure != null) {
            giveUp(failure);
          } else {
            holdUntil(tick);
          }
        });
  }

  private void endOverdue() {
    for (FindingRun run : runs()) {
      if (run.isOverdue()) {
        followed.values().forEach(its -> its.remove(run));
        run.guarded(() -> run.followed(null));
      }
    }
    followed.values().removeIf(Set::isEmpty);
  }

  private void tick() {
    List<String> ids = List.copyOf(followed.keySet());
    Deque<List<String>> chunks = new ArrayDeque<>();
    for (int from = 0; from < ids.size(); from += IDS) {
      chunks.add(ids.subList(from, Math.min(from + IDS, ids.size())));
    }
    news = false;
    hold = null;
    ask(chunks);
  }

  /** Asks for some after the others; of those that cannot be listed together, for each. */
  private void ask(Deque<List<String>> chunks) {
    List<String> ids = chunks.poll();
    if (ids == null) {
      ticked();
      return;
    }
    Map<String, Alert> seen = new HashMap<>();
    steps.await(
        () ->
            calls.ofIds(
                ids,
                alert -> {
                  String id = alert.id();
                  if (id != null) {
                    seen.put(id, alert);
                  }
                }),
        (nothing, failure) -> {
          if (failure == null) {
            saw(ids, seen);
            ask(chunks);
          } else if (Sending.isClosed(failure)) {
            giveUp(failure);
          } else if (isRetryable(failure)) {
            holdsOff(failure);
            ask(chunks);
          } else {
            askForEach(new ArrayDeque<>(ids), chunks);
          }
        });
  }

  private void askForEach(Deque<String> ids, Deque<List<String>> chunks) {
    String id = ids.poll();
    if (id == null) {
      ask(chunks);
      return;
    }
    steps.await(
        () -> calls.ofId(id),
        (alert, failure) -> {
          if (Sending.isClosed(failure)) {
            giveUp(failure);
            return;
          }
          if (failure == null || failure instanceof NotFoundException) {
            saw(List.of(id), alert == null ? Map.of() : Map.of(id, alert));
          } else if (isRetryable(failure)) {
            holdsOff(failure);
          } else {
            end(followed.remove(id), failure);
          }
          askForEach(ids, chunks);
        });
  }

  private static boolean isRetryable(Throwable failure) {
    return failure instanceof DefenderException known && known.isRetryable();
  }

  private void holdsOff(Throwable failure) {
    Duration pause = effects.jittered(SLOWEST);
    if (failure instanceof DefenderException known) {
      Duration hint = known.retryAfter().orElse(Duration.ZERO);
      pause = hint.compareTo(pause) > 0 ? hint : pause;
    }
    Instant until = effects.now().plus(pause);
    Instant before = hold;
    hold = before == null || until.isAfter(before) ? until : before;
    endOverdue();
  }

  private void ticked() {
    Instant until = hold;
    interval = until != null ? SLOWEST : news ? FASTEST : longer(interval);
    if (until != null) {
      holdUntil(until);
    } else {
      next(interval);
    }
  }

  private void saw(List<String> ids, Map<String, Alert> seen) {
    List<FindingRun> over = new ArrayList<>();
    for (String id : ids) {
      for (FindingRun run : List.copyOf(followed.getOrDefault(id, Set.of()))) {
        if (run.saw(seen.get(id))) {
          leave(id, run);
          over.add(run);
        }
      }
    }
    news |= !over.isEmpty();
    end(over, null);
  }

  private static void end(@Nullable Collection<FindingRun> runs, @Nullable Throwable failure) {
    if (runs != null) {
      List.copyOf(runs).forEach(run -> run.guarded(() -> run.followed(failure)));
    }
  }

  private Set<FindingRun> runs() {
    Set<FindingRun> all = new LinkedHashSet<>();
    followed.values().forEach(all::addAll);
    return all;
  }

  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      giveUp(e);
    }
  }

  private void giveUp(Throwable failure) {
    ticking = false;
    Set<FindingRun> all = runs();
    followed.clear();
    end(all, failure);
  }

  private static Duration longer(Duration interval) {
    Duration next = interval.multipliedBy(3).dividedBy(2);
    return next.compareTo(SLOWEST) < 0 ? next : SLOWEST;
  }
}
