package dev.defendersdk.alerts.external;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of each finding. Immutable. */
public final class PublishReport {

  private final List<FindingResult> results;

  PublishReport(List<FindingResult> results) {
    this.results = List.copyOf(results);
  }

  /** One for each finding, in the order in which the findings were given. */
  public List<FindingResult> results() {
    return results;
  }

  /** Those of which there is no alert, or none that is known. */
  public List<FindingResult> unpublished() {
    return results.stream().filter(result -> !result.isPublished()).toList();
  }

  /** True if there is an alert of each. */
  public boolean isPublished() {
    return results.stream().allMatch(FindingResult::isPublished);
  }

  /** How many ended how. */
  public Map<FindingOutcome, Integer> outcomes() {
    Map<FindingOutcome, Integer> outcomes = new EnumMap<>(FindingOutcome.class);
    results.forEach(result -> outcomes.merge(result.outcome(), 1, Integer::sum));
    return outcomes;
  }

  /** A table for a person: a line for each finding. */
  public String table() {
    StringBuilder table = new StringBuilder();
    for (FindingResult result : results) {
      table.append(
          String.format(Locale.ROOT, "%-32s  %s%n", result.finding().key(), result.summary()));
    }
    return table.toString();
  }

  @Override
  public String toString() {
    return "PublishReport[" + results.size() + " findings, " + outcomes() + "]";
  }
}
