package dev.defendersdk.indicators;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the indicators of one call their results. */
final class ImportMatch {

  private final List<NewIndicator> sent;
  private final Set<IndicatorType> types = new LinkedHashSet<>();
  // Those that have no result yet: by value, in the order in which they were sent.
  private final Map<String, Deque<Integer>> open = new HashMap<>();

  ImportMatch(List<NewIndicator> sent) {
    this.sent = sent;
    for (int i = 0; i < sent.size(); i++) {
      types.add(sent.get(i).indicatorType());
      open.computeIfAbsent(sent.get(i).indicatorValue(), value -> new ArrayDeque<>()).add(i);
    }
  }

  List<ImportReport.Item> items(List<ImportIndicatorResult> results) {
    ImportReport.Item[] items = new ImportReport.Item[sent.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = ImportReport.Item.of(sent.get(i), ImportOutcome.UNKNOWN, null);
    }
    for (ImportIndicatorResult result : results) {
      Integer own = result.indicator() == null ? null : take(result.indicator());
      if (own != null) {
        items[own] = ImportReport.Item.of(sent.get(own), result);
      }
    }
    return Arrays.asList(items);
  }

  /** The first that this value is that of; null if there is none left. */
  private @Nullable Integer take(String value) {
    Integer own = open.getOrDefault(value, new ArrayDeque<>()).poll();
    return own != null ? own : takeRespelled(value);
  }

  // Written in the service's own way, which type by type may be another spelling of the same.
  private @Nullable Integer takeRespelled(String value) {
    for (IndicatorType type : types) {
      Deque<Integer> same = open.getOrDefault(type.comparable(value), new ArrayDeque<>());
      for (Integer candidate : same) {
        if (sent.get(candidate).indicatorType().equals(type)) {
          same.remove(candidate);
          return candidate;
        }
      }
    }
    return null;
  }
}
