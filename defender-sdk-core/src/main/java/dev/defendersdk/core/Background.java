package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.internal.runner.Manner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Calls that keep no thread while they wait, for work that goes on by itself: feeds, watchers, work
 * over whole fleets. A few threads of the client carry all of them on, of however many tenants, and
 * a tenant that does not answer keeps none of them. Preview: the handles of the feature modules are
 * made of it.
 *
 * <p>What is different from {@link DefenderClient#execute}: four fifths of a quota are used at the
 * most, so that a call that is executed finds room; so many calls of a tenant are on the wire at
 * once as {@link DefenderClientBuilder#backgroundCallsPerTenant} says, and the others wait in order
 * for a place; and waiting for the quota, or for a place, takes as long as it takes and does not
 * count against the deadline. Sign-in and the time of an attempt begin after that.
 *
 * <p>The futures complete on the client's background threads, with a {@link
 * dev.defendersdk.core.error.DefenderException} if the call fails; cancelling one ends its call.
 * When the client is closed they end as running calls do, before {@code close()} returns and, most
 * of them, on the thread that called it: so what follows one of them should be quick there, or be
 * handed to an executor of its own. Thread-safe.
 */
public final class Background {

  private final Engine engine;
  private final DefenderClient.View view;
  private final Manner manner;

  Background(Engine engine, DefenderClient.View view, Manner manner) {
    this.engine = engine;
    this.view = view;
    this.manner = manner;
  }

  /**
   * The same for calls that must not stand behind bulk work: they have the whole quota, come before
   * all that does not hurry, and go on the wire at once. Waiting for the quota still takes as long
   * as it takes.
   */
  public Background urgent() {
    return new Background(engine, view, Manner.URGENT);
  }

  /**
   * Starts a call that returns no list.
   *
   * @throws IllegalArgumentException if arguments are missing, or it returns a list
   * @throws IllegalStateException if the client is closed
   */
  public <T> CompletableFuture<T> start(Call<T> call, CallOptions options) {
    Check.notNull(call, "call");
    Check.notNull(options, "options");
    return engine.start(call, options, view, manner);
  }

  /**
   * Fetches a list page by page, each when the one before has been handled.
   *
   * @param handler is given each page, on a background thread; true to go on with the next one
   * @return completes after the last page, or exceptionally with what the handler throws
   * @throws IllegalArgumentException if arguments are missing
   * @throws IllegalStateException if the client is closed
   */
  public <E> CompletableFuture<Void> forEachPage(
      Call<List<E>> call, CallOptions options, Predicate<Page<E>> handler) {
    Check.notNull(call, "call");
    Check.notNull(options, "options");
    Check.notNull(handler, "handler");
    return new PagedCall<>(engine, call, options, view).forEachPage(handler, manner);
  }

  /**
   * Runs a task after a while, on a background thread. It may block, but keeps that thread then.
   *
   * @param delay zero or more, up to 100 years
   * @return completes when the task has run, exceptionally with what it throws; with a {@link
   *     dev.defendersdk.core.error.ClosedException} if the client is closed before its time.
   *     Cancelling it forgets the task, unless it runs or has run
   * @throws IllegalStateException if the client is closed
   */
  public CompletableFuture<Void> after(Duration delay, Runnable task) {
    Check.notNull(task, "task");
    return engine.after(Check.notNegative(delay, "delay"), task);
  }
}
