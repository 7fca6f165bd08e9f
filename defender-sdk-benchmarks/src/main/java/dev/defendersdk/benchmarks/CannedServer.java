package dev.defendersdk.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that answers whatever it is asked with the same small machine, at once. Prints its port.
 */
final class CannedServer {

  private CannedServer() {}

  /** Serves until the process is ended. */
  public static void main(String[] arguments) throws IOException {
    byte[] body = new MachinePages().one(20_261_124L);
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] answer = new byte[head.length + body.length];
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(body, 0, answer, head.length, body.length);
    try (ServerSocket server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress())) {
      System.out.println(server.getLocalPort());
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        new Thread(() -> serve(socket, answer)).start();
      }
    }
  }

  private static void serve(Socket socket, byte[] answer) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 65_536);
      byte[] buffer = new byte[8_192];
      // A request of a GET comes in one part, and ends with an empty line.
      int tail = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          tail = (tail << 8) | (buffer[i] & 0xff);
          if (tail == 0x0d0a0d0a) {
            out.write(answer);
            out.flush();
          }
        }
      }
    } catch (IOException e) {
      // the client left
    }
  }
}
