package dev.defendersdk.core.internal.transfer;

import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.runner.Runner;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The object behind links as a stream. For one thread. */
final class LinkStream extends InputStream implements LinkReader.Sink {

  private final LinkReader reader;
  private final DownloadOptions options;
  private @Nullable ByteBuffer part = ByteBuffer.allocate(0);
  private boolean delivered;

  LinkStream(Runner runner, Supplier<SignedLink> links, DownloadOptions options) {
    this.reader = new LinkReader(runner, links, options, this);
    this.options = options;
  }

  @Override
  public void begins(Version version) {
    if (delivered) {
      throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
          .operation("download")
          .detail("(the file changed, or could not be gone on with, after a part of it was read)")
          .advice("Read it anew from its beginning, or download it to a file.")
          .retryable(true, null)
          .toException();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer current = part;
    while (current != null && !current.hasRemaining()) {
      current = reader.next();
      part = current;
      if (current != null) {
        options.progress().onProgress(reader.position(), reader.total());
      }
    }
    if (current == null) {
      return -1;
    }
    int count = Math.min(length, current.remaining());
    current.get(buffer, offset, count);
    delivered = true;
    return count;
  }

  @Override
  public void close() {
    part = null;
    reader.close();
  }
}
