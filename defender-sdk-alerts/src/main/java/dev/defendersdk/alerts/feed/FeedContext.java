package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Calls.Tried;
import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/**
 * What the parts of a running feed share.
 *
 * @param <T> the entity
 */
record FeedContext<T>(
    Source<T> source,
    FeedSettings settings,
    FeedState state,
    Calls calls,
    Delivery<T> delivery,
    Pauses pauses,
    Observation observation,
    TimeSource time) {

  /** Pages of a list. */
  CompletableFuture<Void> pages(Query query, Predicate<Source.Batch<T>> handler) {
    return PageCall.start(source, query, pauses, handler);
  }

  /** One page of a list. */
  CompletableFuture<Tried<Scan<T>>> page(Query query, int tries) {
    return calls.insist(
        tries,
        () -> {
          Scan<T> scan = new Scan<>(source, query.window(), state);
          return pages(
                  query,
                  page -> {
                    scan.take(page);
                    return false;
                  })
              .thenApply(nothing -> scan);
        });
  }

  /** An entity that was listed without its detail, with it, unless the service fails on that. */
  CompletableFuture<Scan.Item<T>> detailOf(Scan.Item<T> item) {
    String id = source.id(item.entity());
    return calls
        .insist(2, () -> pauses.until(source.get(id)))
        .handle(
            (tried, thrown) -> {
              if (thrown != null) {
                Throwable cause = Outcome.cause(thrown);
                if (!(cause instanceof NotFoundException)) {
                  throw new CompletionException(cause);
                }
                observation.withoutDetail(id, item.lastUpdate(), cause);
                return item;
              }
              T found = tried.result();
              if (found == null) {
                observation.withoutDetail(id, item.lastUpdate(), tried.error());
                return item;
              }
              Instant lastUpdate = source.lastUpdate(found);
              return lastUpdate == null || lastUpdate.isBefore(item.lastUpdate())
                  ? item
                  : new Scan.Item<>(found, lastUpdate);
            });
  }
}
