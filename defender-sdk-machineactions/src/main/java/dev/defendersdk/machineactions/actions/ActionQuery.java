package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which machine actions to list, and how. Immutable: every method returns a new query. */
public final class ActionQuery {

  private static final ActionQuery ALL = new ActionQuery(ListQuery.all());

  private final ListQuery query;

  private ActionQuery(ListQuery query) {
    this.query = query;
  }

  /** All machine actions, in pages as large as the service makes them. */
  public static ActionQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public ActionQuery where(Function<ActionFields, Filter> filter) {
    return new ActionQuery(
        query.where(Check.notNull(filter, "filter").apply(ActionFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public ActionQuery whereRaw(String expression) {
    return new ActionQuery(query.where(Filter.raw(expression)));
  }

  /** Sends {@code $orderby} as it stands. Not documented by the service; live clients send it. */
  public ActionQuery orderByRaw(String orderBy) {
    return new ActionQuery(query.orderBy(orderBy));
  }

  /**
   * How many to ask for at a time, up to 10,000. Leave it to the service unless memory is short.
   */
  public ActionQuery pageSize(int pageSize) {
    return new ActionQuery(query.pageSize(pageSize));
  }

  /** How many to leave out at the start. */
  public ActionQuery skip(long skip) {
    return new ActionQuery(query.skip(skip));
  }

  /** How many at the most, over all pages. */
  public ActionQuery limit(long limit) {
    return new ActionQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActionQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "ActionQuery[" + query + "]";
  }
}
