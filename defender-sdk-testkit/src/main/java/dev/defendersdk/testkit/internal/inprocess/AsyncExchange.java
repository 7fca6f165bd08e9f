package dev.defendersdk.testkit.internal.inprocess;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.WireClock;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An exchange that nobody waits for: what takes no time is done on the spot, the rest by alarms,
 * one after the other. Giving the future up ends it, but not what is on its way.
 */
final class AsyncExchange<T> {

  /** One leg of the journey. */
  @FunctionalInterface
  private interface Leg {
    void run() throws IOException, InterruptedException;
  }

  private final HttpRequest request;
  private final Exchange exchange;
  private final BodyHandler<T> handler;
  private final WireClock clock;
  private final TimeSource.Timer timer;
  private final CompletableFuture<HttpResponse<T>> answer = new CompletableFuture<>();
  private volatile TimeSource.@Nullable Alarm next;
  private volatile boolean onItsWay;

  AsyncExchange(
      HttpRequest request,
      Exchange exchange,
      BodyHandler<T> handler,
      WireClock clock,
      TimeSource.Timer timer) {
    this.request = request;
    this.exchange = exchange;
    this.handler = handler;
    this.clock = clock;
    this.timer = timer;
  }

  CompletableFuture<HttpResponse<T>> begin() {
    run(
        () -> {
          exchange.depart();
          onItsWay = true;
          at(exchange.arrival(), this::arrive);
        });
    if (!answer.isDone()) {
      clock.stalled();
      CompletableFuture<?> unused = answer.whenComplete((response, failure) -> giveUp());
    }
    return answer;
  }

  private void giveUp() {
    TimeSource.Alarm alarm = next;
    if (alarm != null) {
      alarm.cancel();
    }
    if (onItsWay) {
      onItsWay = false;
      exchange.leaveOnTheWay();
    }
  }

  private void arrive() throws IOException {
    onItsWay = false;
    Outcome outcome = exchange.arrive();
    if (outcome.delivery() != Delivery.STALLED) {
      at(exchange.comesBack(outcome), () -> comeBack(outcome));
    } else if (exchange.isBounded()) {
      at(exchange.deadline(), this::timeOut);
    }
  }

  private void comeBack(Outcome outcome) throws IOException {
    exchange.comeBack(outcome);
    HttpHeaders headers = InProcessResponse.headers(outcome.response());
    BodySubscriber<T> subscriber =
        InProcessResponse.subscriber(outcome.response(), headers, handler);
    int status = outcome.response().status();
    CompletableFuture<?> unused =
        subscriber
            .getBody()
            .toCompletableFuture()
            .whenComplete(
                (body, failure) -> {
                  if (failure == null) {
                    answer.complete(new InProcessResponse<>(request, status, headers, body));
                  } else {
                    answer.completeExceptionally(failure);
                  }
                });
    new BodyFeed(subscriber, outcome.response().body(), outcome.delivery(), clock, false).begin();
  }

  private void timeOut() throws IOException {
    throw exchange.timedOut();
  }

  /** Goes on at a time, unless the request's own timeout comes first. */
  private void at(long nanos, Leg leg) {
    boolean inTime = nanos - exchange.deadline() <= 0;
    long when = inTime ? nanos : exchange.deadline();
    Leg then = inTime ? leg : this::timeOut;
    if (when - clock.nanos() <= 0) {
      run(then);
    } else {
      next = timer.at(when, () -> run(then));
    }
  }

  private void run(Leg leg) {
    if (answer.isDone()) {
      return;
    }
    try {
      leg.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.completeExceptionally(new IOException("interrupted", e));
    } catch (IOException | RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}
