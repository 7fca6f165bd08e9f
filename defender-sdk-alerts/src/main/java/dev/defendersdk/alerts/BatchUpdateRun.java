package dev.defendersdk.alerts;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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

  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,9}(?!\\d)");
  private static final Pattern GROUPING =
      Pattern.compile("(?<=\\d)[.,'\u2019\u00A0\u2009\u202F](?=\\d{3}(?!\\d))");
  // A smaller part of what was sent is hardly meant by a number in a message.
  private static final int SMALLEST_PART = 10;

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
  private final ReadBack readBack;
  private final List<BatchUpdateReport.Slice> slices = new ArrayList<>();
  private final Map<String, BatchUpdateOutcome> alerts = new LinkedHashMap<>();
  private boolean looksForMissing;

  BatchUpdateRun(DefenderClient defender, BatchUpdate batch, CallOptions options) {
    this.defender = defender;
    this.batch = Check.notNull(batch, "batch");
    this.options = Check.notNull(options, "options");
    this.readBack = new ReadBack(defender, batch.update(), options, defender.timeSource().now());
    this.looksForMissing = batch.readsBack();
    batch.alertIds().forEach(id -> alerts.put(id, BatchUpdateOutcome.NOT_SENT));
  }

  BatchUpdateReport report() {
    send();
    if (batch.readsBack()) {
      alerts.putAll(readBack.outcomes(unsettled()));
    }
    return new BatchUpdateReport(
        slices, alerts, batch.readsBack(), readBack.firstError().orElse(null));
  }

  private void send() {
    Deque<String> waiting = new ArrayDeque<>(batch.alertIds());
    ErrorsInARow errors = new ErrorsInARow();
    int size = batch.sliceSize();
    while (!waiting.isEmpty()) {
      List<String> slice = waiting.stream().limit(size).toList();
      DefenderException error = send(slice);
      int allowed = error == null ? 0 : allowed(error, slice.size());
      if (allowed > 0) {
        size = allowed;
        continue;
      }
      List<String> missing = missing(slice, error);
      ended(missing.isEmpty() ? slice : missing, outcome(error), error);
      missing.forEach(id -> alerts.put(id, BatchUpdateOutcome.MISSING));
      slice.forEach(id -> waiting.removeFirst());
      if (!missing.isEmpty()) {
        putBack(slice, missing, waiting);
      }
      if (errors.endWith(error) && !waiting.isEmpty()) {
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

  private BatchUpdateOutcome outcome(@Nullable DefenderException error) {
    if (error == null) {
      return BatchUpdateOutcome.ACCEPTED;
    }
    if (error.attempts() == 0) {
      return BatchUpdateOutcome.NOT_SENT;
    }
    return didNothing(error) ? BatchUpdateOutcome.REFUSED : BatchUpdateOutcome.UNKNOWN;
  }

  // The error is that of the last attempt. One before it may have acted and its answer been lost,
  // unless the call is one that is not sent again then.
  private boolean didNothing(DefenderException error) {
    // Every 401 is answered by a second attempt with a new token.
    int attempts = error.kind() == ErrorKind.UNAUTHORIZED ? 2 : 1;
    return REFUSING.contains(error.kind())
        && (error.attempts() <= attempts || batch.update().isSentOnce());
  }

  /**
   * Which alerts of a slice there are not, where that may be why it was refused: the service may
   * take none for the sake of one, and no page says that it names it.
   */
  private List<String> missing(List<String> slice, @Nullable DefenderException error) {
    boolean mayBe =
        error != null
            && (error.kind() == ErrorKind.NOT_FOUND || error.kind() == ErrorKind.BAD_REQUEST);
    if (!mayBe || !looksForMissing) {
      return List.of();
    }
    List<String> missing = readBack.missing(slice);
    // If it is for another reason, it will be so for the other slices too.
    looksForMissing = !missing.isEmpty();
    return missing;
  }

  private static void putBack(List<String> slice, List<String> missing, Deque<String> waiting) {
    List<String> there = new ArrayList<>(slice);
    there.removeAll(Set.copyOf(missing));
    Collections.reverse(there);
    there.forEach(waiting::addFirst);
  }

  /**
   * How many ids the service takes, if it says that these were too many; else 0. Its message gives
   * what it received and what it allows, in words that may change (common-errors.md): the largest
   * number below what was sent, and half of that where there is none that can be meant.
   */
  private static int allowed(DefenderException error, int sent) {
    if (!error.code().orElse("").equalsIgnoreCase("MaximumBatchSizeExceeded")) {
      return 0;
    }
    String message = GROUPING.matcher(error.serviceMessage().orElse("")).replaceAll("");
    return NUMBER
        .matcher(message)
        .results()
        .map(MatchResult::group)
        .mapToInt(Integer::parseInt)
        .filter(number -> number < sent && number > 0 && number >= sent / SMALLEST_PART)
        .max()
        .orElse(sent / 2);
  }

  private Set<String> unsettled() {
    Set<String> unsettled = new LinkedHashSet<>();
    alerts.forEach(
        (id, outcome) -> {
          if (outcome == BatchUpdateOutcome.ACCEPTED || outcome == BatchUpdateOutcome.UNKNOWN) {
            unsettled.add(id);
          }
        });
    return unsettled;
  }
}
