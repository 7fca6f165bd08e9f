package dev.defendersdk.testsupport.facts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.testsupport.TestHttpClient;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Stands where the wire is: answers every request alike, and keeps what was sent, bodies too. */
public final class Wire extends TestHttpClient {

  /** A request as it left the SDK. */
  public record Sent(String method, URI uri, HttpHeaders headers, String body) {}

  private final int status;
  private final Function<URI, String> answers;
  private final List<Sent> sent = new ArrayList<>();

  private Wire(int status, Function<URI, String> answers) {
    this.status = status;
    this.answers = answers;
  }

  public static Wire answering(int status, String body) {
    return new Wire(status, uri -> body);
  }

  /** One that answers 200, with a body for each address. */
  public static Wire answering(Function<URI, String> bodies) {
    return new Wire(200, bodies);
  }

  /** A client whose requests end here; its token is no JWT, never ends, and needs no sign-in. */
  public DefenderClient client() {
    return DefenderClient.builder()
        .credential(
            Credentials.tokenSupplier(
                "contoso.onmicrosoft.com",
                "6c1a4f7e-0000-4000-8000-1f2e3d4c5b6a",
                request -> AccessToken.of("opaque", Instant.MAX)))
        .partner("Contoso", "NetShield", "4.2.0")
        .httpClient(this)
        .maxAttempts(1)
        .build();
  }

  public List<Sent> sent() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  /** The one request that was sent. */
  public Sent only() {
    List<Sent> all = sent();
    if (all.size() != 1) {
      throw new AssertionError("one request was expected, but these were sent: " + all);
    }
    return all.get(0);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    Sent one =
        new Sent(
            request.method(),
            request.uri(),
            request.headers(),
            request.bodyPublisher().map(Wire::textOf).orElse(""));
    synchronized (sent) {
      sent.add(one);
    }
    return answer(
        request,
        handler,
        status,
        HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (n, v) -> true),
        List.of(ByteBuffer.wrap(answers.apply(request.uri()).getBytes(UTF_8))));
  }

  private static String textOf(HttpRequest.BodyPublisher publisher) {
    BodySubscriber<String> text = HttpResponse.BodySubscribers.ofString(UTF_8);
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            text.onSubscribe(subscription);
          }

          @Override
          public void onNext(ByteBuffer bytes) {
            text.onNext(List.of(bytes));
          }

          @Override
          public void onError(Throwable failure) {
            text.onError(failure);
          }

          @Override
          public void onComplete() {
            text.onComplete();
          }
        });
    return text.getBody().toCompletableFuture().join();
  }
}
