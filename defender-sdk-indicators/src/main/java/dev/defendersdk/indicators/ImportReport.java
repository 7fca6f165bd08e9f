package dev.defendersdk.indicators;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
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

    Item of(NewIndicator given) {
      return new Item(given, outcome, id, failureReason, error);
    }

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

  /**
   * What became of those that one call sent, by its answer: each indicator gets its result by its
   * value, since the order of the results is not promised. A result has no type: where a value
   * comes under several, their order decides.
   *
   * @param sent as they were sent
   * @param results the answer
   */
  public static ImportReport of(List<NewIndicator> sent, List<ImportIndicatorResult> results) {
    Check.notNull(results, "results");
    Map<String, Deque<ImportIndicatorResult>> byValue = new HashMap<>();
    for (NewIndicator indicator : Check.notNull(sent, "sent")) {
      byValue.putIfAbsent(indicator.indicatorValue(), new ArrayDeque<>());
    }
    for (int i = 0; i < results.size(); i++) {
      String value = String.valueOf(results.get(i).indicator());
      Deque<ImportIndicatorResult> own = byValue.get(value);
      if (own == null && i < sent.size()) {
        // Written in the service's own way: the indicator in the same place has its type.
        own = byValue.get(sent.get(i).indicatorType().comparable(value));
      }
      if (own != null) {
        own.add(results.get(i));
      }
    }
    List<Item> items = new ArrayList<>();
    for (NewIndicator indicator : sent) {
      Deque<ImportIndicatorResult> own = byValue.get(indicator.indicatorValue());
      ImportIndicatorResult result = own == null ? null : own.poll();
      items.add(
          result == null
              ? Item.of(indicator, ImportOutcome.UNKNOWN, null)
              : Item.of(indicator, result));
    }
    return new ImportReport(items);
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
