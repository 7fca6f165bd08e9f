package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a feed reads from: a list that can be asked for what was last updated within a window.
 *
 * @param <T> the entity
 */
interface Source<T> {

  /** What it lists, in the service's word: a checkpoint is of one source. */
  String name();

  String id(T entity);

  /** When it was last updated; null if the service does not say. */
  @Nullable Instant lastUpdate(T entity);

  /** True if pages come in the order of the last update, the oldest first. */
  boolean isOrdered();

  /**
   * After a refusal, asks no longer for what may have been refused and is not needed.
   *
   * @return true if there was something of the kind: the same call may succeed now
   */
  default boolean relents(DefenderException error) {
    return false;
  }

  /**
   * True if an entity has a part that a list can leave out, and that can make the service fail: its
   * evidence, or its alerts.
   */
  boolean hasDetail();

  /** The largest page that it can be asked for. */
  int largestPage();

  /** How many it can be asked to pass over. */
  default int mostSkip() {
    return Integer.MAX_VALUE;
  }

  /** What is asked of a list. */
  record Query(Window window, int pageSize, int skip, boolean detail) {

    /**
     * @param lastUpdate by which the window is asked for
     */
    ListQuery toListQuery(OrderedField<Instant> lastUpdate) {
      Instant to = window.to();
      Filter since = lastUpdate.ge(window.from());
      return ListQuery.all()
          .where(to == null ? since : since.and(lastUpdate.lt(to)))
          .pageSize(pageSize)
          .skip(skip);
    }
  }

  /**
   * Some of a list, decoded as it is iterated over.
   *
   * @param isLast true if nothing is known to come after it: that is no proof if it is full
   */
  record Batch<T>(Iterable<T> entities, boolean isLast) {}

  /**
   * Pages of a list.
   *
   * @param handler is given each page; true to go on with the next one
   */
  CompletableFuture<?> pages(Query query, Predicate<Batch<T>> handler);

  /** One entity by its id, with its detail. */
  CompletableFuture<T> get(String id);
}
