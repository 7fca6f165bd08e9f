package dev.defendersdk.machineactions.health;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import java.util.function.Function;

/** Which machines to report to list, and how. Immutable: every method returns a new query. */
public final class DeviceHealthQuery {

  private static final DeviceHealthQuery ALL = new DeviceHealthQuery(ListQuery.all());

  private final ListQuery query;

  private DeviceHealthQuery(ListQuery query) {
    this.query = query;
  }

  /** All machines, 10,000 at a time. */
  public static DeviceHealthQuery all() {
    return ALL;
  }

  /** Only those that pass the filter; a second filter must hold as well. */
  public DeviceHealthQuery where(Function<DeviceHealthFields, Filter> filter) {
    return new DeviceHealthQuery(
        query.where(Check.notNull(filter, "filter").apply(DeviceHealthFields.INSTANCE)));
  }

  /** Only those that pass a filter in the service's own language, sent as it stands. */
  public DeviceHealthQuery whereRaw(String expression) {
    return new DeviceHealthQuery(query.where(Filter.raw(expression)));
  }

  /** How many to ask for at a time, up to 10,000, which is what is asked for if nothing is said. */
  public DeviceHealthQuery pageSize(int pageSize) {
    return new DeviceHealthQuery(query.pageSize(pageSize));
  }

  /** How many to leave out at the start. */
  public DeviceHealthQuery skip(long skip) {
    return new DeviceHealthQuery(query.skip(skip));
  }

  /** How many at the most, over all pages. */
  public DeviceHealthQuery limit(long limit) {
    return new DeviceHealthQuery(query.limit(limit));
  }

  ListQuery toListQuery() {
    return query;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceHealthQuery that && that.query.equals(query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "DeviceHealthQuery[" + query + "]";
  }
}
