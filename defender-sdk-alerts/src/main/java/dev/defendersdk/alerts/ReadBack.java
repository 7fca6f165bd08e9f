package dev.defendersdk.alerts;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the alerts of a batch update, and tells what became of each. What cannot be read is left
 * out of the answers; the first error is kept.
 */
final class ReadBack {

  // Clocks differ.
  private static final Duration BEFORE = Duration.ofMinutes(5);
  // Fewer are read one by one at once.
  private static final int WORTH_A_LIST = 5;
  // How many alerts of a list are about as dear as a call for one.
  private static final long LISTED_FOR_A_CALL = 10;

  private final DefenderClient defender;
  private final AlertUpdate update;
  private final CallOptions options;
  private final Instant since;
  private final ErrorsInARow errors = new ErrorsInARow();
  private @Nullable DefenderException firstError;
  private boolean ended;

  /**
   * @param begun when the update began: comments from before it are not its own
   */
  ReadBack(DefenderClient defender, AlertUpdate update, CallOptions options, Instant begun) {
    this.defender = defender;
    this.update = update;
    this.options = options;
    this.since = begun.minus(BEFORE);
  }

  /** What became of these alerts, of those that could be read. */
  Map<String, BatchUpdateOutcome> outcomes(Set<String> alertIds) {
    Map<String, BatchUpdateOutcome> outcomes = new LinkedHashMap<>();
    Set<String> unread = new LinkedHashSet<>(alertIds);
    if (unread.size() > WORTH_A_LIST && !ended) {
      for (String id : updatedOfLate(unread)) {
        outcomes.put(id, BatchUpdateOutcome.UPDATED);
        unread.remove(id);
      }
    }
    for (String id : unread) {
      outcome(id).ifPresent(outcome -> outcomes.put(id, outcome));
    }
    return outcomes;
  }

  /** Those of these alerts that there are not. */
  List<String> missing(List<String> alertIds) {
    return alertIds.stream()
        .filter(id -> outcome(id).filter(BatchUpdateOutcome.MISSING::equals).isPresent())
        .toList();
  }

  /** The first error of reading; empty if there was none. */
  Optional<DefenderException> firstError() {
    return Optional.ofNullable(firstError);
  }

  // By a filter that the page has: nothing documents one for many ids at once. Others may have
  // changed any number of alerts meanwhile, so the list is not read for more than it saves.
  private List<String> updatedOfLate(Set<String> alertIds) {
    AlertQuery query =
        AlertQuery.all()
            .where(alert -> alert.lastUpdateTime().ge(since))
            .limit(alertIds.size() * LISTED_FOR_A_CALL);
    List<String> updated = new ArrayList<>();
    try {
      for (Alert alert :
          defender.list(Call.of(AlertOperations.LIST).query(query.toListQuery()), options)) {
        String id = alert.id();
        if (id != null && alertIds.contains(id) && update.isSeenIn(alert, since)) {
          updated.add(id);
        }
      }
      happened(null);
    } catch (DefenderException e) {
      happened(e);
    }
    return updated;
  }

  private Optional<BatchUpdateOutcome> outcome(String id) {
    if (ended) {
      return Optional.empty();
    }
    try {
      Alert alert = defender.execute(Call.of(AlertOperations.GET).path("id", id), options);
      happened(null);
      return Optional.of(
          update.isSeenIn(alert, since)
              ? BatchUpdateOutcome.UPDATED
              : BatchUpdateOutcome.NOT_UPDATED);
    } catch (NotFoundException e) {
      happened(null);
      return Optional.of(BatchUpdateOutcome.MISSING);
    } catch (DefenderException e) {
      happened(e);
      return Optional.empty();
    }
  }

  private void happened(@Nullable DefenderException error) {
    firstError = firstError == null ? error : firstError;
    ended = errors.endWith(error);
  }
}
