package dev.defendersdk.core;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A storage host with one file, over sockets, that answers as it is told, once for each request.
 */
final class BlobServer implements AutoCloseable {

  /** How one request is answered. */
  interface Turn {
    void answer(Request request, OutputStream out) throws IOException;
  }

  /** A request: its line, and headers by lower-case name. */
  record Request(String line, Map<String, String> headers) {
    long from() {
      String range = headers.getOrDefault("range", "bytes=0-");
      return Long.parseLong(range.substring(6, range.indexOf('-')));
    }
  }

  private final ServerSocket server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Turn> turns = new ConcurrentLinkedQueue<>();
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private volatile byte[] blob;
  private volatile @Nullable String etag = "\"one\"";

  BlobServer(byte[] blob) throws IOException {
    this.blob = blob;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  String link() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/container/file.zip?sv=2019&sig=s3cr3t";
  }

  void holds(byte[] other, @Nullable String otherEtag) {
    blob = other;
    etag = otherEtag;
  }

  /** The next request that nothing was said about yet is answered like this. */
  BlobServer then(Turn turn) {
    turns.add(turn);
    return this;
  }

  List<Request> requests() {
    return requests;
  }

  /** Answers as it should, but ends the connection after some bytes. */
  Turn breaksAfter(int bytes) {
    return (request, out) -> {
      serve(request, out, bytes);
      throw new IOException("broken off");
    };
  }

  /** Answers as it should, but sends nothing more after some bytes. */
  Turn stallsAfter(int bytes) {
    return (request, out) -> {
      serve(request, out, bytes);
      awaitForEver();
    };
  }

  /** Sends the whole, whatever part was asked for. */
  Turn ignoresRanges() {
    return (request, out) -> serve(new Request(request.line(), Map.of()), out, Integer.MAX_VALUE);
  }

  static Turn says(int status, String headers, String body) {
    return (request, out) ->
        out.write(
            ("HTTP/1.1 "
                    + status
                    + " Said\r\n"
                    + headers
                    + "Content-Length: "
                    + body.length()
                    + "\r\n\r\n"
                    + body)
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  static Turn expired() {
    return says(
        403,
        "Content-Type: application/xml\r\n",
        "<?xml version=\"1.0\"?><Error><Code>AuthenticationFailed</Code><Message>sig=s3cr3t"
            + "</Message></Error>");
  }

  private void serve(Request request, OutputStream out, int most) throws IOException {
    byte[] whole = blob;
    String tag = etag;
    boolean same = tag == null || tag.equals(request.headers().getOrDefault("if-range", tag));
    int from = same ? (int) request.from() : 0;
    boolean part = from > 0;
    String head =
        (part
                ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes "
                    + from
                    + "-"
                    + (whole.length - 1)
                    + "/"
                    + whole.length
                : "HTTP/1.1 200 OK")
            + "\r\nContent-Length: "
            + (whole.length - from)
            + (tag == null ? "" : "\r\nETag: " + tag)
            + "\r\n\r\n";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(whole, from, Math.min(most, whole.length - from));
    out.flush();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      open.add(client);
      daemon(() -> serveAll(client));
    }
  }

  private void serveAll(Socket client) throws IOException {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
          int colon = header.indexOf(':');
          headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
        }
        Request request = new Request(line, headers);
        requests.add(request);
        Turn turn = turns.poll();
        if (turn == null) {
          serve(request, client.getOutputStream(), Integer.MAX_VALUE);
        } else {
          turn.answer(request, client.getOutputStream());
        }
        client.getOutputStream().flush();
      }
    }
  }

  private static void awaitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void daemon(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // The connection has ended, or the server has.
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable connection : open) {
      connection.close();
    }
  }
}
