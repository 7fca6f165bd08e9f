package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which alerts to list, and how. Immutable: every method returns a new query. */
public final class SecurityAlertQuery {

  // Deeper the service answers 400 (graph-security.md, section 4).
  private static final int DEEPEST_SKIP = 500;

  private static final SecurityAlertQuery ALL = new SecurityAlertQuery(ListQuery.all());

  private final ListQuery query;

  private SecurityAlertQuery(ListQuery query) {
    this.query = query;
  }

  /** All alerts; by its page the newest first. */
  public static SecurityAlertQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public SecurityAlertQuery where(Function<SecurityAlertFields, Filter> filter) {
    return new SecurityAlertQuery(
        query.where(Check.notNull(filter, "filter").apply(SecurityAlertFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public SecurityAlertQuery whereRaw(String expression) {
    return new SecurityAlertQuery(query.where(Filter.raw(expression)));
  }

  /**
   * In the order of their last change, the earliest first: the order to read all of many in. Past
   * some depth the service was seen to bring no more pages, as if the list ended there; a second
   * list, filtered by {@code lastUpdateDateTime} from that of the last one read, brings the rest.
   * The schema allows the order and live clients send it; the page is silent.
   */
  public SecurityAlertQuery orderByLastUpdate() {
    return orderByRaw("lastUpdateDateTime asc");
  }

  /** In the order of their last change, the latest first. The page is silent on orders. */
  public SecurityAlertQuery orderByLastUpdateDescending() {
    return orderByRaw("lastUpdateDateTime desc");
  }

  /** In the order in which they were raised, the earliest first. The page is silent on orders. */
  public SecurityAlertQuery orderByCreated() {
    return orderByRaw("createdDateTime asc");
  }

  /** In the order in which they were raised, the latest first. The page is silent on orders. */
  public SecurityAlertQuery orderByCreatedDescending() {
    return orderByRaw("createdDateTime desc");
  }

  /** In an order in the service's own language, sent as it stands. */
  public SecurityAlertQuery orderByRaw(String orderBy) {
    return new SecurityAlertQuery(query.orderBy(orderBy));
  }

  /**
   * How many to ask for at a time, from 1 to 1,000, which is also what is asked for by default. No
   * page gives a bound; live clients see more than that cut down to it.
   */
  public SecurityAlertQuery pageSize(int pageSize) {
    return new SecurityAlertQuery(query.pageSize(pageSize));
  }

  /**
   * How many to leave out at the start, up to 500: deeper the service refuses. To go through many,
   * filter by {@code lastUpdateDateTime} instead.
   */
  public SecurityAlertQuery skip(long skip) {
    return new SecurityAlertQuery(query.skip(Check.between(skip, 0, DEEPEST_SKIP, "skip")));
  }

  /** How many at the most, over all pages. */
  public SecurityAlertQuery limit(long limit) {
    return new SecurityAlertQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecurityAlertQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "SecurityAlertQuery[" + query + "]";
  }
}
