package dev.defendersdk.core.transfer;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a file as it comes from the wire.
 *
 * @param <R> what it makes of it
 */
@FunctionalInterface
public interface StreamReader<R> {

  /**
   * Reads the file, as far as it wants. The stream is for this thread and ends with this method; it
   * throws a {@link dev.defendersdk.core.error.DefenderException} where the download fails.
   *
   * @param body the file; blocks while nothing comes
   * @throws IOException if the file is not what it should be
   */
  R read(InputStream body) throws IOException;
}
