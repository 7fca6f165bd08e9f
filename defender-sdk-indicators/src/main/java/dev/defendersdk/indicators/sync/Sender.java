package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.indicators.ImportOutcome;
import dev.defendersdk.indicators.ImportReport;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.internal.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

  // Fewer are deleted one by one, which tells of each what became of it.
  private static final int FEW = 5;

  // Twice as many as it takes to find the one among 500 that the service refuses.
  private static final int REFUSED_THROUGHOUT = 16;

  private final Background background;
  private final TimeSource time;
  private final Settings settings;
  private final Ledger ledger;
  private final Importer importer;
  private final Replacements replacements = new Replacements();
  // By the id of an entry, once a call with it was refused.
  private final Map<String, Integer> limits = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final Set<String> refusedInPlace = new HashSet<>();
  private boolean takesActionChanges;
  private boolean hasLearnt;
  private boolean hasSent;
  private int forbiddenInARow;
  private @Nullable DefenderException lastError;

  Sender(Background background, TimeSource time, Settings settings, Ledger ledger) {
    this.background = background;
    this.time = time;
    this.settings = settings;
    this.ledger = ledger;
    this.importer = new Importer(background, settings.calls(), ledger);
  }

  /** How many elements an import takes. */
  int size() {
    return importer.size();
  }

  boolean hasSent() {
    return hasSent;
  }

  @Nullable DefenderException lastError() {
    return lastError;
  }

  /** Whether something was learnt of the service since this was last asked. */
  boolean hasLearnt() {
    boolean learnt = hasLearnt;
    hasLearnt = false;
    return learnt;
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
    return unclear.contains(key);
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
    return delete(ledger.withoutOrphans(step.deletes()), step.imports())
        .thenCompose(answer -> answer == Answer.CLEAR ? submit(step.imports()) : answered(answer));
  }

  private CompletableFuture<Answer> delete(List<String> ids, List<SyncLine> imports) {
    if (ids.isEmpty()) {
      return answered(Answer.CLEAR);
    }
    List<String> slice = part(ids);
    List<String> rest = ids.subList(slice.size(), ids.size());
    if (slice.size() == 1 && limit(slice.get(0)) == 1) {
      return deleteAlone(slice.get(0), imports)
          .thenCompose(answer -> answer == Answer.CLEAR ? delete(rest, imports) : answered(answer));
    }
    ledger.called();
    return Waits.then(
        Waits.call(
            () ->
                background.start(
                    Call.of(IndicatorOperations.BATCH_DELETE).member("IndicatorIds", slice),
                    settings.calls())),
        (nothing, failure) -> {
          if (failure == null) {
            deleted(slice);
            return delete(rest, imports);
          }
          return answered(deleteFailed(slice, imports, Waits.error(failure)));
        });
  }

  /** As many from the first on as one call may take. */
  private List<String> part(List<String> ids) {
    int size = 0;
    int most = importer.size();
    while (size < ids.size() && size < Math.min(most, limit(ids.get(size)))) {
      most = Math.min(most, limit(ids.get(size++)));
    }
    return ids.subList(0, Math.max(1, size));
  }

  /** With how many others at the most an entry is deleted by one call, itself counted. */
  int limit(String id) {
    return Math.min(importer.size(), limits.getOrDefault(id, Slices.LARGEST));
  }

  private void deleted(List<String> ids) {
    forbiddenInARow = 0;
    replacements.deleted(ids);
    ids.forEach(id -> ledger.end("entry " + id, SyncOutcome.DONE, null));
  }

  private Answer deleteFailed(List<String> slice, List<SyncLine> imports, DefenderException error) {
    lastError = error;
    int allowed = Slices.allowed(error, slice.size());
    if (allowed > 0) {
      importer.size(allowed);
      hasLearnt = true;
      return Answer.UNCLEAR;
    }
    if (error.kind() == ErrorKind.NOT_FOUND || isOfOne(error)) {
      // One of them is not there, or not for this caller. The list tells what became of the others;
      // what is left is sent by halves, and a few alone.
      int half = slice.size() <= FEW ? 1 : (slice.size() + 1) / 2;
      slice.forEach(id -> limits.put(id, half));
      hasLearnt = true;
      return refusedThroughout(error) ? Answer.ENDING : Answer.UNCLEAR;
    }
    if (isLost(error)) {
      slice.forEach(id -> unclear.add("entry " + id));
      imports.stream().filter(SyncLine::isReplacement).forEach(line -> unclear.add(line.key()));
    }
    return Slices.isEnding(error) ? Answer.ENDING : Answer.UNCLEAR;
  }

  /** Whether it may have acted all the same. */
  private static boolean isLost(DefenderException error) {
    return !Slices.isRefusing(error) && error.attempts() > 0;
  }

  /** Whether it may be of one entry alone: a 403 is, unless it is for want of a permission. */
  private static boolean isOfOne(DefenderException error) {
    if (error.kind() == ErrorKind.BAD_REQUEST) {
      return true;
    }
    return error instanceof ForbiddenException forbidden
        && (forbidden.heldPermissions().isEmpty()
            || forbidden.requiredPermissions().stream()
                .anyMatch(forbidden.heldPermissions()::contains));
  }

  private boolean refusedThroughout(DefenderException error) {
    return error.kind() == ErrorKind.FORBIDDEN && ++forbiddenInARow == REFUSED_THROUGHOUT;
  }

  private CompletableFuture<Answer> deleteAlone(String id, List<SyncLine> imports) {
    ledger.called();
    return Waits.then(
        Waits.call(
            () ->
                background.start(
                    Call.of(IndicatorOperations.DELETE).path("id", id), settings.calls())),
        (nothing, failure) -> {
          DefenderException error = failure == null ? null : Waits.error(failure);
          if (error == null || error.kind() == ErrorKind.NOT_FOUND) {
            deleted(List.of(id));
            return answered(Answer.CLEAR);
          }
          lastError = error;
          if (isOfOne(error)) {
            if (refusedThroughout(error)) {
              return answered(Answer.ENDING);
            }
            refuse(id, imports, error);
            return answered(Answer.CLEAR);
          }
          if (isLost(error)) {
            unclear.add("entry " + id);
          }
          return answered(Slices.isEnding(error) ? Answer.ENDING : Answer.UNCLEAR);
        });
  }

  /** Ends the line of an entry that may not be deleted, and the wish that it is in the way of. */
  private void refuse(String id, List<SyncLine> imports, DefenderException error) {
    ledger.end("entry " + id, SyncOutcome.FAILED, error.getMessage(), error);
    for (SyncLine line : imports) {
      if (line.deletedFirst().contains(id)) {
        fail(line.key(), "entry " + id + " cannot be deleted", error);
      }
    }
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
        .send(indicators, () -> false)
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
        hasLearnt |= refusedInPlace.add(line.key());
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
      unclear.add(key);
    }
    if (error == null) {
      return Answer.UNCLEAR;
    }
    lastError = error;
    hasLearnt |= Slices.allowed(error, Integer.MAX_VALUE) > 0;
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
        .send(indicators, () -> false)
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

  private static CompletableFuture<Answer> answered(Answer answer) {
    return CompletableFuture.completedFuture(Check.notNull(answer, "answer"));
  }
}
