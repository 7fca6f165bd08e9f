package dev.defendersdk.indicators;

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
      boolean failed = Boolean.TRUE.equals(result.isFailed());
      String id = result.id();
      return new Item(
          indicator,
          failed ? ImportOutcome.FAILED : ImportOutcome.IMPORTED,
          failed || id == null || id.isBlank() ? null : id,
          failed ? result.failureReason() : null,
          null);
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
