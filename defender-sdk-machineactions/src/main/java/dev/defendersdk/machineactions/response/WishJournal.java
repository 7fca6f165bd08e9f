package dev.defendersdk.machineactions.response;

/**
 * Keeps notes of wishes, so that a wish outlives its process. Called by the client's background
 * threads, from one at a time for each wish; it may block.
 */
@FunctionalInterface
public interface WishJournal {

  /**
   * Keeps a note: it must be safe when this returns. The first comes before the action is asked
   * for, the second when the service has answered. If this throws, the action is not asked for, and
   * the wish ends as {@link WishOutcome#STOPPED}.
   */
  void keep(WishNote note);
}
