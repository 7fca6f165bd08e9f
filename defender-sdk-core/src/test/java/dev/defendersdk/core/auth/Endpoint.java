package dev.defendersdk.core.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A sign-in service or identity endpoint that keeps what it was asked and answers one thing. */
final class Endpoint implements AutoCloseable {

  static final String SCOPE = "https://api.securitycenter.microsoft.com/.default";

  /** What it was asked, percent-decoded. */
  record Asked(
      String method, String path, String query, Map<String, List<String>> headers, String body) {}

  private final HttpServer server;
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile int status = 200;
  private volatile String answer =
      "{\"access_token\":\"t0k3n\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

  Endpoint() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  void answers(int status, String answer) {
    this.status = status;
    this.answer = answer;
  }

  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The only request that came. */
  Asked asked() {
    if (asked.size() != 1) {
      throw new AssertionError(asked.toString());
    }
    return asked.get(0);
  }

  /** All requests that came, in order. */
  List<Asked> all() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  TokenRequest request(String tenantId) {
    return new TokenRequest(
        tenantId,
        null,
        null,
        URI.create(root()),
        SCOPE,
        null,
        Duration.ofSeconds(30),
        HttpClient.newHttpClient(),
        TimeSource.system());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              uri.getPath(),
              uri.getQuery(),
              Map.copyOf(exchange.getRequestHeaders()),
              URLDecoder.decode(
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                  StandardCharsets.UTF_8)));
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
