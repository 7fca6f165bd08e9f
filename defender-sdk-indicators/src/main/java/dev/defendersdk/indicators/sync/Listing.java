package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorOperations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's list, read whole. It is paged by {@code $skip}, so an entry that goes while it is
 * read moves the others, and one of them would be missed: each part begins with the last entry of
 * the one before, and where that is another, or one comes twice, the list is read anew.
 */
final class Listing {

  private static final int MOST_READINGS = 5;

  private final Background background;
  private final CallOptions options;
  private final Runnable perCall;

  Listing(Background background, CallOptions options, Runnable perCall) {
    this.background = background;
    this.options = options;
    this.perCall = perCall;
  }

  /** Reads it. */
  CompletableFuture<List<Indicator>> read() {
    return read(1);
  }

  private CompletableFuture<List<Indicator>> read(int reading) {
    return from(new ArrayList<>())
        .thenCompose(
            whole -> {
              if (whole != null) {
                return CompletableFuture.completedFuture(whole);
              }
              return reading < MOST_READINGS
                  ? read(reading + 1)
                  : CompletableFuture.failedFuture(
                      ErrorReport.of(ErrorKind.UNSUCCESSFUL)
                          .operation(IndicatorOperations.LIST.id())
                          .detail("the list changed each of the " + reading + " times it was read")
                          .advice("Try again when less is written to it.")
                          .retryable(true, null)
                          .toException());
            });
  }

  /** Goes on after what was read; null if the list moved. */
  private CompletableFuture<@Nullable List<Indicator>> from(List<Indicator> read) {
    int most = IndicatorOperations.LIST.largestPage();
    int overlap = read.isEmpty() ? 0 : 1;
    List<Indicator> part = new ArrayList<>();
    ListQuery query = ListQuery.all().skip(read.size() - overlap).limit(most);
    return Waits.call(
            () ->
                background.forEachPage(
                    Call.of(IndicatorOperations.LIST).query(query),
                    options,
                    page -> {
                      perCall.run();
                      part.addAll(page.toList());
                      return true;
                    }))
        .thenCompose(
            nothing -> {
              if (overlap == 1 && !continues(read, part)) {
                return CompletableFuture.completedFuture(null);
              }
              read.addAll(part.subList(overlap, part.size()));
              if (part.size() >= most) {
                return from(read);
              }
              return CompletableFuture.completedFuture(hasDoubles(read) ? null : read);
            });
  }

  private static boolean continues(List<Indicator> read, List<Indicator> part) {
    return !part.isEmpty() && Objects.equals(part.get(0).id(), read.get(read.size() - 1).id());
  }

  private static boolean hasDoubles(List<Indicator> read) {
    Set<String> ids = new HashSet<>();
    return read.stream().map(Indicator::id).anyMatch(id -> id != null && !ids.add(id));
  }
}
