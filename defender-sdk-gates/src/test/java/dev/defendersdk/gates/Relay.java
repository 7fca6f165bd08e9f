package dev.defendersdk.gates;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Passes connections on to a server, and does to them what a server in the JVM cannot: each fault
 * hits one request, counted over all connections.
 */
final class Relay implements AutoCloseable {

  /** What happens to a request. */
  enum Fault {
    /** The connection is closed as the request comes, as when it was idle for too long. */
    CLOSE,
    /** The connection is reset after a part of the request. */
    RESET,
    /** The request is read, and goes nowhere. */
    DROP
  }

  private final ServerSocket listener;
  private final int target;
  private final Fault fault;
  private final int hits;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /**
   * @param hits which request the fault hits, counted from 1
   */
  Relay(int target, Fault fault, int hits) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.fault = fault;
    this.hits = hits;
    daemon(this::accept);
  }

  /** Connections that are open, of both sides. */
  long open() {
    return sockets.stream().filter(socket -> !socket.isClosed()).count();
  }

  String root() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      sockets.add(client);
      daemon(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      sockets.add(server);
      // The client sends no request before the last one was answered: what comes after bytes of an
      // answer begins the next one.
      AtomicBoolean answered = new AtomicBoolean(true);
      daemon(() -> passAnswers(server, client, answered));
      InputStream asked = client.getInputStream();
      boolean dropping = false;
      byte[] part = new byte[8_192];
      for (int read = asked.read(part); read >= 0; read = asked.read(part)) {
        boolean begins = answered.getAndSet(false);
        if (begins && requests.incrementAndGet() == hits) {
          if (fault != Fault.DROP) {
            client.setSoLinger(fault == Fault.RESET, 0);
            return;
          }
          dropping = true;
        }
        if (!dropping) {
          server.getOutputStream().write(part, 0, read);
        }
      }
    }
  }

  private static void passAnswers(Socket server, Socket client, AtomicBoolean answered)
      throws IOException {
    InputStream from = server.getInputStream();
    byte[] part = new byte[8_192];
    for (int read = from.read(part); read >= 0; read = from.read(part)) {
      answered.set(true);
      client.getOutputStream().write(part, 0, read);
    }
    client.close();
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
            "test-relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
