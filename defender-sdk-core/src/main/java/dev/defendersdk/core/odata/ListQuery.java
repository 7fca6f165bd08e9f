package dev.defendersdk.core.odata;

import dev.defendersdk.core.argument.Check;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What of a list is wanted, and how it is fetched. Immutable: every method returns a new query. The
 * feature modules wrap it in queries of their own, with the filters that their entity has.
 */
public final class ListQuery {

  private static final ListQuery ALL = new ListQuery(null, null, null, null, 0, 0, 0);

  private final @Nullable Filter filter;
  private final @Nullable String orderBy;
  private final @Nullable String select;
  private final @Nullable String expand;
  private final int pageSize;
  private final long skip;
  private final long limit;

  private ListQuery(
      @Nullable Filter filter,
      @Nullable String orderBy,
      @Nullable String select,
      @Nullable String expand,
      int pageSize,
      long skip,
      long limit) {
    this.filter = filter;
    this.orderBy = orderBy;
    this.select = select;
    this.expand = expand;
    this.pageSize = pageSize;
    this.skip = skip;
    this.limit = limit;
  }

  /** Everything, in pages as large as the service makes them. */
  public static ListQuery all() {
    return ALL;
  }

  /** Only what passes the filter; a second filter must hold as well. */
  public ListQuery where(Filter filter) {
    Check.notNull(filter, "filter");
    Filter both = this.filter == null ? filter : this.filter.and(filter);
    return new ListQuery(both, orderBy, select, expand, pageSize, skip, limit);
  }

  /** Sends {@code $orderby} as it stands, such as {@code lastSeen desc}. */
  public ListQuery orderBy(String orderBy) {
    Check.notBlank(orderBy, "orderBy");
    return new ListQuery(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  /** Sends {@code $select} as it stands: names with commas between them. */
  public ListQuery select(String select) {
    Check.notBlank(select, "select");
    return new ListQuery(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  /** Sends {@code $expand} as it stands. */
  public ListQuery expand(String expand) {
    Check.notBlank(expand, "expand");
    return new ListQuery(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  /** How many elements to ask for at a time ({@code $top}). The bound is the operation's own. */
  public ListQuery pageSize(int pageSize) {
    Check.between(pageSize, 1, 1_000_000, "pageSize");
    return new ListQuery(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  /** How many elements to leave out at the start ({@code $skip}). */
  public ListQuery skip(long skip) {
    if (skip < 0) {
      throw new IllegalArgumentException(
          "skip is " + skip + ": it must not be negative. Pass 0 or more.");
    }
    return new ListQuery(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  /** How many elements to return at the most, over all pages. */
  public ListQuery limit(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "limit is " + limit + ": it must be at least 1. Leave it out to get everything.");
    }
    return new ListQuery(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  /** The filter, or null for none. */
  public @Nullable Filter filter() {
    return filter;
  }

  /** The order, or null for the service's own. */
  public @Nullable String orderBy() {
    return orderBy;
  }

  /** The selected members, or null for all. */
  public @Nullable String select() {
    return select;
  }

  /** What is expanded, or null for nothing. */
  public @Nullable String expand() {
    return expand;
  }

  /** The page size asked for, or 0 to leave it to the service. */
  public int pageSize() {
    return pageSize;
  }

  /** How many elements to leave out at the start. */
  public long skip() {
    return skip;
  }

  /** How many elements at the most, or 0 for all. */
  public long limit() {
    return limit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListQuery q
        && Objects.equals(filter, q.filter)
        && Objects.equals(orderBy, q.orderBy)
        && Objects.equals(select, q.select)
        && Objects.equals(expand, q.expand)
        && pageSize == q.pageSize
        && skip == q.skip
        && limit == q.limit;
  }

  @Override
  public int hashCode() {
    return Objects.hash(filter, orderBy, select, expand, pageSize, skip, limit);
  }

  @Override
  public String toString() {
    return "ListQuery[filter=" + filter + ", orderBy=" + orderBy + ", limit=" + limit + "]";
  }
}
