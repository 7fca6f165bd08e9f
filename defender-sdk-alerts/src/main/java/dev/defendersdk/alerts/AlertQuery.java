package dev.defendersdk.alerts;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which alerts to list, and how. Immutable: every method returns a new query. */
public final class AlertQuery {

  // Evidence makes an alert many times as large, and a page is received whole.
  private static final int PAGE_WITH_EVIDENCE = 1_000;

  private static final AlertQuery ALL = new AlertQuery(ListQuery.all());

  private final ListQuery query;

  private AlertQuery(ListQuery query) {
    this.query = query;
  }

  /** All alerts, without their evidence. */
  public static AlertQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public AlertQuery where(Function<AlertFields, Filter> filter) {
    return new AlertQuery(query.where(Check.notNull(filter, "filter").apply(AlertFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public AlertQuery whereRaw(String expression) {
    return new AlertQuery(query.where(Filter.raw(expression)));
  }

  /** With the evidence of each, which is empty otherwise; in pages of 1,000 unless said. */
  public AlertQuery expandEvidence() {
    return new AlertQuery(query.expand("evidence"));
  }

  /** How many to ask for at a time, up to 10,000, which is also what is asked for by default. */
  public AlertQuery pageSize(int pageSize) {
    return new AlertQuery(query.pageSize(pageSize));
  }

  /** How many to leave out at the start. */
  public AlertQuery skip(long skip) {
    return new AlertQuery(query.skip(skip));
  }

  /**
   * How many at the most, over all pages. Not the newest: the order of the list is by no page, and
   * was seen to be that of the ids.
   */
  public AlertQuery limit(long limit) {
    return new AlertQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query.expand() != null && query.pageSize() == 0
        ? query.pageSize(PAGE_WITH_EVIDENCE)
        : query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlertQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "AlertQuery[" + query + "]";
  }
}
