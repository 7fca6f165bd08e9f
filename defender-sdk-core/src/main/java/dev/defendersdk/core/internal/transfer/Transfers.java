package dev.defendersdk.core.internal.transfer;

import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.runner.Runner;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.core.transfer.StreamReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Downloads, to a file and as a stream. */
public final class Transfers {

  private Transfers() {}

  /**
   * Downloads to a file, and returns its length.
   *
   * @throws DefenderException if it fails
   */
  public static long toFile(
      Runner runner, Supplier<SignedLink> links, Path target, DownloadOptions options) {
    try (PartFile file = new PartFile(target)) {
      LinkReader reader = new LinkReader(runner, links, options, file::begin);
      try (reader) {
        Version version = file.version();
        if (version != null) {
          reader.resume(version, file.position());
        }
        for (ByteBuffer part = reader.next(); part != null; part = reader.next()) {
          file.write(part);
          options.progress().onProgress(reader.position(), reader.total());
        }
      }
      file.finish();
      return reader.position();
    } catch (ClosedByInterruptException e) { // the thread's flag is set
      throw ErrorReport.of(ErrorKind.INTERRUPTED)
          .operation("download")
          .detail("interrupted")
          .toException();
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private static DefenderException unwritable(Path target, IOException cause) {
    return ErrorReport.of(ErrorKind.LOCAL_FILE)
        .operation("download")
        .detail("(" + target + " cannot be written: " + cause + ")")
        .cause(cause)
        .toException();
  }

  /**
   * Reads as a stream.
   *
   * @throws DefenderException if it fails
   */
  public static <R> R read(
      Runner runner, Supplier<SignedLink> links, DownloadOptions options, StreamReader<R> reader) {
    try (LinkStream stream = new LinkStream(runner, links, options)) {
      return reader.read(stream);
    } catch (IOException e) {
      throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
          .operation("download")
          .detail("(the file is not what its reader expects: " + e + ")")
          .cause(e)
          .toException();
    }
  }
}
