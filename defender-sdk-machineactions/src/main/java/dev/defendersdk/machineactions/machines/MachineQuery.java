package dev.defendersdk.machineactions.machines;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which machines to list, and how. Immutable: every method returns a new query. */
public final class MachineQuery {

  private static final MachineQuery ALL = new MachineQuery(ListQuery.all());

  private final ListQuery query;

  private MachineQuery(ListQuery query) {
    this.query = query;
  }

  /** All machines, in pages as large as the service makes them. */
  public static MachineQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public MachineQuery where(Function<MachineFields, Filter> filter) {
    return new MachineQuery(
        query.where(Check.notNull(filter, "filter").apply(MachineFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public MachineQuery whereRaw(String expression) {
    return new MachineQuery(query.where(Filter.raw(expression)));
  }

  /** Sends {@code $orderby} as it stands. Not documented by the service; live clients send it. */
  public MachineQuery orderByRaw(String orderBy) {
    return new MachineQuery(query.orderBy(orderBy));
  }

  /**
   * How many to ask for at a time, up to 10,000. Leave it to the service unless memory is short.
   */
  public MachineQuery pageSize(int pageSize) {
    return new MachineQuery(query.pageSize(pageSize));
  }

  /** How many to leave out at the start. */
  public MachineQuery skip(long skip) {
    return new MachineQuery(query.skip(skip));
  }

  /** How many at the most, over all pages. */
  public MachineQuery limit(long limit) {
    return new MachineQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MachineQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "MachineQuery[" + query + "]";
  }
}
