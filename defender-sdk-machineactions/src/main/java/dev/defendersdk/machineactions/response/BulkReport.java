package dev.defendersdk.machineactions.response;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of each machine of a bulk. Immutable. */
public final class BulkReport {

  private final List<WishResult> results;

  BulkReport(List<WishResult> results) {
    this.results = List.copyOf(results);
  }

  /** One for each machine, in the order in which the machines were given. */
  public List<WishResult> results() {
    return results;
  }

  /** Those that are not as wished for. */
  public List<WishResult> unfulfilled() {
    return results.stream().filter(result -> !result.isFulfilled()).toList();
  }

  /** True if all are as wished for. */
  public boolean isFulfilled() {
    return unfulfilled().isEmpty();
  }

  /** How many ended how. */
  public Map<WishOutcome, Integer> outcomes() {
    Map<WishOutcome, Integer> outcomes = new EnumMap<>(WishOutcome.class);
    results.forEach(result -> outcomes.merge(result.outcome(), 1, Integer::sum));
    return outcomes;
  }

  /** A table for a person: a line for each machine. */
  public String table() {
    StringBuilder table = new StringBuilder();
    for (WishResult result : results) {
      table.append(String.format(Locale.ROOT, "%-40s  %s%n", result.machineId(), result.summary()));
    }
    return table.toString();
  }

  @Override
  public String toString() {
    return "BulkReport[" + results.size() + " machines, " + outcomes() + "]";
  }
}
