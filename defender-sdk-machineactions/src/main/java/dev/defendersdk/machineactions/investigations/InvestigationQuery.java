package dev.defendersdk.machineactions.investigations;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which investigations to list, and how. Immutable: every method returns a new query. */
public final class InvestigationQuery {

  private static final InvestigationQuery ALL = new InvestigationQuery(ListQuery.all());

  private final ListQuery query;

  private InvestigationQuery(ListQuery query) {
    this.query = query;
  }

  /** All investigations, in pages as large as the service makes them. */
  public static InvestigationQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public InvestigationQuery where(Function<InvestigationFields, Filter> filter) {
    return new InvestigationQuery(
        query.where(Check.notNull(filter, "filter").apply(InvestigationFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public InvestigationQuery whereRaw(String expression) {
    return new InvestigationQuery(query.where(Filter.raw(expression)));
  }

  /**
   * How many to ask for at a time, up to 10,000. Leave it to the service unless memory is short.
   */
  public InvestigationQuery pageSize(int pageSize) {
    return new InvestigationQuery(query.pageSize(pageSize));
  }

  /** How many to leave out at the start. */
  public InvestigationQuery skip(long skip) {
    return new InvestigationQuery(query.skip(skip));
  }

  /** How many at the most, over all pages. */
  public InvestigationQuery limit(long limit) {
    return new InvestigationQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InvestigationQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "InvestigationQuery[" + query + "]";
  }
}
