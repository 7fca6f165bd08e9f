package dev.defendersdk.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/**
 * A server of a tenant with very many machines and alerts. Compressed or not, as it is told,
 * whatever is offered. Prints its port; at {@code /requests} it tells how many pages it was asked
 * for.
 */
public final class PagesServer {

  /** How pages are sent. */
  public enum Form {
    /** As they are, made while they are sent. */
    PLAIN,
    /** Compressed, made while they are sent. */
    GZIP,
    /** Compressed, and kept: a page costs nothing but the first time. */
    GZIP_KEPT
  }

  private final int elements;
  private final Form form;
  private final AtomicInteger requests = new AtomicInteger();
  private final Map<PageRequest, byte[]> kept = new ConcurrentHashMap<>();

  private PagesServer(int elements, Form form) {
    this.elements = elements;
    this.form = form;
  }

  /**
   * Serves until the process is ended.
   *
   * @param arguments how many there are of each entity, and the {@link Form}
   */
  public static void main(String[] arguments) throws IOException {
    // Read when the server's class begins: without it, small answers wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    PagesServer pages = new PagesServer(Integer.parseInt(arguments[0]), Form.valueOf(arguments[1]));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newCachedThreadPool());
    for (Listed<?> listed : Listed.all()) {
      server.createContext(listed.path(), exchange -> pages.answer(exchange, listed));
    }
    server.createContext("/requests", pages::tellRequests);
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange, Listed<?> listed) throws IOException {
    requests.incrementAndGet();
    PageRequest page = PageRequest.of(exchange, listed, elements);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (form != Form.PLAIN) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    byte[] whole =
        form == Form.GZIP_KEPT ? kept.computeIfAbsent(page, PagesServer::zipped) : new byte[0];
    exchange.sendResponseHeaders(200, whole.length); // 0 for a length that is not known
    try (OutputStream body = new BufferedOutputStream(exchange.getResponseBody(), 65_536)) {
      switch (form) {
        case PLAIN -> page.write(body);
        case GZIP -> zip(page, body);
        case GZIP_KEPT -> body.write(whole);
      }
    } catch (IOException e) {
      // the client left, as it does where a page is too large for it
    }
  }

  private void tellRequests(HttpExchange exchange) throws IOException {
    byte[] text = requests.toString().getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, text.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(text);
    }
  }

  private static byte[] zipped(PageRequest page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      zip(page, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void zip(PageRequest page, OutputStream to) throws IOException {
    try (GZIPOutputStream zip = new GZIPOutputStream(to, 65_536)) {
      page.write(zip);
    }
  }
}
