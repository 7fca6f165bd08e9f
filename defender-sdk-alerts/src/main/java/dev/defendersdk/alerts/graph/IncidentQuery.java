package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which incidents to list, and how. Immutable: every method returns a new query. */
public final class IncidentQuery {

  // Deeper the service answers 400 (graph-security.md, section 4).
  private static final int DEEPEST_SKIP = 500;

  private static final IncidentQuery ALL = new IncidentQuery(ListQuery.all());

  private final ListQuery query;

  private IncidentQuery(ListQuery query) {
    this.query = query;
  }

  /** All incidents; by its page the newest first. */
  public static IncidentQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public IncidentQuery where(Function<IncidentFields, Filter> filter) {
    return new IncidentQuery(
        query.where(Check.notNull(filter, "filter").apply(IncidentFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public IncidentQuery whereRaw(String expression) {
    return new IncidentQuery(query.where(Filter.raw(expression)));
  }

  /**
   * In the order of their last change, the earliest first: the order to read all of many in. Past
   * some depth the service was seen to bring no more pages, as if the list ended there; a second
   * list, filtered by {@code lastUpdateDateTime} from that of the last one read, brings the rest.
   * The schema allows the order and live clients send it; the page is silent.
   */
  public IncidentQuery orderByLastUpdate() {
    return orderByRaw("lastUpdateDateTime asc");
  }

  /** In the order of their last change, the latest first. The page is silent on orders. */
  public IncidentQuery orderByLastUpdateDescending() {
    return orderByRaw("lastUpdateDateTime desc");
  }

  /** In the order in which they were created, the earliest first. The page is silent on orders. */
  public IncidentQuery orderByCreated() {
    return orderByRaw("createdDateTime asc");
  }

  /** In the order in which they were created, the latest first. The page is silent on orders. */
  public IncidentQuery orderByCreatedDescending() {
    return orderByRaw("createdDateTime desc");
  }

  /** In an order in the service's own language, sent as it stands. */
  public IncidentQuery orderByRaw(String orderBy) {
    return new IncidentQuery(query.orderBy(orderBy));
  }

  /**
   * With their alerts, and the evidence of these. On large tenants the service is seen to answer
   * 500 to it again and again: then list without, and ask for {@link
   * IncidentsClient#alertsOf(String)}.
   */
  public IncidentQuery expandAlerts() {
    return new IncidentQuery(query.expand("alerts"));
  }

  /**
   * How many to ask for at a time, from 1 to 50, which is also what is asked for by default. The
   * service refuses more.
   */
  public IncidentQuery pageSize(int pageSize) {
    return new IncidentQuery(query.pageSize(pageSize));
  }

  /**
   * How many to leave out at the start, up to 500: deeper the service refuses. To go through many,
   * filter by {@code lastUpdateDateTime} instead.
   */
  public IncidentQuery skip(long skip) {
    return new IncidentQuery(query.skip(Check.between(skip, 0, DEEPEST_SKIP, "skip")));
  }

  /** How many at the most, over all pages. */
  public IncidentQuery limit(long limit) {
    return new IncidentQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IncidentQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "IncidentQuery[" + query + "]";
  }
}
