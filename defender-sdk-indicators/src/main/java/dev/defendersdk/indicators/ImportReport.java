package dev.defendersdk.indicators;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of an import: one item for each indicator, in the order in which they were given. */
public final class ImportReport {

  /**
   * What became of one indicator.
   *
   * @param indicator as it was given
   * @param outcome what became of it
   * @param id its id in the tenant; null if it is not known to be there
   * @param failureReason why the service did not take it, in its own words; null if it did, or did
   *     not say
   * @param error why its call failed; null if it did not
   */
  public record Item(
      NewIndicator indicator,
      ImportOutcome outcome,
      @Nullable String id,
      @Nullable String failureReason,
      @Nullable DefenderException error) {

    static Item of(NewIndicator indicator, ImportOutcome outcome, @Nullable DefenderException e) {
      return new Item(indicator, outcome, null, null, e);
    }

    static Item of(NewIndicator indicator, ImportIndicatorResult result) {
      Boolean failed = result.isFailed();
      if (failed == null) {
        return of(indicator, ImportOutcome.UNKNOWN, null);
      }
      String id = result.id();
      return new Item(
          indicator,
          failed ? ImportOutcome.FAILED : ImportOutcome.IMPORTED,
          failed || id == null || id.isBlank() ? null : id,
          failed ? result.failureReason() : null,
          null);
    }

    Item of(NewIndicator given) {
      return new Item(given, outcome, id, failureReason, error);
    }

    /** Shows the indicator and what became of it. */
    @Override
    public String toString() {
      return indicator + " " + outcome + (failureReason == null ? "" : ": " + failureReason);
    }
  }

  private final List<Item> items;

  ImportReport(List<Item> items) {
    this.items = List.copyOf(items);
  }

  /**
   * What the answer to one call says of each indicator that was in it. A result is found by its
   * value, since the order of the results is not promised; it has no type: where one value comes
   * under several, their order decides. One without a result is unknown.
   */
  public static ImportReport of(List<NewIndicator> sent, List<ImportIndicatorResult> results) {
    return new ImportReport(
        new ImportMatch(Check.noNulls(sent, "sent")).items(Check.noNulls(results, "results")));
  }

  /** What became of each, in the order in which they were given. */
  public List<Item> items() {
    return items;
  }

  /** The items of which this became. */
  public List<Item> items(ImportOutcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).toList();
  }

  /** How many there are of each outcome; those with none are left out. */
  public Map<ImportOutcome, Integer> counts() {
    Map<ImportOutcome, Integer> counts = new EnumMap<>(ImportOutcome.class);
    items.forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Whether the tenant holds all of them. */
  public boolean isComplete() {
    return items.stream().allMatch(item -> item.outcome() == ImportOutcome.IMPORTED);
  }

  /** The first error of a call; empty if each was answered. */
  public Optional<DefenderException> firstError() {
    return items.stream().map(Item::error).filter(error -> error != null).findFirst();
  }

  /** Shows how many there are of each outcome. */
  @Override
  public String toString() {
    return "ImportReport" + counts();
  }
}
