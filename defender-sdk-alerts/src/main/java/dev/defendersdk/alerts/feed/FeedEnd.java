package dev.defendersdk.alerts.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a feed ended.
 *
 * @param reason why
 * @param cause what was thrown; null if nothing was
 * @param isSaved true if the last save of its checkpoint succeeded, or there was nothing to save;
 *     false if what was handed over since the save before comes again
 * @param progress how far it was
 */
public record FeedEnd(
    Reason reason, @Nullable Throwable cause, boolean isSaved, FeedProgress progress) {

  /** Why a feed ended. New reasons may come with a minor release: keep a default branch. */
  public enum Reason {
    /** It was asked to. All that was handed over is in the checkpoint. */
    STOPPED,
    /**
     * The handler, the service or the store failed for good, or the client was closed. A feed that
     * was asked to stop and could not save its checkpoint has failed too.
     */
    FAILED,
    /**
     * Another process has gone on with the feed. What this one handed over last may come again
     * there. A replica with a lease stands by instead.
     */
    REPLACED
  }

  /** The error, if there is one. */
  public Optional<Throwable> error() {
    return Optional.ofNullable(cause);
  }
}
