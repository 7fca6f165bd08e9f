package dev.defendersdk.testkit.internal.inprocess;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.wire.Delivery;
import dev.defendersdk.testkit.internal.wire.Outcome;
import dev.defendersdk.testkit.internal.wire.Transit;
import dev.defendersdk.testkit.internal.wire.WireClock;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client over the simulated service. An exchange runs on the thread that asks for it; an
 * asynchronous one waits for nothing there, but goes on by alarms. Waits are in the tenant's time.
 * As with the JDK's own client a request's timeout ends at the headers.
 */
public final class InProcessHttpClient extends HttpClient {

  private final CloudState state;
  private final WireClock clock;
  private final Transit transit;
  private final TimeSource.Timer timer;

  public InProcessHttpClient(CloudState state, WireClock clock, Transit transit) {
    this.state = state;
    this.clock = clock;
    this.transit = transit;
    this.timer = clock.newTimer(InProcessHttpClient::onThreadOfItsOwn);
  }

  private static void onThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "simulated-wire");
    thread.setDaemon(true);
    thread.start();
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
    HttpHeaders headers = InProcessResponse.headers(outcome.response());
    BodySubscriber<T> subscriber =
        InProcessResponse.subscriber(outcome.response(), headers, handler);
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
    return new AsyncExchange<>(request, exchange, handler, clock, timer).begin();
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      BodyHandler<T> handler,
      @Nullable PushPromiseHandler<T> pushPromiseHandler) {
    return sendAsync(request, handler);
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
