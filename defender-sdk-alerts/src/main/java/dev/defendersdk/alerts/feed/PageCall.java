package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Source.Batch;
import dev.defendersdk.alerts.feed.Source.Query;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Pages whose end is told when none of them is being handled any more, whoever ended them: what
 * comes after them never runs beside what handles them.
 *
 * @param <T> the entity
 */
final class PageCall<T> {

  private final Predicate<Batch<T>> handler;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private @Nullable CompletableFuture<?> pages;
  private boolean cancelled;
  private boolean handling;
  private boolean ended;
  private @Nullable Throwable failure;

  private PageCall(Predicate<Batch<T>> handler) {
    this.handler = handler;
  }

  static <T> CompletableFuture<Void> start(
      Source<T> source, Query query, Pauses pauses, Predicate<Batch<T>> handler) {
    PageCall<T> call = new PageCall<>(handler);
    pauses.until(
        call::cancel); // before the first page may come: its handler waits for other things
    CompletableFuture<?> pages = source.pages(query, call::handle);
    CompletableFuture<?> unused = pages.whenComplete((nothing, thrown) -> call.end(thrown));
    call.begun(pages);
    return call.over;
  }

  private void begun(CompletableFuture<?> begun) {
    boolean late;
    synchronized (this) {
      pages = begun;
      late = cancelled;
    }
    if (late) {
      begun.cancel(true);
    }
  }

  private void cancel() {
    CompletableFuture<?> begun;
    synchronized (this) {
      cancelled = true;
      begun = pages;
    }
    if (begun != null) {
      begun.cancel(true);
    }
  }

  private boolean handle(Batch<T> page) {
    synchronized (this) {
      if (ended) {
        return false;
      }
      handling = true;
    }
    try {
      return handler.test(page);
    } finally {
      leave();
    }
  }

  private void leave() {
    synchronized (this) {
      handling = false;
      if (!ended) {
        return;
      }
    }
    tell();
  }

  private void end(@Nullable Throwable thrown) {
    synchronized (this) {
      ended = true;
      failure = thrown;
      if (handling) {
        return;
      }
    }
    tell();
  }

  private void tell() {
    Throwable thrown = failure;
    if (thrown == null) {
      over.complete(null);
    } else {
      over.completeExceptionally(thrown);
    }
  }
}
