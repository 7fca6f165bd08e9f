package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.internal.Slices;
import dev.defendersdk.indicators.sync.Sender.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Deletes entries; those of a call that is refused are sent by halves, until the one is found that
 * it is refused for.
 */
final class Deleter {

  /** Ends the line of a wish that cannot be fulfilled. */
  @FunctionalInterface
  interface Failing {
    void fail(String key, @Nullable String reason, @Nullable DefenderException error);
  }

  // Fewer are deleted one by one, which tells of each what became of it.
  private static final int FEW = 5;

  // Twice as many as it takes to find the one among 500 that the service refuses.
  private static final int REFUSED_THROUGHOUT = 16;

  private final Background background;
  private final CallOptions options;
  private final Ledger ledger;
  private final Importer importer;
  private final Replacements replacements;
  private final Notes notes;
  private final Failing failing;
  // By the id of an entry, once a call with it was refused.
  private final Map<String, Integer> limits = new HashMap<>();
  private int forbiddenInARow;

  Deleter(
      Background background,
      CallOptions options,
      Ledger ledger,
      Importer importer,
      Replacements replacements,
      Notes notes,
      Failing failing) {
    this.background = background;
    this.options = options;
    this.ledger = ledger;
    this.importer = importer;
    this.replacements = replacements;
    this.notes = notes;
    this.failing = failing;
  }

  /** Deletes what has to go before these are submitted. */
  CompletableFuture<Answer> delete(List<String> ids, List<SyncLine> imports) {
    if (ids.isEmpty()) {
      return Sender.answered(Answer.CLEAR);
    }
    List<String> slice = part(ids);
    List<String> rest = ids.subList(slice.size(), ids.size());
    if (slice.size() == 1 && limit(slice.get(0)) == 1) {
      return deleteAlone(slice.get(0), imports)
          .thenCompose(
              answer -> answer == Answer.CLEAR ? delete(rest, imports) : Sender.answered(answer));
    }
    ledger.called();
    return Waits.then(
        Waits.call(
            () ->
                background.start(
                    Call.of(IndicatorOperations.BATCH_DELETE).member("IndicatorIds", slice),
                    options)),
        (nothing, failure) -> {
          if (failure == null) {
            deleted(slice);
            return delete(rest, imports);
          }
          return Sender.answered(deleteFailed(slice, imports, Waits.error(failure)));
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
    notes.failed(error);
    int allowed = Slices.allowed(error, slice.size());
    if (allowed > 0) {
      importer.size(allowed);
      notes.learnt();
      return Answer.UNCLEAR;
    }
    if (error.kind() == ErrorKind.NOT_FOUND || isOfOne(error)) {
      // One of them is not there, or not for this caller. The list tells what became of the others;
      // what is left is sent by halves, and a few alone.
      int half = slice.size() <= FEW ? 1 : (slice.size() + 1) / 2;
      slice.forEach(id -> limits.put(id, half));
      notes.learnt();
      return refusedThroughout(error) ? Answer.ENDING : Answer.UNCLEAR;
    }
    if (isLost(error)) {
      slice.forEach(id -> notes.unclear("entry " + id));
      imports.stream().filter(SyncLine::isReplacement).forEach(line -> notes.unclear(line.key()));
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
            () -> background.start(Call.of(IndicatorOperations.DELETE).path("id", id), options)),
        (nothing, failure) -> {
          DefenderException error = failure == null ? null : Waits.error(failure);
          if (error == null || error.kind() == ErrorKind.NOT_FOUND) {
            deleted(List.of(id));
            return Sender.answered(Answer.CLEAR);
          }
          notes.failed(error);
          if (isOfOne(error)) {
            if (refusedThroughout(error)) {
              return Sender.answered(Answer.ENDING);
            }
            refuse(id, imports, error);
            return Sender.answered(Answer.CLEAR);
          }
          if (isLost(error)) {
            notes.unclear("entry " + id);
          }
          return Sender.answered(Slices.isEnding(error) ? Answer.ENDING : Answer.UNCLEAR);
        });
  }

  /** Ends the line of an entry that may not be deleted, and the wish that it is in the way of. */
  private void refuse(String id, List<SyncLine> imports, DefenderException error) {
    ledger.end("entry " + id, SyncOutcome.FAILED, error.getMessage(), error);
    for (SyncLine line : imports) {
      if (line.deletedFirst().contains(id)) {
        failing.fail(line.key(), "entry " + id + " cannot be deleted", error);
      }
    }
  }
}
