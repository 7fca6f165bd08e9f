package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.indicators.ImportOutcome;
import dev.defendersdk.indicators.ImportReport;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.internal.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a run, one at a time, and notes what their answers say of each line. */
final class Sender {

  /** What the answer of a step says. */
  enum Answer {
    /** What became of each. */
    CLEAR,
    /** Not of each: the list must tell. */
    UNCLEAR,
    /** That each further call would meet the same. */
    ENDING
  }

  private final TimeSource time;
  private final Settings settings;
  private final Ledger ledger;
  private final Notes notes = new Notes();
  private final Replacements replacements = new Replacements();
  private final Importer importer;
  private final Deleter deleter;
  private final Set<String> refusedInPlace = new HashSet<>();
  private boolean takesActionChanges;
  private boolean hasSent;

  Sender(Background background, TimeSource time, Settings settings, Ledger ledger) {
    this.time = time;
    this.settings = settings;
    this.ledger = ledger;
    this.importer = new Importer(background, settings.calls(), ledger);
    this.deleter =
        new Deleter(
            background, settings.calls(), ledger, importer, replacements, notes, this::fail);
  }

  /** How many elements an import takes. */
  int size() {
    return importer.size();
  }

  boolean hasSent() {
    return hasSent;
  }

  @Nullable DefenderException lastError() {
    return notes.lastError();
  }

  /** Whether something was learnt of the service since this was last asked. */
  boolean hasLearnt() {
    return notes.hasLearnt();
  }

  /** With how many others at the most an entry is deleted by one call, itself counted. */
  int limit(String id) {
    return deleter.limit(id);
  }

  boolean refusesActionChanges() {
    return !refusedInPlace.isEmpty() && !takesActionChanges;
  }

  /** Whether a wish's entry is not given another action in place. */
  boolean replaces(Unit unit) {
    return switch (settings.actionChanges()) {
      case REPLACE -> true;
      case UPDATE -> false;
      case UPDATE_OR_REPLACE ->
          refusesActionChanges() || refusedInPlace.contains(SyncLine.key(unit));
    };
  }

  /** The lines for which something was deleted, and that are to be brought to an end. */
  Set<String> halves() {
    return replacements.halves();
  }

  /** Whether the wish has failed, and what was deleted for it is to be put back. */
  boolean isToBePutBack(String key) {
    return replacements.isFailed(key);
  }

  boolean isUnclear(String key) {
    return notes.isUnclear(key);
  }

  /** What of a step brings to an end what has begun. */
  Step halfDone(Step step) {
    Set<String> halves = halves();
    List<SyncLine> begun =
        step.imports().stream().filter(line -> halves.contains(line.key())).toList();
    List<String> deletes = begun.stream().flatMap(line -> line.deletedFirst().stream()).toList();
    return new Step(deletes, begun);
  }

  /** Sends a step. */
  CompletableFuture<Answer> send(Step step) {
    hasSent = true;
    step.imports().forEach(replacements::begin);
    return deleter
        .delete(ledger.withoutOrphans(step.deletes()), step.imports())
        .thenCompose(answer -> answer == Answer.CLEAR ? submit(step.imports()) : answered(answer));
  }

  private CompletableFuture<Answer> submit(List<SyncLine> lines) {
    Instant now = time.now();
    List<SyncLine> sent = new ArrayList<>();
    List<NewIndicator> indicators = new ArrayList<>();
    for (SyncLine line : lines) {
      if (!ledger.isOpen(line.key()) || replacements.isFailed(line.key())) {
        continue;
      }
      try {
        indicators.add(line.desired().orElseThrow().asOf(now));
        sent.add(line);
      } catch (IllegalArgumentException expired) {
        fail(line.key(), expired.getMessage(), null);
      }
    }
    if (sent.isEmpty()) {
      return putBack();
    }
    return importer
        .send(indicators)
        .thenApply(items -> came(sent, items))
        .thenCompose(
            answer ->
                answer == Answer.ENDING
                    ? answered(answer)
                    : putBack().thenApply(then -> worse(answer, then)));
  }

  private Answer came(List<SyncLine> sent, List<ImportReport.Item> items) {
    Answer answer = Answer.CLEAR;
    for (int i = 0; i < sent.size(); i++) {
      SyncLine line = sent.get(i);
      ImportReport.Item item = items.get(i);
      DefenderException error = item.error();
      if (item.outcome() == ImportOutcome.IMPORTED) {
        takesActionChanges |= line.changesActionInPlace();
        replacements.end(line.key());
        ledger.end(line.key(), SyncOutcome.DONE, null);
      } else if (item.outcome() == ImportOutcome.REFUSED) {
        fail(line.key(), error == null ? null : error.getMessage(), error);
      } else if (item.outcome() != ImportOutcome.FAILED) {
        answer = worse(answer, unanswered(line.key(), item));
      } else if (line.changesActionInPlace()
          && settings.actionChanges() == ActionChanges.UPDATE_OR_REPLACE) {
        if (refusedInPlace.add(line.key())) {
          notes.learnt();
        }
        answer = worse(answer, Answer.UNCLEAR);
      } else {
        fail(line.key(), item.failureReason(), null);
      }
    }
    return answer;
  }

  private Answer unanswered(String key, ImportReport.Item item) {
    DefenderException error = item.error();
    if (item.outcome() == ImportOutcome.UNKNOWN) {
      notes.unclear(key);
    }
    if (error == null) {
      return Answer.UNCLEAR;
    }
    notes.failed(error);
    if (Slices.allowed(error, Integer.MAX_VALUE) > 0) {
      notes.learnt();
    }
    return Slices.isEnding(error) ? Answer.ENDING : Answer.UNCLEAR;
  }

  private static Answer worse(Answer one, Answer other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Ends a line, unless something was deleted for it: then that is to be put back first. */
  private void fail(String key, @Nullable String reason, @Nullable DefenderException error) {
    if (!replacements.fail(key, reason, error)) {
      ledger.end(key, SyncOutcome.FAILED, reason, error);
    }
  }

  /** Submits again what was deleted for wishes that have failed. */
  CompletableFuture<Answer> putBack() {
    List<String> keys = new ArrayList<>();
    List<NewIndicator> indicators = new ArrayList<>();
    for (String key : replacements.failed()) {
      List<NewIndicator> again =
          replacements.missing(key).stream()
              .flatMap(entry -> Former.of(entry, time.now()).stream())
              .toList();
      if (again.size() < replacements.missing(key).size()) {
        endFailed(key, "cannot be put back");
      }
      if (indicators.size() + again.size() <= Math.max(importer.size(), again.size())) {
        again.forEach(indicator -> keys.add(key));
        indicators.addAll(again);
      }
    }
    if (keys.isEmpty()) {
      return answered(Answer.CLEAR);
    }
    return importer
        .send(indicators)
        .thenApply(items -> cameBack(keys, items))
        .thenCompose(answer -> answer == Answer.CLEAR ? putBack() : answered(answer));
  }

  private Answer cameBack(List<String> keys, List<ImportReport.Item> items) {
    Answer answer = Answer.CLEAR;
    Map<String, Boolean> back = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      ImportReport.Item item = items.get(i);
      boolean isBack = item.outcome() == ImportOutcome.IMPORTED;
      if (item.outcome() == ImportOutcome.FAILED || item.outcome() == ImportOutcome.REFUSED) {
        endFailed(keys.get(i), "cannot be put back: " + item.failureReason());
      } else if (!isBack) {
        answer = worse(answer, unanswered(keys.get(i), item));
      }
      back.merge(keys.get(i), isBack, Boolean::logicalAnd);
    }
    back.forEach((key, isBack) -> putBackIf(isBack, key));
    return answer;
  }

  private void putBackIf(boolean isBack, String key) {
    if (isBack) {
      isBack(key);
    }
  }

  /** What was deleted for a wish that has failed, and is to be there again. */
  List<Indicator> missing(String key) {
    return replacements.missing(key);
  }

  /** Ends a line whose wish has failed: what was there before it is there again. */
  void isBack(String key) {
    for (Indicator entry : replacements.missing(key)) {
      ledger.putBack("entry " + entry.id());
    }
    endFailed(key, "put back");
  }

  /** Ends a line whose wish has failed. */
  void endFailed(String key, String what) {
    Replacements.Failure failure = replacements.failure(key);
    if (failure != null) {
      String words = "its former entry was deleted, and " + what;
      String reason = failure.reason();
      ledger.end(
          key, SyncOutcome.FAILED, reason == null ? words : reason + "; " + words, failure.error());
      replacements.end(key);
    }
  }

  /** Takes note of what the list shows to be there. */
  void look(Set<String> ids) {
    replacements.look(ids);
  }

  /** The wish has come to another end. */
  void end(String key) {
    replacements.end(key);
  }

  static CompletableFuture<Answer> answered(Answer answer) {
    return CompletableFuture.completedFuture(Check.notNull(answer, "answer"));
  }
}
