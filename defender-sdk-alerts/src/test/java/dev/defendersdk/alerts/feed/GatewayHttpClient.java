package dev.defendersdk.alerts.feed;

import dev.defendersdk.testsupport.TestHttpClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A client whose requests pass a gateway on their way to the tenant, and answers on theirs back.
 */
final class GatewayHttpClient extends TestHttpClient {

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
}
