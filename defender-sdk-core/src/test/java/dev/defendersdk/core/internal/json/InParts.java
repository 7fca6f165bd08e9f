package dev.defendersdk.core.internal.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;

/** Gives a few bytes at a time, as a decompressed stream may. */
final class InParts extends InputStream {

  private final InputStream bytes;
  private final SplittableRandom random;

  InParts(byte[] bytes, SplittableRandom random) {
    this.bytes = new ByteArrayInputStream(bytes);
    this.random = random;
  }

  @Override
  public int read() throws IOException {
    return bytes.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return bytes.read(buffer, offset, Math.min(length, random.nextInt(1, 12)));
  }
}
