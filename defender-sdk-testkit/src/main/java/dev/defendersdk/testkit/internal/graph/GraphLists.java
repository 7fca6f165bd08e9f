package dev.defendersdk.testkit.internal.graph;

import dev.defendersdk.testkit.internal.alerts.Changing;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.odata.Bounds;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Paging;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists of Graph: what {@code $top}, {@code $skip}, {@code $count} and the order mean there. Pages:
 * security-list-alerts_v2.md, security-list-incidents.md, and what was seen (graph-security.md,
 * section 4).
 */
final class GraphLists {

  /**
   * One page.
   *
   * @param count of all pages; null if it was not asked for
   * @param nextLink where the list goes on; null if it ends here
   */
  record Listed<T>(List<T> items, @Nullable Long count, @Nullable String nextLink) {}

  /**
   * Where a list takes its things from.
   *
   * @param newestFirst the last changed first: the order of its own
   * @param oldestFirst the last changed last
   */
  record Source<T>(
      Function<Bounds, Collection<T>> newestFirst, Function<Bounds, Collection<T>> oldestFirst) {

    /** A few that are in no order but their own. */
    static <T> Source<T> of(List<T> few) {
      return new Source<>(bounds -> few, bounds -> few);
    }
  }

  private final Quirks quirks;

  GraphLists(Quirks quirks) {
    this.quirks = quirks;
  }

  /**
   * Cuts one page out.
   *
   * @param query with the options that the list takes
   * @param indexed whether the source is in the order of last updates
   * @param seen which of them the list shows at all
   * @param row how one looks to the filter and the order
   * @param most entities of a page
   */
  <T extends Changing<?>> Listed<T> cut(
      Call call,
      ListQuery query,
      Source<T> source,
      boolean indexed,
      Predicate<T> seen,
      Function<T, Row> row,
      int most) {
    if (call.query().get("$orderby") != null && !quirks.alerts().orderedOnGraph()) {
      throw ApiError.odata("The query option '$orderby' is not supported.");
    }
    if (call.query().get("$skip") != null && query.skip() > quirks.alerts().graphMostSkip()) {
      throw ApiError.odata(
          "The limit of '"
              + quirks.alerts().graphMostSkip()
              + "' for Skip query"
              + " has been exceeded. The value from the incoming request is '"
              + query.skip()
              + "'.");
    }
    Bounds bounds = query.bounds("lastUpdateDateTime");
    boolean oldestFirst = indexed && query.isOrderedBy("lastUpdateDateTime", false);
    boolean inOrder = oldestFirst || (indexed && query.isOrderedBy("lastUpdateDateTime", true));
    Collection<T> candidates =
        oldestFirst ? source.oldestFirst().apply(bounds) : source.newestFirst().apply(bounds);
    // An opaque link cannot be one that the service itself would refuse.
    Paging paging =
        new Paging(
            Math.min(quirks.pageSize(), most),
            Paging.Top.PAGE_SIZE,
            true,
            path -> call.origin() + path);
    Iterable<T> shown = shown(candidates, seen);
    ListQuery.Cut<T> cut = query.cut(shown, inOrder, row, Links.path(call), paging);
    boolean ends = query.skip() + cut.items().size() >= quirks.alerts().graphDepth();
    return new Listed<>(
        cut.items(),
        "true".equals(call.query().get("$count")) ? query.count(shown, row) : null,
        ends ? null : cut.nextLink());
  }

  private static <T> Iterable<T> shown(Collection<T> candidates, Predicate<T> seen) {
    return () -> candidates.stream().filter(seen).iterator();
  }

  /** The service's words for a {@code $top} that it refuses. */
  static ApiError topExceeded(int most, int top) {
    return new ApiError(
        400,
        "",
        "The query specified in the URI is not valid. " + ListQuery.topExceeded(most, top));
  }
}
