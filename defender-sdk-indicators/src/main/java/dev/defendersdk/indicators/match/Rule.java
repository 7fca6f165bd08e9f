package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An indicator as a look-up needs it. */
final class Rule extends Hits {

  static final int ANY_PORT = -1;

  private final Indicator indicator;
  private final IndicatorAction action;
  private final int order;
  private final int weight;
  private final int port;

  // Since 1970, in full seconds and what is beyond them: at hand, where an Instant is one step
  // away.
  private final long expirySecond;
  private final int expiryNano;
  private final List<String> groupNames;
  private final List<Integer> groupIds;

  // Whether it holds on any device, for any port.
  private final boolean everywhere;
  // What is said where it holds alone.
  private final Optional<Match> alone;

  private @Nullable Rule next;

  /** A rule for any port. */
  Rule(Indicator indicator, IndicatorAction action, int order, int weight) {
    this(indicator, action, order, weight, ANY_PORT);
  }

  /**
   * @param order its place in the list
   * @param weight the digits of its hash, or the length of its URL's path; more wins
   * @param port the only port that it holds for, or {@link #ANY_PORT}
   */
  Rule(Indicator indicator, IndicatorAction action, int order, int weight, int port) {
    this.indicator = indicator;
    this.action = action.current();
    this.order = order;
    this.weight = weight;
    this.port = port;
    Instant expiry = indicator.expirationTime();
    this.expirySecond = expiry == null ? Long.MAX_VALUE : expiry.getEpochSecond();
    this.expiryNano = expiry == null ? 0 : expiry.getNano();
    this.groupNames = indicator.rbacGroupNames();
    this.groupIds = indicator.rbacGroupIds();
    this.everywhere = port == ANY_PORT && !isForGroup();
    this.alone = Optional.of(new Match(this.action, indicator, List.of()));
  }

  boolean holds(MatchContext context, int atPort) {
    return isInForce(context.at())
        && (everywhere
            || ((port == ANY_PORT || port == atPort) && (!isForGroup() || isForGroupOf(context))));
  }

  private boolean isInForce(Instant at) {
    long second = at.getEpochSecond();
    return second < expirySecond || (second == expirySecond && at.getNano() < expiryNano);
  }

  boolean isForGroup() {
    return !groupNames.isEmpty() || !groupIds.isEmpty();
  }

  private boolean isForGroupOf(MatchContext context) {
    Integer id = context.groupId();
    if (id != null && groupIds.contains(id)) {
      return true;
    }
    String name = context.groupName();
    return name != null && groupNames.stream().anyMatch(name::equalsIgnoreCase);
  }

  Indicator indicator() {
    return indicator;
  }

  IndicatorAction action() {
    return action;
  }

  int order() {
    return order;
  }

  int weight() {
    return weight;
  }

  boolean isOfUrl() {
    IndicatorType type = indicator.indicatorType();
    return type != null && type.equals(IndicatorType.URL);
  }

  Optional<Match> alone() {
    return alone;
  }

  /** The next rule of the same value. */
  @Nullable Rule next() {
    return next;
  }

  void next(Rule rule) {
    next = rule;
  }

  @Override
  Several and(Rule rule) {
    return new Several().and(this).and(rule);
  }

  @Override
  List<Rule> rules() {
    return new ArrayList<>(List.of(this));
  }
}
