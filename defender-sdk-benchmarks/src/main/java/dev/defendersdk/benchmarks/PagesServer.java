package dev.defendersdk.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A server of a tenant with very many machines, in pages that are made as they are sent. Compressed
 * or not, as it is told, whatever is offered. Prints its port.
 */
final class PagesServer {

  /** Machines of a page: the service's largest. */
  static final int PAGE = 10_000;

  private static final Pattern SKIP = Pattern.compile("\\$skiptoken=(\\d+)");
  private static final long SEED = 20_261_124L;

  private final int machines;
  private final boolean compressed;

  private PagesServer(int machines, boolean compressed) {
    this.machines = machines;
    this.compressed = compressed;
  }

  /**
   * Serves until the process is ended.
   *
   * @param arguments how many machines, and whether compressed
   */
  public static void main(String[] arguments) throws IOException {
    // Read when the server's class begins: without it, small answers wait for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    PagesServer pages =
        new PagesServer(Integer.parseInt(arguments[0]), Boolean.parseBoolean(arguments[1]));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/api/machines", pages::answer);
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    Matcher skip = SKIP.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    int from = skip.find() ? Integer.parseInt(skip.group(1)) : 0;
    int count = Math.min(PAGE, machines - from);
    int next = from + count;
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (compressed) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream raw = new BufferedOutputStream(exchange.getResponseBody(), 65_536);
        OutputStream body = compressed ? new GZIPOutputStream(raw, 65_536) : raw) {
      MachinePages.write(
          body,
          SEED + from,
          count,
          next < machines ? "https://other.example/api/machines?$skiptoken=" + next : null);
    } catch (IOException e) {
      // the client left, as it does where a page is too large for it
    }
  }
}
