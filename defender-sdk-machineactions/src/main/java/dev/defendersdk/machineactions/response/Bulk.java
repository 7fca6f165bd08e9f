package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.time.TimeSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A wish for many machines: the wishes of all of them, a gate, and what is written down of them.
 */
final class Bulk {

  private final ResponseClient response;
  private final Effects effects;
  private final BulkOptions options;
  private final BulkNotes notes;
  private final Places gate;
  private final Map<String, WishHandle> wishes = new LinkedHashMap<>();
  private final Map<String, WishResult> ended = new ConcurrentHashMap<>();
  private final CompletableFuture<BulkReport> end = new CompletableFuture<>();

  Bulk(ResponseClient response, Effects effects, BulkOptions options, BulkNotes notes) {
    this.response = response;
    this.effects = effects;
    this.options = options;
    this.notes = notes;
    this.gate = new Places(options.sending(), false);
  }

  BulkHandle begin() {
    TimeSource.Span beginning = effects.time().begin(); // all wishes look at once, by one call
    try (beginning) {
      List<String> open = new ArrayList<>();
      for (String id : notes.machineIds()) {
        WishResult before = notes.ended(id);
        if (before != null) {
          ended.put(id, before);
        } else {
          open.add(id);
        }
      }
      open.forEach(
          id -> wishes.put(id, response.ensure(id, notes.wish(), wish(id), gate.forOne())));
    }
    wishes.forEach(
        (id, handle) -> {
          CompletableFuture<?> unused = handle.end().thenAccept(result -> ended(id, result));
        });
    endIfAllHave();
    return new BulkHandle(this, effects.time());
  }

  private WishOptions wish(String machineId) {
    WishOptions each = options.wishes().inBulk().id(notes.id());
    BulkStore store = options.store();
    if (store != null) {
      each = each.journal(note -> store.append(List.of(BulkNotes.line(note))));
    }
    WishNote note = notes.open(machineId);
    return note == null ? each : each.takeUp(note);
  }

  /** On a background thread: it may block. */
  private void ended(String machineId, WishResult result) {
    BulkStore store = options.store();
    // One that was stopped may still end well: whoever goes on with it finds out.
    if (store != null && result.outcome() != WishOutcome.STOPPED) {
      try {
        store.append(List.of(BulkNotes.line(result)));
      } catch (RuntimeException e) {
        // Whoever goes on with it takes it up again, and finds the same end.
      }
    }
    ended.put(machineId, result);
    Consumer<BulkProgress> listener = options.listener();
    if (listener != null) {
      try {
        listener.accept(progress());
      } catch (RuntimeException e) {
        // the listener's own
      }
    }
    endIfAllHave();
  }

  private void endIfAllHave() {
    if (ended.size() == notes.machineIds().size()) {
      end.complete(new BulkReport(notes.machineIds().stream().map(this::result).toList()));
    }
  }

  private WishResult result(String machineId) {
    WishResult result = ended.get(machineId);
    if (result == null) {
      throw new IllegalStateException("machine " + machineId + " has not ended");
    }
    return result;
  }

  BulkProgress progress() {
    Map<WishPhase, Integer> phases = new EnumMap<>(WishPhase.class);
    Map<WishOutcome, Integer> outcomes = new EnumMap<>(WishOutcome.class);
    for (String id : notes.machineIds()) {
      WishResult result = ended.get(id);
      if (result != null) {
        outcomes.merge(result.outcome(), 1, Integer::sum);
      }
      phases.merge(result == null ? phase(id) : WishPhase.ENDED, 1, Integer::sum);
    }
    return new BulkProgress(notes.machineIds().size(), phases, outcomes);
  }

  // One that has ended counts when it has been written down, so that both maps agree.
  private WishPhase phase(String machineId) {
    WishHandle handle = wishes.get(machineId);
    WishPhase phase = handle == null ? WishPhase.WAITING : handle.phase();
    return phase == WishPhase.ENDED ? WishPhase.RUNNING : phase;
  }

  void pause() {
    gate.close();
  }

  void goOn() {
    gate.open();
  }

  void cancel() {
    gate.end();
    wishes.values().forEach(WishHandle::withdrawUnlessSent);
  }

  CompletableFuture<BulkReport> end() {
    return end;
  }
}
