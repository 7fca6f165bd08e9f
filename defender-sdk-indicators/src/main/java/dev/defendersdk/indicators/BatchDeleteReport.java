package dev.defendersdk.indicators;

import dev.defendersdk.core.error.DefenderException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a batch delete: one item for each id, in the order in which they were given. */
public final class BatchDeleteReport {

  /**
   * What became of one indicator.
   *
   * @param id its id
   * @param outcome what became of it
   * @param error why it is not deleted, or not known to be; null if it is, or is gone
   */
  public record Item(String id, BatchDeleteOutcome outcome, @Nullable DefenderException error) {

    /** Whether the service says that it does not hold it, or not any more. */
    public boolean isGone() {
      return outcome == BatchDeleteOutcome.DELETED || outcome == BatchDeleteOutcome.GONE;
    }

    /** Shows the id and what became of it. */
    @Override
    public String toString() {
      return id + " " + outcome;
    }
  }

  private final List<Item> items;

  BatchDeleteReport(List<Item> items) {
    this.items = List.copyOf(items);
  }

  /** What became of each, in the order in which they were given. */
  public List<Item> items() {
    return items;
  }

  /** The items of which this became. */
  public List<Item> items(BatchDeleteOutcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).toList();
  }

  /** How many there are of each outcome; those with none are left out. */
  public Map<BatchDeleteOutcome, Integer> counts() {
    Map<BatchDeleteOutcome, Integer> counts = new EnumMap<>(BatchDeleteOutcome.class);
    items.forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /**
   * Whether the service says of each that it is not there any more. False where the list alone says
   * so ({@link BatchDeleteOutcome#NOT_LISTED}).
   */
  public boolean isComplete() {
    return items.stream().allMatch(Item::isGone);
  }

  /** The first error; empty if all are gone. */
  public Optional<DefenderException> firstError() {
    return items.stream().map(Item::error).filter(error -> error != null).findFirst();
  }

  /** Shows how many there are of each outcome. */
  @Override
  public String toString() {
    return "BatchDeleteReport" + counts();
  }
}
