package dev.defendersdk.indicators.sync;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a plan: one item for each line, in the plan's order. Immutable. */
public final class SyncReport {

  /**
   * What became of one line.
   *
   * @param line the line of the plan
   * @param outcome what became of it
   * @param reason why, in the service's own words where it gave some; null if there is nothing to
   *     say
   * @param error why its call failed; null if it did not
   */
  public record Item(
      SyncLine line,
      SyncOutcome outcome,
      @Nullable String reason,
      @Nullable DefenderException error) {

    /** Shows the line's subject and what became of it. */
    @Override
    public String toString() {
      return line.action()
          + " "
          + line.subject()
          + ": "
          + outcome
          + (reason == null ? "" : ", " + reason);
    }
  }

  private final List<Item> items;
  private final boolean refusesActionChanges;
  private final int calls;

  SyncReport(List<Item> items, boolean refusesActionChanges, int calls) {
    this.items = List.copyOf(items);
    this.refusesActionChanges = refusesActionChanges;
    this.calls = calls;
  }

  /** What became of each line, in the plan's order. */
  public List<Item> items() {
    return items;
  }

  /** The items of which this became. */
  public List<Item> items(SyncOutcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).toList();
  }

  /** How many there are of each outcome; those with none are left out. */
  public Map<SyncOutcome, Integer> counts() {
    Map<SyncOutcome, Integer> counts = new EnumMap<>(SyncOutcome.class);
    items.forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Whether all that the plan wanted done is done, and what it wanted kept is there. */
  public boolean isComplete() {
    return items.stream()
        .map(Item::outcome)
        .allMatch(
            outcome ->
                outcome == SyncOutcome.DONE
                    || outcome == SyncOutcome.KEPT
                    || outcome == SyncOutcome.LEFT_OUT);
  }

  /** Whether the tenant had changed since the plan, so that some of it was left: plan again. */
  public boolean isStale() {
    return items.stream().anyMatch(item -> item.outcome() == SyncOutcome.STALE);
  }

  /**
   * Whether the service was seen to refuse changes of the action in place: a sync built with {@link
   * ActionChanges#REPLACE} saves the tries.
   */
  public boolean refusesActionChanges() {
    return refusesActionChanges;
  }

  /** How many calls were made. */
  public int calls() {
    return calls;
  }

  /** The first error of a call that kept a line from being done; empty if there was none. */
  public Optional<DefenderException> firstError() {
    return items.stream().map(Item::error).filter(error -> error != null).findFirst();
  }

  /**
   * Prints the counts, and a line for each item that is not as wished for.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public void print(Appendable to) {
    Check.notNull(to, "to");
    StringBuilder table = new StringBuilder();
    counts()
        .forEach(
            (outcome, count) ->
                table.append(String.format(Locale.ROOT, "%-10s %,6d%n", outcome, count)));
    for (Item item : items) {
      if (item.outcome() != SyncOutcome.DONE && item.outcome() != SyncOutcome.KEPT) {
        table.append(item).append(System.lineSeparator());
      }
    }
    try {
      to.append(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Shows how many there are of each outcome. */
  @Override
  public String toString() {
    return "SyncReport" + counts();
  }
}
