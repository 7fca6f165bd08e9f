package dev.defendersdk.core.transfer;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;

/**
 * How a download goes. Immutable: every method returns new options.
 *
 * @param deadline how long it may take in all: links, breaks, waits and the file itself
 * @param stallTimeout how long no byte may come before the connection is given up for a new one
 * @param maxAttempts how often in a row it is tried without a byte coming
 * @param maxLinks how often in a row a link is asked for anew without a byte coming, where the host
 *     no longer takes the one there is
 * @param mayBeEmpty false if a file of no bytes is a failure: hosts were seen to answer so, with
 *     success, for a file that is not empty
 * @param progress is told how far it has come
 */
public record DownloadOptions(
    Duration deadline,
    Duration stallTimeout,
    int maxAttempts,
    int maxLinks,
    boolean mayBeEmpty,
    DownloadProgress progress) {

  private static final DownloadOptions DEFAULTS =
      new DownloadOptions(
          Duration.ofHours(2), Duration.ofSeconds(30), 5, 3, false, (bytes, total) -> {});

  /** Refuses spans of nothing, and counts outside 1 to 100. */
  public DownloadOptions {
    Check.positive(deadline, "deadline");
    Check.positive(stallTimeout, "stallTimeout");
    Check.between(maxAttempts, 1, 100, "maxAttempts");
    Check.between(maxLinks, 1, 100, "maxLinks");
    Check.notNull(progress, "progress");
  }

  /** Two hours in all, 30 seconds without a byte, 5 attempts, 3 links, no empty file. */
  public static DownloadOptions defaults() {
    return DEFAULTS;
  }

  /** How long the download may take in all. */
  public DownloadOptions deadline(Duration deadline) {
    return new DownloadOptions(deadline, stallTimeout, maxAttempts, maxLinks, mayBeEmpty, progress);
  }

  /** How long no byte may come before the connection is given up for a new one. */
  public DownloadOptions stallTimeout(Duration stallTimeout) {
    return new DownloadOptions(deadline, stallTimeout, maxAttempts, maxLinks, mayBeEmpty, progress);
  }

  /** How often in a row it is tried without a byte coming: 1 switches retries off. */
  public DownloadOptions maxAttempts(int maxAttempts) {
    return new DownloadOptions(deadline, stallTimeout, maxAttempts, maxLinks, mayBeEmpty, progress);
  }

  /** How often in a row a link is asked for anew without a byte coming. */
  public DownloadOptions maxLinks(int maxLinks) {
    return new DownloadOptions(deadline, stallTimeout, maxAttempts, maxLinks, mayBeEmpty, progress);
  }

  /** Whether a file of no bytes is taken for what it is. */
  public DownloadOptions mayBeEmpty(boolean mayBeEmpty) {
    return new DownloadOptions(deadline, stallTimeout, maxAttempts, maxLinks, mayBeEmpty, progress);
  }

  /** Who is told how far it has come. */
  public DownloadOptions progress(DownloadProgress progress) {
    return new DownloadOptions(deadline, stallTimeout, maxAttempts, maxLinks, mayBeEmpty, progress);
  }
}
