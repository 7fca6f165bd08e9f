package dev.defendersdk.alerts.feed;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * A client whose requests pass a gateway on their way to the tenant, and answers on theirs back.
 */
final class GatewayHttpClient extends HttpClient {

  /** What stands in between. */
  interface Gateway {

    /** The request that goes on. */
    HttpRequest out(HttpRequest request) throws IOException;

    /** An answer comes back. */
    void back() throws IOException;
  }

  private final HttpClient tenant;
  private final Gateway gateway;

  GatewayHttpClient(HttpClient tenant, Gateway gateway) {
    this.tenant = tenant;
    this.gateway = gateway;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpResponse<T> response = tenant.send(gateway.out(request), handler);
    gateway.back();
    return response;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    try {
      return tenant
          .sendAsync(gateway.out(request), handler)
          .thenApply(
              response -> {
                try {
                  gateway.back();
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
                return response;
              });
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> push) {
    return sendAsync(request, handler);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return tenant.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return tenant.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return tenant.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return tenant.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return tenant.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return tenant.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return tenant.authenticator();
  }

  @Override
  public Version version() {
    return tenant.version();
  }

  @Override
  public Optional<Executor> executor() {
    return tenant.executor();
  }
}
