package dev.defendersdk.alerts.external;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where all findings of a publisher are on their way: those that wait for their turn, those that
 * are followed, and of each key one at a time. All but {@link #inbox} is used within the inbox
 * alone.
 */
final class Desk {

  // So many hunts, and so many requests, may be under way at once, and as many of high severity.
  private static final int AT_ONCE = 4;
  private static final int REMEMBERED = 1_000;

  private final Inbox inbox = new Inbox();
  private final AlertCalls calls;
  private final Effects effects;
  private final Row locating = new Row(AT_ONCE, inbox);
  private final Row sending = new Row(AT_ONCE, inbox);
  private final Investigations followed;
  private final Map<String, FindingRun> current = new HashMap<>();
  private final Map<String, Deque<FindingRun>> successors = new HashMap<>();
  private final Map<String, String> recent = new LinkedHashMap<>(); // keys by ids of alerts

  Desk(AlertCalls calls, Effects effects) {
    this.calls = calls;
    this.effects = effects;
    this.followed = new Investigations(calls, effects, inbox);
  }

  Inbox inbox() {
    return inbox;
  }

  AlertCalls calls() {
    return calls;
  }

  Effects effects() {
    return effects;
  }

  Row locating() {
    return locating;
  }

  Row sending() {
    return sending;
  }

  Investigations followed() {
    return followed;
  }

  /** Takes findings on: of a key that is under way already, the later one waits for its end. */
  void take(Collection<FindingRun> runs) {
    List<FindingRun> first = new ArrayList<>();
    for (FindingRun run : runs) {
      String key = run.finding().key();
      if (current.putIfAbsent(key, run) == null) {
        first.add(run);
      } else {
        successors.computeIfAbsent(key, absent -> new ArrayDeque<>()).add(run);
      }
    }
    read(first);
  }

  private void read(List<FindingRun> runs) {
    if (runs.isEmpty()) {
      return;
    }
    runs.forEach(FindingRun::reads);
    List<String> keys = runs.stream().map(run -> run.finding().key()).toList();
    CompletableFuture<?> unused =
        effects
            .find(keys)
            .whenComplete(
                (kept, failure) -> inbox.enter(() -> begin(runs, kept, Steps.unwrapped(failure))));
  }

  // The severe ones first, so that no other takes a place before them.
  private static void begin(
      List<FindingRun> runs,
      @Nullable Map<String, FindingRecord> kept,
      @Nullable Throwable failure) {
    List<FindingRun> bySeverity = new ArrayList<>(runs);
    bySeverity.sort((one, other) -> Integer.compare(one.finding().rank(), other.finding().rank()));
    for (FindingRun run : bySeverity) {
      FindingRecord record = kept == null ? null : kept.get(run.finding().key());
      run.guarded(() -> run.begin(record, failure));
    }
  }

  /** Waits for its turn no more. */
  void leaveRows(FindingRun run) {
    locating.leave(run);
    sending.leave(run);
  }

  /** A finding has ended. */
  void left(FindingRun run, @Nullable String alertId) {
    leaveRows(run);
    if (alertId != null) {
      followed.leave(alertId, run);
    }
    String key = run.finding().key();
    Deque<FindingRun> row = successors.get(key);
    if (row != null) {
      row.remove(run);
    }
    if (current.get(key) != run) {
      return;
    }
    FindingRun next = row == null ? null : row.poll();
    if (next == null) {
      current.remove(key);
      successors.remove(key);
    } else {
      current.put(key, next);
      read(List.of(next));
    }
  }

  /** Claims an alert for a finding; false if it is that of another one, of a while ago at most. */
  boolean claims(String alertId, Finding finding) {
    String known = recent.putIfAbsent(alertId, finding.key());
    if (recent.size() > REMEMBERED) {
      recent.remove(recent.keySet().iterator().next());
    }
    return known == null || known.equals(finding.key());
  }
}
