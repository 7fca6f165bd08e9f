package dev.defendersdk.core.transfer;

import java.util.OptionalLong;

/** Is told how far a download has come. */
@FunctionalInterface
public interface DownloadProgress {

  /**
   * More has come. Called on the downloading thread, some times a second to thousands of times: be
   * quick. What it throws ends the download, which can be taken up again.
   *
   * @param bytes so far, also of earlier tries; goes back where the file has changed and is begun
   *     anew
   * @param total bytes in all, if the host says
   */
  void onProgress(long bytes, OptionalLong total);
}
