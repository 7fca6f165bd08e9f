package dev.defendersdk.core;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A service of one operation, over sockets, that keeps the headers that it was sent. */
final class WireServer implements AutoCloseable {

  /** An entity as the modules have them. */
  public record Thing(
      String id, @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties) {}

  static final Operation<Thing> GET =
      Operation.get("things.get", "/api/thing").returns(Thing.class);
  static final Operation<List<Thing>> LIST =
      Operation.get("things.list", "/api/things").returnsListOf(Thing.class);
  static final Operation<Thing> START =
      Operation.post("things.start", "/api/thing").returns(Thing.class);

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final HttpServer server;
  private final List<Map<String, List<String>>> received = new CopyOnWriteArrayList<>();
  private volatile byte[] body = "{\"id\":\"one\"}".getBytes(StandardCharsets.UTF_8);
  private volatile String encoding = "";
  private volatile int status = 200;
  private volatile String location = "";
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final Queue<byte[]> inTurn = new ConcurrentLinkedQueue<>();

  private WireServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.start();
  }

  static WireServer plain() throws IOException {
    return new WireServer(HttpServer.create(anyPort(), 0));
  }

  static WireServer encrypted() throws Exception {
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls()));
    return new WireServer(server);
  }

  /** Shows the server's certificate, and trusts it. */
  static SSLContext tls() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = WireServer.class.getResourceAsStream("/tls/server.p12")) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", keys.getCertificate("server"));
    TrustManagerFactory others =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    others.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    return context;
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** A client of this server, by the address it is given. */
  static DefenderClientBuilder client(String root) {
    return DefenderClient.builder()
        .credential(
            Credentials.tokenSupplier(
                "contoso.example", "app", request -> AccessToken.of("t0k3n", Instant.MAX)))
        .partner("Contoso", "NetShield", "4.2.0")
        .cloud(DefenderCloud.builder().defender(root).build());
  }

  DefenderClientBuilder client() {
    return client(root());
  }

  void answers(int status, byte[] body, String encoding) {
    this.status = status;
    this.body = body;
    this.encoding = encoding;
  }

  /** One body for each request, in turn. */
  void answersInTurn(String... bodies) {
    for (String one : bodies) {
      inTurn.add(one.getBytes(StandardCharsets.UTF_8));
    }
  }

  void redirects(int status, String location) {
    answers(status, new byte[0], "");
    this.location = location;
  }

  String root() {
    return "http://127.0.0.1:" + port();
  }

  /** Path and query of each request, in order. */
  List<String> paths() {
    return Collections.unmodifiableList(paths);
  }

  /** The headers of each request, in order. */
  List<Map<String, List<String>>> received() {
    return Collections.unmodifiableList(received);
  }

  /** The body of each request, in order. */
  List<byte[]> bodies() {
    return Collections.unmodifiableList(bodies);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(exchange.getRequestBody().readAllBytes());
      received.add(Map.copyOf(exchange.getRequestHeaders()));
      paths.add(exchange.getRequestURI().toString());
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().set("Location", location);
      }
      byte[] own = inTurn.poll();
      byte[] body = own == null ? this.body : own;
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (!encoding.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Encoding", encoding);
      }
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
