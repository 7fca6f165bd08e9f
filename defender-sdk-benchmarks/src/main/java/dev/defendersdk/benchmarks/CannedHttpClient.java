package dev.defendersdk.benchmarks;

import dev.defendersdk.testsupport.TestHttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Answers every request with the same body, at once and without a network: in parts of 16 KB, as
 * the JDK's client hands them on.
 */
final class CannedHttpClient extends TestHttpClient {

  private static final int PART = 16 * 1024;

  private final byte[] body;
  private final HttpHeaders headers;

  CannedHttpClient(byte[] body, Map<String, List<String>> headers) {
    this.body = body;
    this.headers = HttpHeaders.of(headers, (name, value) -> true);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    List<ByteBuffer> parts = new ArrayList<>();
    for (int at = 0; at < body.length; at += PART) {
      parts.add(ByteBuffer.wrap(body, at, Math.min(PART, body.length - at)));
    }
    return answer(request, handler, 200, headers, parts);
  }
}
