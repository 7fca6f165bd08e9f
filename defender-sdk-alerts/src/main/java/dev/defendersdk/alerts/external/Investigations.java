package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.InvestigationState;
import dev.defendersdk.core.error.DefenderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

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

  Investigations(AlertCalls calls, Effects effects, Inbox inbox) {
    this.calls = calls;
    this.effects = effects;
    this.steps = new Steps(inbox, this::guarded);
  }

  /** True if the alert's investigation will not go on. */
  static boolean isOver(Alert alert) {
    InvestigationState state = alert.investigationState();
    return state != null && isFinal(state);
  }

  // The pages name no final states: these follow from their names (investigations.md).
  private static boolean isFinal(InvestigationState state) {
    return switch (state.known()) {
      case UNKNOWN, QUEUED, RUNNING, PENDING_APPROVAL, PENDING_RESOURCE, UNRECOGNIZED -> false;
      default -> true;
    };
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

  private void tick() {
    List<String> ids = List.copyOf(followed.keySet());
    Map<String, Alert> seen = new HashMap<>();
    steps.await(
        () -> ask(ids, seen),
        (nothing, failure) -> {
          if (failure instanceof DefenderException known && known.isRetryable()) {
            Duration hint = known.retryAfter().orElse(Duration.ZERO);
            interval = SLOWEST;
            next(hint.compareTo(SLOWEST) > 0 ? hint : SLOWEST);
          } else if (failure != null) {
            giveUp(failure);
          } else {
            boolean news = saw(ids, seen);
            interval = news ? FASTEST : longer(interval);
            next(interval);
          }
        });
  }

  /** Asks for all of them, one call after the other. */
  private CompletableFuture<Void> ask(List<String> ids, Map<String, Alert> seen) {
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (int from = 0; from < ids.size(); from += IDS) {
      List<String> some = ids.subList(from, Math.min(from + IDS, ids.size()));
      done =
          done.thenCompose(
              before ->
                  calls.ofIds(
                      some,
                      alert -> {
                        String id = alert.id();
                        if (id != null) {
                          seen.put(id, alert);
                        }
                      }));
    }
    return done;
  }

  /** True if one of them need not be followed any more. */
  private boolean saw(List<String> ids, Map<String, Alert> seen) {
    List<FindingRun> over = new ArrayList<>();
    for (String id : ids) {
      for (FindingRun run : List.copyOf(followed.getOrDefault(id, Set.of()))) {
        if (run.saw(seen.get(id))) {
          leave(id, run);
          over.add(run);
        }
      }
    }
    over.forEach(run -> run.guarded(() -> run.followed(null)));
    return !over.isEmpty();
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
    Set<FindingRun> all = new HashSet<>();
    followed.values().forEach(all::addAll);
    followed.clear();
    all.forEach(run -> run.guarded(() -> run.followed(failure)));
  }

  private static Duration longer(Duration interval) {
    Duration next = interval.multipliedBy(3).dividedBy(2);
    return next.compareTo(SLOWEST) < 0 ? next : SLOWEST;
  }
}
