package dev.defendersdk.indicators;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.indicators.internal.Ending;
import dev.defendersdk.indicators.internal.Slices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out one import, slice after slice. */
final class ImportRun {

  private final DefenderClient defender;
  private final CallOptions options;
  private final List<NewIndicator> given;
  private final List<NewIndicator> sent = new ArrayList<>();
  private final List<ImportReport.Item> items = new ArrayList<>();
  private final Ending ending = new Ending();

  ImportRun(
      DefenderClient defender, @Nullable Collection<NewIndicator> indicators, CallOptions options) {
    this.defender = defender;
    this.options = Check.notNull(options, "options");
    this.given = Check.size(indicators, Integer.MAX_VALUE, "indicators");
    Instant now = defender.timeSource().now();
    for (NewIndicator indicator : given) {
      sent.add(asOf(now, indicator, sent.size()));
    }
  }

  private static NewIndicator asOf(Instant now, NewIndicator indicator, int index) {
    try {
      return indicator.asOf(now);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "indicators[" + index + "] cannot be sent: " + e.getMessage(), e);
    }
  }

  ImportReport report() {
    int size = Slices.LARGEST;
    int next = 0;
    while (next < sent.size() && !ending.isReached()) {
      int end = Math.min(next + size, sent.size());
      DefenderException error = send(next, end);
      int allowed = error == null ? 0 : Slices.allowed(error, end - next);
      if (allowed > 0) {
        size = allowed;
        continue;
      }
      if (error != null) {
        add(next, end, outcome(error), error);
      }
      next = end;
    }
    add(next, sent.size(), ImportOutcome.NOT_SENT, ending.error());
    return new ImportReport(items);
  }

  private @Nullable DefenderException send(int begin, int end) {
    List<NewIndicator> slice = sent.subList(begin, end);
    List<Map<String, Object>> elements = slice.stream().map(NewIndicator::members).toList();
    List<ImportIndicatorResult> results;
    try {
      results =
          defender.execute(
              Call.of(IndicatorOperations.IMPORT).member("Indicators", elements), options);
    } catch (DefenderException e) {
      ending.failed(e);
      return e;
    }
    ending.succeeded();
    List<ImportReport.Item> answered = ImportReport.of(slice, results).items();
    for (int i = begin; i < end; i++) {
      items.add(answered.get(i - begin).of(given.get(i)));
    }
    return null;
  }

  private static ImportOutcome outcome(DefenderException error) {
    if (error.mayHaveActed()) {
      return ImportOutcome.UNKNOWN;
    }
    return Slices.isRefusing(error) ? ImportOutcome.REFUSED : ImportOutcome.NOT_SENT;
  }

  private void add(int begin, int end, ImportOutcome outcome, @Nullable DefenderException error) {
    for (int i = begin; i < end; i++) {
      items.add(ImportReport.Item.of(given.get(i), outcome, error));
    }
  }
}
