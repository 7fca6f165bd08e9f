package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.error.DefenderException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What became of the lines of a plan so far. Thread-safe. */
final class Ledger {

  private static final Set<SyncOutcome> FULFILLED_OR_LEFT_OUT =
      EnumSet.of(SyncOutcome.DONE, SyncOutcome.KEPT, SyncOutcome.LEFT_OUT);

  private final Map<String, SyncLine> lines = new LinkedHashMap<>();
  private final @Nullable Consumer<SyncProgress> listener;
  private final Map<String, SyncReport.Item> ended = new HashMap<>();
  private int calls;

  Ledger(List<SyncLine> lines, @Nullable Consumer<SyncProgress> listener) {
    lines.forEach(line -> this.lines.put(line.key(), line));
    this.listener = listener;
  }

  void end(String key, SyncOutcome outcome, @Nullable String reason) {
    end(key, outcome, reason, null);
  }

  /** The first word on a line stands; what is no line of the plan is left out. */
  synchronized void end(
      String key, SyncOutcome outcome, @Nullable String reason, @Nullable DefenderException error) {
    SyncLine line = lines.get(key);
    if (line != null) {
      ended.putIfAbsent(key, new SyncReport.Item(line, outcome, reason, error));
    }
  }

  /**
   * Leaves out, and ends, what was to be deleted in favour of a wish that is not fulfilled: better
   * the former than none.
   */
  synchronized List<String> withoutOrphans(List<String> ids) {
    List<String> left = new ArrayList<>();
    for (String id : ids) {
      SyncLine line = lines.get("entry " + id);
      String successor = line == null ? null : line.successor();
      SyncReport.Item item = successor == null ? null : ended.get(successor);
      if (item != null && !FULFILLED_OR_LEFT_OUT.contains(item.outcome())) {
        end("entry " + id, SyncOutcome.NOT_SENT, "what was to take its place is not there");
      } else {
        left.add(id);
      }
    }
    return left;
  }

  /** What was deleted is there again, since what was to take its place is not. */
  synchronized void putBack(String key) {
    ended.computeIfPresent(
        key,
        (same, item) ->
            new SyncReport.Item(
                item.line(),
                SyncOutcome.NOT_SENT,
                "what was to take its place is not there; it was put back",
                null));
  }

  synchronized boolean isOpen(String key) {
    return lines.containsKey(key) && !ended.containsKey(key);
  }

  /** The lines that have not ended. */
  synchronized List<SyncLine> open() {
    return lines.values().stream().filter(line -> !ended.containsKey(line.key())).toList();
  }

  synchronized int ended() {
    return ended.size();
  }

  synchronized void called() {
    calls++;
  }

  synchronized SyncProgress progress() {
    Map<SyncOutcome, Integer> outcomes = new EnumMap<>(SyncOutcome.class);
    ended.values().forEach(item -> outcomes.merge(item.outcome(), 1, Integer::sum));
    return new SyncProgress(lines.size(), outcomes, calls);
  }

  /** Tells the listener, outside the lock. */
  void tell() {
    if (listener != null) {
      try {
        listener.accept(progress());
      } catch (RuntimeException e) {
        // the listener's own
      }
    }
  }

  synchronized SyncReport report(boolean refusesActionChanges) {
    List<SyncReport.Item> items = new ArrayList<>();
    for (String key : lines.keySet()) {
      SyncReport.Item item = ended.get(key);
      if (item == null) {
        throw new IllegalStateException("line has not ended: " + key);
      }
      items.add(item);
    }
    return new SyncReport(items, refusesActionChanges, calls);
  }
}
