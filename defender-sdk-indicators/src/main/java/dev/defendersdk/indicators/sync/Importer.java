package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.indicators.ImportIndicatorResult;
import dev.defendersdk.indicators.ImportOutcome;
import dev.defendersdk.indicators.ImportReport;
import dev.defendersdk.indicators.IndicatorOperations;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.indicators.internal.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Imports; a body that is refused whole is halved, to find what it is refused for. */
final class Importer {

  // So many find the one of 500 in the worst place several times over. Where nothing at all was
  // taken by then, it is not one of them that the body is refused for.
  private static final int MOST_IN_VAIN = 64;

  private final Background background;
  private final CallOptions options;
  private final Ledger ledger;
  private int size = Slices.LARGEST;

  Importer(Background background, CallOptions options, Ledger ledger) {
    this.background = background;
    this.options = options;
    this.ledger = ledger;
  }

  /** How many elements one call takes. */
  int size() {
    return size;
  }

  void size(int allowed) {
    size = allowed;
  }

  /**
   * Sends them.
   *
   * @return an item for each, in their order
   */
  CompletableFuture<List<ImportReport.Item>> send(List<NewIndicator> indicators) {
    return new Body().send(indicators);
  }

  /** One body and the parts that it is sent in. */
  private final class Body {

    private int inVain;
    private boolean isTaken;
    private boolean isEnding;

    private CompletableFuture<List<ImportReport.Item>> send(List<NewIndicator> indicators) {
      List<ImportIndicatorResult> results = new ArrayList<>();
      ledger.called();
      return Waits.then(
          Waits.call(
              () ->
                  background.forEachPage(
                      Call.of(IndicatorOperations.IMPORT)
                          .member(
                              "Indicators",
                              indicators.stream().map(NewIndicator::members).toList()),
                      options,
                      page -> results.addAll(page.toList()))),
          (nothing, failure) -> {
            if (failure == null) {
              isTaken = true;
              return done(ImportReport.of(indicators, results).items());
            }
            return failed(indicators, Waits.error(failure));
          });
    }

    private CompletableFuture<List<ImportReport.Item>> failed(
        List<NewIndicator> indicators, DefenderException error) {
      int allowed = Slices.allowed(error, indicators.size());
      if (allowed > 0) {
        size = allowed;
        isEnding = true;
        return done(items(indicators, ImportOutcome.NOT_SENT, error));
      }
      if (error.kind() != ErrorKind.BAD_REQUEST) {
        isEnding = true;
        boolean isLost = !Slices.isRefusing(error) && error.attempts() > 0;
        return done(
            items(indicators, isLost ? ImportOutcome.UNKNOWN : ImportOutcome.NOT_SENT, error));
      }
      if (indicators.size() == 1 || (!isTaken && inVain++ == MOST_IN_VAIN)) {
        return done(items(indicators, ImportOutcome.REFUSED, error));
      }
      ledger.tell();
      int half = indicators.size() / 2;
      return part(indicators.subList(0, half), error)
          .thenCompose(
              first ->
                  part(indicators.subList(half, indicators.size()), error)
                      .thenApply(
                          second -> {
                            List<ImportReport.Item> both = new ArrayList<>(first);
                            both.addAll(second);
                            return both;
                          }));
    }

    private CompletableFuture<List<ImportReport.Item>> part(
        List<NewIndicator> indicators, DefenderException error) {
      if (!isTaken && inVain > MOST_IN_VAIN) {
        return done(items(indicators, ImportOutcome.REFUSED, error));
      }
      return isEnding ? done(items(indicators, ImportOutcome.NOT_SENT, null)) : send(indicators);
    }
  }

  private static List<ImportReport.Item> items(
      List<NewIndicator> indicators, ImportOutcome outcome, @Nullable DefenderException error) {
    return indicators.stream()
        .map(indicator -> new ImportReport.Item(indicator, outcome, null, null, error))
        .toList();
  }

  private static CompletableFuture<List<ImportReport.Item>> done(List<ImportReport.Item> items) {
    return CompletableFuture.completedFuture(items);
  }
}
