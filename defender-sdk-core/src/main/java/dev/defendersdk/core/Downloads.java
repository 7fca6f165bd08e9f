package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.internal.transfer.Transfers;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.core.transfer.StreamReader;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Downloads of files behind signed links: investigation packages, results of live response,
 * exports. Preview.
 *
 * <p>A file comes straight from the wire, a few kilobytes of it in memory at a time. A connection
 * that breaks, or on which nothing comes, is given up, and the rest asked for by a new one. A link
 * that the storage host no longer takes is asked for anew. No token goes to the storage host, only
 * the partner's User-Agent; no redirect is followed. An interrupt, the deadline, or closing the
 * client ends a download at once.
 *
 * <p>Cheap and thread-safe; a download keeps its caller's thread. Get it by {@link
 * DefenderClient#downloads()}.
 */
public final class Downloads {

  private final Engine engine;

  Downloads(Engine engine) {
    this.engine = engine;
  }

  /**
   * Downloads to a file, with the default options.
   *
   * @return the length of the file in bytes
   * @throws DefenderException if it fails; what has come is kept
   */
  public long toFile(Supplier<SignedLink> links, Path target) {
    return toFile(links, target, DownloadOptions.defaults());
  }

  /**
   * Downloads to a file. It comes to {@code target.part}, with {@code target.part.state} beside it,
   * and becomes the target in one step when it is whole and safe on the disk. If the download fails
   * or its process ends, the next one to the same target goes on where this one ended, also in
   * another process; it begins anew if the file behind the link has changed meanwhile, or the host
   * cannot tell.
   *
   * @param links asked for a link at the beginning, and again when the host refuses the one there
   *     is; what it throws ends the download
   * @param target replaced if it exists; its directory must exist
   * @return the length of the file in bytes
   * @throws DefenderException if it fails; what has come is kept
   */
  public long toFile(Supplier<SignedLink> links, Path target, DownloadOptions options) {
    Check.notNull(links, "links");
    Check.notNull(options, "options");
    if (Check.notNull(target, "target").getFileName() == null) {
      throw new IllegalArgumentException(
          "target is " + Check.quote(target.toString()) + ": it must name a file. Pass its path.");
    }
    return Transfers.toFile(engine.runner(), links, target.toAbsolutePath(), options);
  }

  /**
   * Reads a file as it comes. Where the connection breaks the stream goes on, unless the file has
   * changed meanwhile: that is an error, since a part of it was read already.
   *
   * @param links as with {@link #toFile}
   * @param reader is given the file
   * @return what the reader makes of it
   * @throws DefenderException if the download fails, or the reader finds the file to be not what it
   *     should be
   */
  public <R> R read(Supplier<SignedLink> links, DownloadOptions options, StreamReader<R> reader) {
    Check.notNull(links, "links");
    Check.notNull(options, "options");
    Check.notNull(reader, "reader");
    return Transfers.read(engine.runner(), links, options, reader);
  }

  @Override
  public String toString() {
    return "Downloads[]";
  }
}
