package dev.defendersdk.testkit.internal.inprocess;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.Transit;
import dev.defendersdk.testkit.internal.wire.WireClock;
import dev.defendersdk.testkit.internal.wire.WireResponse;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client over the simulated service. An exchange runs on the thread that asks for it,
 * also an asynchronous one, up to where it stalls; waits are in the tenant's time. As with the
 * JDK's own client a request's timeout ends at the headers.
 */
public final class InProcessHttpClient extends HttpClient {

  private final CloudState state;
  private final WireClock clock;
  private final Transit transit;

  public InProcessHttpClient(CloudState state, WireClock clock, Transit transit) {
    this.state = state;
    this.clock = clock;
    this.transit = transit;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    Exchange exchange = new Exchange(request, state, clock, transit);
    Outcome outcome = exchange.travel();
    if (outcome.delivery() == Delivery.STALLED) {
      clock.await(clock.newSignal(), exchange.deadline());
      throw exchange.timedOut();
    }
    HttpHeaders headers = headers(outcome.response());
    BodySubscriber<T> subscriber = subscriber(outcome.response(), headers, handler);
    BodyFeed feed =
        new BodyFeed(subscriber, outcome.response().body(), outcome.delivery(), clock, true);
    feed.begin();
    if (feed.wasInterrupted()) {
      Thread.interrupted();
      throw new InterruptedException();
    }
    return new InProcessResponse<>(request, outcome.response().status(), headers, body(subscriber));
  }

  private static <T> T body(BodySubscriber<T> subscriber) throws IOException, InterruptedException {
    try {
      return subscriber.getBody().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    Exchange exchange = new Exchange(request, state, clock, transit);
    try {
      Outcome outcome = exchange.travel();
      if (outcome.delivery() == Delivery.STALLED) {
        return stalled(exchange);
      }
      HttpHeaders headers = headers(outcome.response());
      BodySubscriber<T> subscriber = subscriber(outcome.response(), headers, handler);
      new BodyFeed(subscriber, outcome.response().body(), outcome.delivery(), clock, false).begin();
      return subscriber
          .getBody()
          .toCompletableFuture()
          .thenApply(
              body -> new InProcessResponse<>(request, outcome.response().status(), headers, body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(new IOException("interrupted", e));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** A future that the request's timeout ends, if it has one; the caller is free to give it up. */
  private <T> CompletableFuture<HttpResponse<T>> stalled(Exchange exchange) {
    clock.stalled();
    CompletableFuture<HttpResponse<T>> never = new CompletableFuture<>();
    if (exchange.isBounded()) {
      TimeSource.Signal over = clock.newSignal();
      CompletableFuture<HttpResponse<T>> unused =
          never.whenComplete((response, failure) -> over.fire());
      Runnable wait =
          () -> {
            try {
              if (!over.await(exchange.deadline())) {
                never.completeExceptionally(exchange.timedOut());
              }
            } catch (InterruptedException e) {
              never.completeExceptionally(new IOException("interrupted", e));
            }
          };
      Thread thread = new Thread(clock.tracked(wait), "simulated-stall");
      thread.setDaemon(true);
      thread.start();
    }
    return never;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushPromiseHandler) {
    return sendAsync(request, handler);
  }

  private static HttpHeaders headers(WireResponse response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    headers.put("Transfer-Encoding", List.of("chunked"));
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private static <T> BodySubscriber<T> subscriber(
      WireResponse response, HttpHeaders headers, BodyHandler<T> handler) {
    return handler.apply(
        new HttpResponse.ResponseInfo() {
          @Override
          public int statusCode() {
            return response.status();
          }

          @Override
          public HttpHeaders headers() {
            return headers;
          }

          @Override
          public Version version() {
            return Version.HTTP_1_1;
          }
        });
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return Optional.empty();
  }

  @Override
  public Redirect followRedirects() {
    return Redirect.NEVER;
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return Optional.empty();
  }

  @Override
  public SSLContext sslContext() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has a default SSL context", e);
    }
  }

  @Override
  public SSLParameters sslParameters() {
    return new SSLParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return Optional.empty();
  }

  @Override
  public Version version() {
    return Version.HTTP_1_1;
  }

  @Override
  public Optional<Executor> executor() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "HttpClient[simulated]";
  }
}
