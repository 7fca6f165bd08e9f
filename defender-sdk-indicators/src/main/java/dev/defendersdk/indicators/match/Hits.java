package dev.defendersdk.indicators.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that hold for something seen: one, which is mostly all, or several. */
abstract sealed class Hits permits Rule, Hits.Several {

  /** Adds those rules of a node that hold; null if there are none yet. */
  static @Nullable Hits with(
      @Nullable Hits hits, @Nullable Node node, MatchContext context, int port) {
    Hits all = hits;
    Rule rule = node == null ? null : node.rules();
    while (rule != null) {
      if (rule.holds(context, port)) {
        all = all == null ? rule : all.and(rule);
      }
      rule = rule.next();
    }
    return all;
  }

  abstract Hits and(Rule rule);

  /** These rules, to be sorted at will. */
  abstract List<Rule> rules();

  /** Two or more. */
  static final class Several extends Hits {

    /** What was seen cannot be read. */
    static final Hits UNREADABLE = new Several();

    private final List<Rule> rules = new ArrayList<>(2);

    @Override
    Several and(Rule rule) {
      rules.add(rule);
      return this;
    }

    @Override
    List<Rule> rules() {
      return rules;
    }
  }
}
