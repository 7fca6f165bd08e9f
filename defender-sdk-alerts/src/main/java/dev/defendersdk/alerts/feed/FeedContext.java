package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Calls.Tried;
import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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

  private static final Backoff BEHIND = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30));
  private static final int MOST_READS = 5;

  /** Pages of a list. */
  CompletableFuture<Void> pages(Query query, Predicate<Source.Batch<T>> handler) {
    return PageCall.start(source, query, pauses, handler);
  }

  /** One page of a list. */
  CompletableFuture<Tried<Scan<T>>> page(Query query, int tries) {
    return calls.insist(
        tries,
        () -> {
          Scan<T> scan = new Scan<>(source, query.window(), state, query.pageSize());
          return pages(
                  query,
                  page -> {
                    scan.take(page, time.now(), time.nanos());
                    return false;
                  })
              .thenApply(nothing -> scan);
        });
  }

  /**
   * An entity that was listed without its detail, with it, unless the service fails on that. By its
   * id the service may for a while show an older state than in its list, or none.
   */
  CompletableFuture<Scan.Item<T>> detailOf(Scan.Item<T> item) {
    return detailOf(item, 1);
  }

  private CompletableFuture<Scan.Item<T>> detailOf(Scan.Item<T> item, int attempt) {
    String id = source.id(item.entity());
    return Outcome.of(calls.insist(2, () -> pauses.until(source.get(id))))
        .thenCompose(
            outcome -> {
              Tried<T> tried = outcome.result();
              if (tried == null) {
                Throwable failure = outcome.failure();
                return failure instanceof NotFoundException
                    ? behind(item, attempt, failure)
                    : CompletableFuture.failedFuture(
                        failure == null ? new IllegalStateException("no outcome") : failure);
              }
              T found = tried.result();
              if (found == null) {
                observation.withoutDetail(id, item.lastUpdate(), tried.error());
                return CompletableFuture.completedFuture(item);
              }
              Instant lastUpdate = source.lastUpdate(found);
              if (lastUpdate == null) {
                return CompletableFuture.completedFuture(
                    new Scan.Item<>(found, item.lastUpdate(), item.timed()));
              }
              if (item.timed() && lastUpdate.isBefore(item.lastUpdate())) {
                return behind(item, attempt, older(lastUpdate));
              }
              return CompletableFuture.completedFuture(new Scan.Item<>(found, lastUpdate, true));
            });
  }

  private static DefenderException older(Instant lastUpdate) {
    return ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
        .detail("by its id the service shows its state of " + lastUpdate + ", older than listed")
        .toException();
  }

  private CompletableFuture<Scan.Item<T>> behind(Scan.Item<T> item, int attempt, Throwable cause) {
    if (attempt == MOST_READS) {
      observation.withoutDetail(source.id(item.entity()), item.lastUpdate(), cause);
      return CompletableFuture.completedFuture(item);
    }
    Duration pause = BEHIND.pause(attempt, time.random());
    observation.held(pause, cause);
    return pauses.pause(pause).thenCompose(nothing -> detailOf(item, attempt + 1));
  }

  /** Not all of an instant could be read; that is told once. */
  void restUnread(Instant instant, DefenderException cause) {
    if (state.unread.add(instant)) {
      observation.restUnread(instant, cause);
    }
  }
}
