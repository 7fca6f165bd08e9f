package dev.defendersdk.core;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy for tunnels, to one place wherever they are meant to go, that keeps what it was told. */
final class ProxyServer implements AutoCloseable {

  private final ServerSocket server;
  private final int target;
  private final String wanted;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<Closeable> open = new CopyOnWriteArrayList<>();

  /**
   * @param target the port on this machine that tunnels lead to
   * @param wanted what it wants to read in {@code Proxy-Authorization}; empty for nothing
   */
  ProxyServer(int target, String wanted) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.wanted = wanted;
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** What it was told, request line and headers of each. */
  List<String> heads() {
    return heads;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = server.accept();
      open.add(client);
      daemon(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
    StringBuilder head = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      head.append(line).append('\n');
    }
    heads.add(head.toString());
    if (!wanted.isEmpty() && !head.toString().contains("Proxy-Authorization: " + wanted)) {
      say(
          client,
          "HTTP/1.1 407 Proxy Authentication Required\r\n"
              + "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
    open.add(service);
    say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
    daemon(() -> copy(service, client));
    copy(client, service);
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // closed by one side or the other
              }
            },
            "test-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Closeable socket : open) {
      socket.close();
    }
  }
}
