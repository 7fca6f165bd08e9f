package dev.defendersdk.examples.indicators;

import dev.defendersdk.examples.indicators.Observable.Kind;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.match.IndicatorMatcher;
import dev.defendersdk.indicators.match.Match;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many observables of each kind meet which action, and the first of them with the reason. */
final class ClosingTable {

  private static final int SHOWN = 12;
  private static final List<IndicatorAction> ACTIONS =
      List.of(
          IndicatorAction.BLOCK_AND_REMEDIATE,
          IndicatorAction.BLOCK,
          IndicatorAction.WARN,
          IndicatorAction.AUDIT,
          IndicatorAction.ALLOWED);

  private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<IndicatorAction, Integer>> met = new EnumMap<>(Kind.class);
  private final List<List<String>> first = new ArrayList<>();

  ClosingTable(IndicatorMatcher matcher, List<Observable> log) {
    first.add(List.of("seen at", "group", "observable", "action", "because of", "title"));
    for (Observable each : log) {
      seen.merge(each.kind(), 1, Integer::sum);
      Optional<Match> match = each.match(matcher);
      if (match.isPresent()) {
        met.computeIfAbsent(each.kind(), kind -> new HashMap<>())
            .merge(match.get().action(), 1, Integer::sum);
        if (first.size() <= SHOWN) {
          first.add(line(each, match.get()));
        }
      }
    }
  }

  private static List<String> line(Observable each, Match match) {
    Indicator by = match.indicator();
    String group = each.deviceGroup();
    return List.of(
        String.valueOf(each.at()),
        group == null ? "-" : group,
        shortened(each.value()),
        String.valueOf(match.action()),
        by.indicatorType() + " " + shortened(String.valueOf(by.indicatorValue())),
        String.valueOf(by.title()));
  }

  /** Hashes by their beginning. */
  private static String shortened(String text) {
    int longest = 44;
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    List<String> titles = new ArrayList<>(List.of("kind", "seen"));
    ACTIONS.forEach(action -> titles.add(action.value()));
    lines.add(titles);
    for (Kind kind : seen.keySet()) {
      List<String> line = new ArrayList<>(List.of(kind.toString(), String.valueOf(seen.get(kind))));
      for (IndicatorAction action : ACTIONS) {
        line.add(String.valueOf(met.getOrDefault(kind, Map.of()).getOrDefault(action, 0)));
      }
      lines.add(line);
    }
    return Columns.aligned(lines)
        + System.lineSeparator()
        + "The first of them:"
        + System.lineSeparator()
        + Columns.aligned(first);
  }
}
