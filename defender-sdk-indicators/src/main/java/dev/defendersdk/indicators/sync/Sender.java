package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.indicators.ImportIndicatorResult;
import dev.defendersdk.indicators.ImportOutcome;
import dev.defendersdk.indicators.ImportReport;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.internal.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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

  // A body that is refused whole is halved to find what it is refused for, but not for ever.
  private static final int MOST_HALVINGS = 64;

  private final Background background;
  private final TimeSource time;
  private final Settings settings;
  private final Ledger ledger;
  // By line: the entry that was deleted for it, until it is submitted again.
  private final Map<String, Indicator> formers = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final Set<String> refusedInPlace = new HashSet<>();
  private boolean takesActionChanges;
  private boolean hasLearnt;
  private boolean hasSent;
  private int size = Slices.LARGEST;
  private int refusedDeletes;
  private int halvings;
  private @Nullable DefenderException lastError;

  Sender(Background background, TimeSource time, Settings settings, Ledger ledger) {
    this.background = background;
    this.time = time;
    this.settings = settings;
    this.ledger = ledger;
  }

  /** How many elements one call takes. */
  int size() {
    return size;
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

  /** The lines whose entry was deleted and that are to be submitted again. */
  Set<String> halves() {
    Set<String> open = new HashSet<>(formers.keySet());
    open.removeIf(key -> !ledger.isOpen(key));
    return Collections.unmodifiableSet(open);
  }

  boolean isUnclear(String key) {
    return unclear.contains(key);
  }

  /** What of a step brings to an end what has begun: the entry is gone, and is to come again. */
  Step halfDone(Step step) {
    Set<String> halves = halves();
    List<SyncLine> begun = new ArrayList<>();
    for (SyncLine line : step.imports()) {
      if (halves.contains(line.key()) && line.deletedFirst().isEmpty()) {
        begun.add(line);
      } else {
        formers.remove(line.key());
      }
    }
    return new Step(List.of(), begun);
  }

  /** Sends a step. */
  CompletableFuture<Answer> send(Step step) {
    hasSent = true;
    for (SyncLine line : step.imports()) {
      if (line.isReplacement()) {
        formers.put(line.key(), line.entries().get(0));
      }
    }
    return delete(ledger.withoutOrphans(step.deletes()), step.imports())
        .thenCompose(answer -> answer == Answer.CLEAR ? submit(step.imports()) : answered(answer));
  }

  private CompletableFuture<Answer> delete(List<String> ids, List<SyncLine> imports) {
    if (ids.isEmpty()) {
      return answered(Answer.CLEAR);
    }
    if (refusedDeletes > 1) {
      return deleteOneByOne(ids, 0, imports);
    }
    List<String> slice = ids.subList(0, Math.min(size, ids.size()));
    List<String> rest = ids.subList(slice.size(), ids.size());
    ledger.called();
    return Waits.then(
        background.start(
            Call.of(IndicatorOperations.BATCH_DELETE).member("IndicatorIds", slice),
            settings.calls()),
        (nothing, failure) -> {
          if (failure == null) {
            slice.forEach(id -> ledger.end("entry " + id, SyncOutcome.DONE, null));
            return delete(rest, imports);
          }
          return answered(deleteFailed(slice, Waits.error(failure)));
        });
  }

  private Answer deleteFailed(List<String> slice, DefenderException error) {
    lastError = error;
    int allowed = Slices.allowed(error, slice.size());
    if (allowed > 0) {
      size = allowed;
      hasLearnt = true;
      return Answer.UNCLEAR;
    }
    if (error.kind() == ErrorKind.NOT_FOUND || isOfOne(error)) {
      // One of them is not there, or not for this caller; what became of the others is not stated.
      refusedDeletes++;
      hasLearnt = refusedDeletes <= 2;
      return Answer.UNCLEAR;
    }
    if (isLost(error)) {
      slice.forEach(id -> unclear.add("entry " + id));
    }
    if (Slices.isEnding(error)) {
      return Answer.ENDING;
    }
    if (error.kind() == ErrorKind.BAD_REQUEST) {
      slice.forEach(id -> ledger.end("entry " + id, SyncOutcome.FAILED, error.getMessage(), error));
    }
    return Answer.UNCLEAR;
  }

  /** Whether it may have acted all the same. */
  private static boolean isLost(DefenderException error) {
    return !Slices.isRefusing(error) && error.attempts() > 0;
  }

  /** Whether a 403 may be of one entry alone, and not for want of a permission. */
  private static boolean isOfOne(DefenderException error) {
    return error instanceof ForbiddenException forbidden
        && (forbidden.heldPermissions().isEmpty()
            || forbidden.requiredPermissions().stream()
                .anyMatch(forbidden.heldPermissions()::contains));
  }

  private CompletableFuture<Answer> deleteOneByOne(
      List<String> ids, int index, List<SyncLine> imports) {
    if (index == ids.size()) {
      refusedDeletes = 0;
      return answered(Answer.CLEAR);
    }
    String id = ids.get(index);
    ledger.called();
    return Waits.then(
        background.start(Call.of(IndicatorOperations.DELETE).path("id", id), settings.calls()),
        (nothing, failure) -> {
          DefenderException error = failure == null ? null : Waits.error(failure);
          if (error == null || error.kind() == ErrorKind.NOT_FOUND) {
            ledger.end("entry " + id, SyncOutcome.DONE, null);
          } else if (isOfOne(error)) {
            refuse(id, imports, error);
          } else {
            lastError = error;
            if (isLost(error)) {
              unclear.add("entry " + id);
            }
            return answered(Slices.isEnding(error) ? Answer.ENDING : Answer.UNCLEAR);
          }
          return deleteOneByOne(ids, index + 1, imports);
        });
  }

  /** Ends the line of an entry that may not be deleted, and the wish that it is in the way of. */
  private void refuse(String id, List<SyncLine> imports, DefenderException error) {
    ledger.end("entry " + id, SyncOutcome.FAILED, error.getMessage(), error);
    for (SyncLine line : imports) {
      if (line.deletedFirst().contains(id)) {
        formers.remove(line.key());
        ledger.end(line.key(), SyncOutcome.FAILED, "entry " + id + " cannot be deleted", error);
      }
    }
  }

  private CompletableFuture<Answer> submit(List<SyncLine> lines) {
    Instant now = time.now();
    List<SyncLine> sent = new ArrayList<>();
    List<NewIndicator> indicators = new ArrayList<>();
    for (SyncLine line : lines) {
      if (!ledger.isOpen(line.key())) {
        continue;
      }
      try {
        indicators.add(line.desired().orElseThrow().asOf(now));
        sent.add(line);
      } catch (IllegalArgumentException expired) {
        ledger.end(line.key(), SyncOutcome.FAILED, expired.getMessage());
      }
    }
    if (sent.isEmpty()) {
      return answered(Answer.CLEAR);
    }
    return Waits.then(
        importThem(indicators),
        (results, failure) ->
            results != null
                ? came(sent, ImportReport.of(indicators, results))
                : importFailed(sent, Waits.error(failure)));
  }

  private CompletableFuture<List<ImportIndicatorResult>> importThem(List<NewIndicator> indicators) {
    ledger.called();
    List<ImportIndicatorResult> results = new ArrayList<>();
    return background
        .forEachPage(
            Call.of(IndicatorOperations.IMPORT)
                .member("Indicators", indicators.stream().map(NewIndicator::members).toList()),
            settings.calls(),
            page -> results.addAll(page.toList()))
        .thenApply(nothing -> results);
  }

  private CompletableFuture<Answer> came(List<SyncLine> sent, ImportReport report) {
    Answer answer = Answer.CLEAR;
    List<SyncLine> failed = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      SyncLine line = sent.get(i);
      ImportReport.Item item = report.items().get(i);
      if (item.outcome() == ImportOutcome.IMPORTED) {
        takesActionChanges |= line.changesActionInPlace();
        ledger.end(line.key(), SyncOutcome.DONE, null);
      } else if (item.outcome() == ImportOutcome.UNKNOWN) {
        unclear.add(line.key());
        answer = Answer.UNCLEAR;
      } else if (line.changesActionInPlace()
          && settings.actionChanges() == ActionChanges.UPDATE_OR_REPLACE) {
        hasLearnt |= refusedInPlace.add(line.key());
        answer = Answer.UNCLEAR;
      } else {
        ledger.end(line.key(), SyncOutcome.FAILED, item.failureReason());
        failed.add(line);
      }
    }
    return putBack(failed, answer);
  }

  private CompletableFuture<Answer> importFailed(List<SyncLine> sent, DefenderException error) {
    lastError = error;
    int allowed = Slices.allowed(error, sent.size());
    if (allowed > 0) {
      size = allowed;
      hasLearnt = true;
      return answered(Answer.UNCLEAR);
    }
    if (error.kind() == ErrorKind.BAD_REQUEST) {
      if (sent.size() > 1 && halvings++ < MOST_HALVINGS) {
        int half = sent.size() / 2;
        return submit(sent.subList(0, half))
            .thenCompose(
                answer ->
                    answer == Answer.CLEAR
                        ? submit(sent.subList(half, sent.size()))
                        : answered(answer));
      }
      sent.forEach(line -> ledger.end(line.key(), SyncOutcome.FAILED, error.getMessage(), error));
      return putBack(sent, Answer.CLEAR);
    }
    if (isLost(error)) {
      sent.forEach(line -> unclear.add(line.key()));
    }
    return answered(Slices.isEnding(error) ? Answer.ENDING : Answer.UNCLEAR);
  }

  /** Submits the former entries of those that failed after theirs were deleted. */
  private CompletableFuture<Answer> putBack(List<SyncLine> failed, Answer answer) {
    List<SyncLine> lines = new ArrayList<>();
    List<NewIndicator> indicators = new ArrayList<>();
    for (SyncLine line : failed) {
      Indicator former = formers.remove(line.key());
      NewIndicator again = former == null ? null : Former.of(former, time.now()).orElse(null);
      if (again != null) {
        lines.add(line);
        indicators.add(again);
      } else if (former != null) {
        ledger.add(line.key(), "its former entry was deleted, and cannot be put back");
      }
    }
    if (lines.isEmpty()) {
      return answered(answer);
    }
    return importThem(indicators)
        .handle(
            (results, failure) -> {
              List<ImportReport.Item> items =
                  ImportReport.of(indicators, results == null ? List.of() : results).items();
              for (int i = 0; i < lines.size(); i++) {
                boolean isBack = items.get(i).outcome() == ImportOutcome.IMPORTED;
                ledger.add(
                    lines.get(i).key(),
                    isBack
                        ? "its former entry was deleted, and put back"
                        : "its former entry was deleted, and may not be back");
              }
              return answer;
            });
  }

  private static CompletableFuture<Answer> answered(Answer answer) {
    return CompletableFuture.completedFuture(Check.notNull(answer, "answer"));
  }
}
