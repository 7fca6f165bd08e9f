package dev.defendersdk.core.internal.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when more is read than a small body should inflate to. */
final class BoundedInputStream extends FilterInputStream {

  private final long bound;
  private long left;

  BoundedInputStream(InputStream in, long bound) {
    super(in);
    this.bound = bound;
    this.left = bound;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long n) throws IOException {
    long skipped = super.skip(n);
    count(skipped);
    return skipped;
  }

  private void count(long bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new IOException("the body inflates to more than " + bound + " bytes");
    }
  }
}
