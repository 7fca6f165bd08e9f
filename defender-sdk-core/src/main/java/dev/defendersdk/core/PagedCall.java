package dev.defendersdk.core;

import dev.defendersdk.core.DefenderClient.View;
import dev.defendersdk.core.Paged.Fetched;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.internal.runner.Manner;
import dev.defendersdk.core.odata.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a list is paged. The service's next link is followed where it comes, by path and query on the
 * configured host: it is seen to name another host of the service (auth-and-transport.md, section
 * 5). Where none comes, {@code $top} and {@code $skip} go on until a page is short; so they do
 * after links that gave just what {@code $top} asked for, since it may bound all of them together:
 * no page says whether a list that was asked for with {@code $top} comes with links.
 *
 * @param <E> the element
 */
final class PagedCall<E> {

  private final Engine engine;
  private final Call<List<E>> call;
  private final CallOptions options;
  private final View view;
  private final ListQuery query;
  private final String target;
  private final Class<E> type;

  @SuppressWarnings("unchecked") // a list's answer holds the type of its element
  PagedCall(Engine engine, Call<List<E>> call, CallOptions options, View view) {
    this.engine = engine;
    this.call = call;
    this.options = options;
    this.view = view;
    this.query = call.listQuery();
    this.target = call.target();
    this.type = (Class<E>) call.operation().answer().type();
    int largest = call.operation().largestPage();
    if (query.pageSize() > 0 && largest == 0) {
      throw new IllegalArgumentException(
          "pageSize is "
              + query.pageSize()
              + ": "
              + call.operation()
              + " takes no page size. Leave it out.");
    }
    if (query.pageSize() > 0) {
      Check.between(query.pageSize(), 1, largest, "pageSize");
    }
  }

  Paged<E> paged() {
    return new Paged<>(new Source(), query.limit(), Position.at(query.skip()));
  }

  /** All pages in the background, as long as the handler wants the next. */
  CompletableFuture<Void> forEachPage(Predicate<Page<E>> handler, Manner manner) {
    return new Walk(handler, manner).begin();
  }

  /** One page, and no more: for calls that change something. */
  Page<E> onePage() {
    return new Source().fetch(Position.at(query.skip())).page();
  }

  private final class Source implements Paged.PageSource<E> {
    @Override
    public Fetched<E> fetch(Position position) {
      Request request = new Request(position);
      return request.fetched(engine.page(call, request.where, request.first, options, view, type));
    }
  }

  /** The request of the page at a position. */
  private final class Request {

    private final Position position;
    private final boolean first;
    private final int top; // that of the request itself, or of the one that its links began with
    private final String where;

    private Request(Position position) {
      String link = position.link();
      this.position = position;
      this.first = link == null && position.skip() == query.skip();
      this.top = top(position.skip() == query.skip());
      this.where = link == null ? targetAt(position, top) : target(link);
    }

    private Fetched<E> fetched(Page<E> page) {
      return new Fetched<>(page, next(position, page, top));
    }
  }

  /** A walk over the pages that no thread waits for. For one page at a time. */
  private final class Walk {

    private final Predicate<Page<E>> handler;
    private final Manner manner;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Paged.Progress progress = new Paged.Progress(query.limit());
    private volatile CompletableFuture<Page<E>> running = new CompletableFuture<>();

    private Walk(Predicate<Page<E>> handler, Manner manner) {
      this.handler = handler;
      this.manner = manner;
      CompletableFuture<?> unused =
          over.whenComplete((nothing, failure) -> running.cancel(true)); // ended from outside
    }

    private CompletableFuture<Void> begin() {
      goOn(Position.at(query.skip()));
      return over;
    }

    private void goOn(Position position) {
      Request request = new Request(position);
      CompletableFuture<Page<E>> page =
          engine.startPage(call, request.where, request.first, options, view, type, manner);
      running = page;
      if (over.isDone()) {
        page.cancel(true);
      }
      CompletableFuture<?> unused =
          page.whenComplete((came, failure) -> took(position, request, came, failure));
    }

    private void took(
        Position position, Request request, @Nullable Page<E> page, @Nullable Throwable failure) {
      try {
        if (page != null) {
          came(position, request.fetched(page));
        } else if (failure != null) {
          over.completeExceptionally(failure);
        }
      } catch (RuntimeException | Error e) {
        over.completeExceptionally(e); // the handler's own
      }
    }

    private void came(Position position, Fetched<E> fetched) {
      Position next = progress.after(position, fetched);
      if (handler.test(fetched.resumable()) && next != null && !over.isDone()) {
        goOn(next);
      } else {
        over.complete(null);
      }
    }
  }

  // The first page is asked for without $top, since with it the service gives no next link; but
  // where it is small without, $top and $skip cost fewer calls.
  private int top(boolean first) {
    if (call.operation().largestPage() == 0) {
      return 0;
    }
    boolean wholeList = first && query.limit() == 0 && !call.operation().alwaysSendsTop();
    int size =
        query.pageSize() > 0 ? query.pageSize() : wholeList ? 0 : call.operation().largestPage();
    return query.limit() > 0 ? (int) Math.min(size, query.limit()) : size;
  }

  private @Nullable Position next(Position position, Page<E> page, int top) {
    long came = position.came() + page.size();
    String nextLink = page.nextLink();
    if (nextLink != null && !nextLink.isBlank()) {
      return new Position(target(nextLink), position.skip(), came);
    }
    boolean full =
        position.link() == null
            ? came >= (top > 0 ? top : call.operation().largestPage())
            : top > 0 && came == top;
    return full && call.operation().pagedBySkip() ? Position.at(position.skip() + came) : null;
  }

  private String target(String link) {
    return NextLink.target(link, call.operation(), engine.cloud());
  }

  private String targetAt(Position position, int top) {
    StringJoiner parameters = new StringJoiner("&");
    add(parameters, "$filter", query.filter());
    add(parameters, "$orderby", query.orderBy());
    add(parameters, "$select", query.select());
    add(parameters, "$expand", query.expand());
    add(parameters, "$top", top > 0 ? top : null);
    add(parameters, "$skip", position.skip() > 0 ? position.skip() : null);
    if (parameters.length() == 0) {
      return target;
    }
    return target + (target.contains("?") ? "&" : "?") + parameters;
  }

  private static void add(StringJoiner parameters, String name, @Nullable Object value) {
    if (value != null) {
      String encoded = URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
      parameters.add(name + "=" + encoded.replace("+", "%20"));
    }
  }
}
