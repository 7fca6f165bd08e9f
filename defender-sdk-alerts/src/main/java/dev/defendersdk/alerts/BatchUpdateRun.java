package dev.defendersdk.alerts;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out one batch update: slice after slice, and then reads back if it is to. */
final class BatchUpdateRun {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  // Clocks differ.
  private static final Duration BEFORE = Duration.ofMinutes(5);
  // Fewer are read one by one at once.
  private static final int WORTH_A_LIST = 5;

  /** The errors that every further call would meet too. */
  private static final Set<ErrorKind> ENDING =
      EnumSet.of(
          ErrorKind.SIGN_IN,
          ErrorKind.UNAUTHORIZED,
          ErrorKind.FORBIDDEN,
          ErrorKind.QUOTA,
          ErrorKind.THROTTLED,
          ErrorKind.CLOSED,
          ErrorKind.INTERRUPTED);

  /** The errors by which the service says that it did nothing. */
  private static final Set<ErrorKind> REFUSING =
      EnumSet.of(
          ErrorKind.BAD_REQUEST,
          ErrorKind.UNAUTHORIZED,
          ErrorKind.FORBIDDEN,
          ErrorKind.NOT_FOUND,
          ErrorKind.CONFLICT,
          ErrorKind.THROTTLED);

  private final DefenderClient defender;
  private final BatchUpdate batch;
  private final CallOptions options;
  private final Instant begun;
  private final List<BatchUpdateReport.Slice> slices = new ArrayList<>();
  private final Map<String, BatchUpdateOutcome> alerts = new LinkedHashMap<>();

  BatchUpdateRun(DefenderClient defender, BatchUpdate batch, CallOptions options) {
    this.defender = defender;
    this.batch = Check.notNull(batch, "batch");
    this.options = Check.notNull(options, "options");
    this.begun = defender.timeSource().now();
    batch.alertIds().forEach(id -> alerts.put(id, BatchUpdateOutcome.NOT_SENT));
  }

  BatchUpdateReport report() {
    send();
    if (batch.readsBack()) {
      readBack();
    }
    return new BatchUpdateReport(slices, alerts);
  }

  private void send() {
    Deque<String> waiting = new ArrayDeque<>(batch.alertIds());
    int size = batch.sliceSize();
    while (!waiting.isEmpty()) {
      List<String> slice = waiting.stream().limit(size).toList();
      DefenderException error = send(slice);
      int allowed = error == null ? 0 : allowed(error, slice.size());
      if (allowed > 0) {
        size = allowed;
        continue;
      }
      ended(slice, outcome(error), error);
      slice.forEach(id -> waiting.removeFirst());
      if (error != null && ENDING.contains(error.kind()) && !waiting.isEmpty()) {
        ended(List.copyOf(waiting), BatchUpdateOutcome.NOT_SENT, error);
        return;
      }
    }
  }

  private @Nullable DefenderException send(List<String> slice) {
    try {
      defender.execute(
          batch.update().applyTo(Call.of(AlertOperations.BATCH_UPDATE).member("alertIds", slice)),
          options);
      return null;
    } catch (DefenderException e) {
      return e;
    }
  }

  private void ended(
      List<String> slice, BatchUpdateOutcome outcome, @Nullable DefenderException error) {
    slices.add(new BatchUpdateReport.Slice(slice, outcome, error));
    slice.forEach(id -> alerts.put(id, outcome));
  }

  private static BatchUpdateOutcome outcome(@Nullable DefenderException error) {
    if (error == null) {
      return BatchUpdateOutcome.ACCEPTED;
    }
    if (REFUSING.contains(error.kind())) {
      return BatchUpdateOutcome.REFUSED;
    }
    return error.attempts() == 0 ? BatchUpdateOutcome.NOT_SENT : BatchUpdateOutcome.UNKNOWN;
  }

  /**
   * How many ids the service takes, if it says that these were too many; else 0. Its message gives
   * what it received and what it allows, in words that may change (common-errors.md): the largest
   * number below what was sent, and half of that where there is none.
   */
  private static int allowed(DefenderException error, int sent) {
    if (!error.code().orElse("").equalsIgnoreCase("MaximumBatchSizeExceeded")) {
      return 0;
    }
    return NUMBER
        .matcher(error.serviceMessage().orElse(""))
        .results()
        .map(MatchResult::group)
        .mapToInt(Integer::parseInt)
        .filter(number -> number > 0 && number < sent)
        .max()
        .orElse(sent / 2);
  }

  private void readBack() {
    Set<String> unread = new LinkedHashSet<>();
    alerts.forEach(
        (id, outcome) -> {
          if (outcome == BatchUpdateOutcome.ACCEPTED || outcome == BatchUpdateOutcome.UNKNOWN) {
            unread.add(id);
          }
        });
    try {
      if (unread.size() > WORTH_A_LIST) {
        readOfLate(unread);
      }
      for (String id : unread) {
        alerts.put(id, read(id));
      }
    } catch (DefenderException e) {
      // What could not be read keeps what the call said of it.
    }
  }

  // By a filter that the page has: nothing documents one for many ids at once.
  private void readOfLate(Set<String> unread) {
    AlertQuery query = AlertQuery.all().where(a -> a.lastUpdateTime().ge(begun.minus(BEFORE)));
    Call<List<Alert>> list = Call.of(AlertOperations.LIST).query(query.toListQuery());
    for (Alert alert : defender.list(list, options)) {
      if (alert.id() != null && batch.update().isSeenIn(alert) && unread.remove(alert.id())) {
        alerts.put(alert.id(), BatchUpdateOutcome.UPDATED);
        if (unread.isEmpty()) {
          return;
        }
      }
    }
  }

  private BatchUpdateOutcome read(String id) {
    try {
      Alert alert = defender.execute(Call.of(AlertOperations.GET).path("id", id), options);
      return batch.update().isSeenIn(alert)
          ? BatchUpdateOutcome.UPDATED
          : BatchUpdateOutcome.NOT_UPDATED;
    } catch (NotFoundException e) {
      return BatchUpdateOutcome.MISSING;
    }
  }
}
