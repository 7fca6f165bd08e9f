package dev.defendersdk.indicators;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which indicators to list, and how. Immutable: every method returns a new query. */
public final class IndicatorQuery {

  private static final IndicatorQuery ALL = new IndicatorQuery(ListQuery.all());

  private final ListQuery query;

  private IndicatorQuery(ListQuery query) {
    this.query = query;
  }

  /** All indicators that the application may see. */
  public static IndicatorQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public IndicatorQuery where(Function<IndicatorFields, Filter> filter) {
    return new IndicatorQuery(
        query.where(Check.notNull(filter, "filter").apply(IndicatorFields.INSTANCE)));
  }

  /**
   * Only those that pass a filter in the service's own language, sent as it stands. By device group
   * this is the only way: the page names {@code rbacGroupNames} and {@code rbacGroupIds}, which are
   * lists, and no operator for them.
   */
  public IndicatorQuery whereRaw(String expression) {
    return new IndicatorQuery(query.where(Filter.raw(expression)));
  }

  /** How many to ask for at a time, up to 10,000, which is also what is asked for by default. */
  public IndicatorQuery pageSize(int pageSize) {
    return new IndicatorQuery(query.pageSize(pageSize));
  }

  /** How many to leave out at the start. */
  public IndicatorQuery skip(long skip) {
    return new IndicatorQuery(query.skip(skip));
  }

  /** How many at the most, over all pages. No page states the order of the list. */
  public IndicatorQuery limit(long limit) {
    return new IndicatorQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndicatorQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "IndicatorQuery[" + query + "]";
  }
}
