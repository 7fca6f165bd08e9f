package dev.defendersdk.testkit.internal.inprocess;

import dev.defendersdk.testkit.internal.wire.WireResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** A response that never was on a wire. */
record InProcessResponse<T>(HttpRequest request, int statusCode, HttpHeaders headers, T body)
    implements HttpResponse<T> {

  static HttpHeaders headers(WireResponse response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    if (!headers.containsKey("Content-Length")) {
      headers.put("Transfer-Encoding", List.of("chunked"));
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  static <T> BodySubscriber<T> subscriber(
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
          public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
          }
        });
  }

  @Override
  public Optional<HttpResponse<T>> previousResponse() {
    return Optional.empty();
  }

  @Override
  public Optional<SSLSession> sslSession() {
    return Optional.empty();
  }

  @Override
  public URI uri() {
    return request.uri();
  }

  @Override
  public HttpClient.Version version() {
    return HttpClient.Version.HTTP_1_1;
  }
}
