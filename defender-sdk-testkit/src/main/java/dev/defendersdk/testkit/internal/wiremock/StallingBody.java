package dev.defendersdk.testkit.internal.wiremock;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.HttpConnection;

/**
 * A body of which half comes. What WireMock has for slow bodies waits before the first byte, so the
 * client would not see even the headers; this one sends what it has and then keeps the server's
 * thread until the server is closed.
 */
final class StallingBody extends InputStream {

  private final byte[] body;
  private final CountDownLatch closed;
  private int position;

  StallingBody(byte[] body, CountDownLatch closed) {
    this.body = body;
    this.closed = closed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int left = body.length / 2 - position;
    if (left <= 0) {
      stall();
    }
    int count = Math.min(left, length);
    System.arraycopy(body, position, target, offset, count);
    position += count;
    return count;
  }

  private void stall() throws IOException {
    HttpConnection connection = HttpConnection.getCurrentConnection();
    if (connection != null) {
      connection.getHttpChannel().getResponse().flushBuffer();
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    throw new IOException("the server is closed");
  }
}
