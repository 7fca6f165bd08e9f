package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.internal.quota.PermitRequest;
import dev.defendersdk.core.internal.waiting.Awaited;
import dev.defendersdk.core.internal.waiting.Look;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Drives a call without a thread of its own: whatever it waits for wakes it, and the workers carry
 * it on to its next wait. What happens to it is taken up one after the other, by an inbox, so that
 * nothing in here is touched by two threads at once.
 *
 * @param <T> the result
 */
final class ScheduledRun<T> implements RunningCall {

  private final CallRun<T> run;
  private final Runner runner;
  private final Workers workers;
  private final CompletableFuture<T> outcome = new CompletableFuture<>();
  private final Queue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger unread = new AtomicInteger();
  private @Nullable Pause pause;
  private boolean over;

  ScheduledRun(PreparedCall<T> call, Runner runner, Workers workers, Manner manner) {
    this.run = new CallRun<>(call, runner, manner);
    this.runner = runner;
    this.workers = workers;
  }

  /** Begins; the outcome comes on one of the workers' threads. Cancelling it ends the run. */
  CompletableFuture<T> begin() {
    CompletableFuture<?> unused =
        outcome.whenComplete(
            (result, failure) -> {
              if (outcome.isCancelled()) {
                workers.execute(() -> end(new Event.Interrupted()));
              }
            });
    runner.begin(this);
    workers.execute(() -> take(() -> proceed(Event.Started::new)));
    return outcome;
  }

  @Override
  public void endByClose() {
    end(new Event.Closed());
  }

  private void end(Event event) {
    take(
        () -> {
          Pause stoodAt = pause;
          pause = null;
          if (stoodAt != null) {
            stoodAt.abandon();
          }
          proceed(() -> event);
        });
  }

  /** Takes a message up when those before it are done with. */
  private void take(Runnable message) {
    inbox.add(message);
    if (unread.getAndIncrement() > 0) {
      return; // whoever is at it takes this one too
    }
    do {
      Runnable next = inbox.remove();
      if (!over) {
        next.run();
      }
    } while (unread.decrementAndGet() > 0);
  }

  private void proceed(Supplier<@Nullable Event> first) {
    try {
      Event event = first.get();
      while (event != null && !over) {
        Step step = run.next(event);
        event = null;
        if (step instanceof Step.Succeed) {
          T result = run.succeed();
          leave();
          outcome.complete(result);
        } else if (step instanceof Step.Fail fail) {
          Throwable failure = run.fail(fail);
          leave();
          outcome.completeExceptionally(failure);
        } else {
          event = carryOut(step);
        }
      }
    } catch (RuntimeException | Error e) {
      run.endAttempt(true);
      leave();
      outcome.completeExceptionally(e);
    }
  }

  private void leave() {
    over = true;
    runner.end(this);
  }

  /** Carries a step out: what happened, or null if it stands still until something does. */
  private @Nullable Event carryOut(Step step) {
    if (step instanceof Step.AskPermit) {
      PermitRequest request = run.askPermit();
      Event atOnce = run.permitAtOnce(request);
      return atOnce != null ? atOnce : await(request, run::permitted, request::abandon);
    }
    if (step instanceof Step.AskToken ask) {
      return await(run.askToken(ask), run::tokenCame, () -> {});
    }
    if (step instanceof Step.AskPlace) {
      return await(run.askPlace(), run::placed, () -> {});
    }
    if (step instanceof Step.Send send) {
      exchange(send);
      return null;
    }
    if (step instanceof Step.Wait wait) {
      run.beginWait(wait);
      Pause stand = standStill(() -> {});
      stand.until(wait.untilNanos(), Event.Woke::new);
      return null;
    }
    throw new IllegalStateException("no such step: " + step);
  }

  private <A> @Nullable Event await(
      Awaited<A> source, Function<A, @Nullable Event> then, Runnable abandon) {
    Pause stand = standStill(abandon);
    Supplier<@Nullable Event> again = () -> await(source, then, abandon);
    Look<A> look = source.look(() -> stand.goOn(again));
    A value = look.value();
    if (value != null) {
      pause = null;
      return then.apply(value);
    }
    stand.until(look.untilNanos(), again);
    return null;
  }

  private void exchange(Step.Send send) {
    Pause stand = standStill(() -> {});
    Runnable cancel =
        runner
            .transport()
            .start(
                run.beginAttempt(),
                Duration.ofNanos(send.timeoutNanos()),
                (answer, problem) ->
                    stand.goOn(
                        () -> {
                          if (answer != null) {
                            return run.answered(send, answer);
                          }
                          return problem == null ? null : run.unanswered(send, problem);
                        }));
    stand.abandon =
        () -> {
          cancel.run();
          run.endAttempt(true); // it may have reached the service
        };
  }

  private Pause standStill(Runnable abandon) {
    Pause stand = new Pause(abandon);
    pause = stand;
    return stand;
  }

  /** Where the run stands still, until the first of those who may carry it on. */
  private final class Pause {

    private Runnable abandon;
    private TimeSource.@Nullable Alarm alarm;

    private Pause(Runnable abandon) {
      this.abandon = abandon;
    }

    /** Carries the run on, from whichever thread, if it still stands here. */
    void goOn(Supplier<@Nullable Event> with) {
      workers.execute(
          () ->
              take(
                  () -> {
                    if (pause == this) {
                      pause = null;
                      cancelAlarm();
                      proceed(with);
                    }
                  }));
    }

    void until(long nanos, Supplier<@Nullable Event> with) {
      alarm = workers.alarmAt(nanos, () -> goOn(with));
    }

    void abandon() {
      cancelAlarm();
      abandon.run();
    }

    private void cancelAlarm() {
      if (alarm != null) {
        alarm.cancel();
      }
    }
  }
}
