package dev.defendersdk.hunting;

import com.sun.net.httpserver.HttpServer;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Answers every request alike, and keeps the last that was sent. */
final class StubService implements AutoCloseable {

  private final HttpServer server;
  private volatile String path = "";
  private volatile String body = "";
  private volatile String contentType = "";

  StubService(int status, String answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          path = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
          body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          contentType = exchange.getRequestHeaders().getFirst("Content-Type");
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** A client whose requests end here, once each. */
  DefenderClient client() {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return DefenderClient.builder()
        .credential(
            Credentials.tokenSupplier(
                "contoso.example", "app", request -> AccessToken.of("opaque", Instant.MAX)))
        .cloud(DefenderCloud.builder().authority(root).defender(root).graph(root).build())
        .partner("Contoso", "NetShield", "4.2.0")
        .maxAttempts(1)
        .build();
  }

  String path() {
    return path;
  }

  String body() {
    return body;
  }

  String contentType() {
    return contentType;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
