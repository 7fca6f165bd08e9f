package dev.defendersdk.core.transfer;

import dev.defendersdk.core.argument.Check;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The content of a file that is sent, from a source that can be opened again, so that a retry sends
 * the same once more. It is streamed, never held whole. Immutable.
 */
public final class FileContent {

  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private final Source source;
  private final long length;

  private FileContent(Source source, long length) {
    this.source = source;
    this.length = length;
  }

  /** These bytes, copied. */
  public static FileContent of(byte[] bytes) {
    byte[] copy = Check.notNull(bytes, "bytes").clone();
    return new FileContent(() -> new ByteArrayInputStream(copy), copy.length);
  }

  /**
   * A file, which must not change until it has been sent.
   *
   * @throws IllegalArgumentException if there is no such file, or it cannot be read
   */
  public static FileContent of(Path file) {
    Check.notNull(file, "file");
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "file is "
              + Check.quote(file.toString())
              + ": it must be a file that can be read. Pass the path of one.");
    }
    try {
      return new FileContent(() -> Files.newInputStream(file), Files.size(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "file is "
              + Check.quote(file.toString())
              + ": its size cannot be read. Pass the path of a file that can be.",
          e);
    }
  }

  /** How many bytes there are. */
  public long length() {
    return length;
  }

  /**
   * A fresh reading from the beginning, for the caller to close.
   *
   * @throws UncheckedIOException if it cannot be opened
   */
  public InputStream open() {
    try {
      return source.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "FileContent[" + length + " bytes]";
  }
}
