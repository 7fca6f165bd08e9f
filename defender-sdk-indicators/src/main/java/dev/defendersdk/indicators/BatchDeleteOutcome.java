package dev.defendersdk.indicators;

/** What became of an indicator in a batch delete. More may come in a minor release. */
public enum BatchDeleteOutcome {
  /** The service says that it deleted it. */
  DELETED,
  /**
   * The service says that there is none of this id: it was deleted before, or was never for this
   * application to see.
   */
  GONE,
  /**
   * The call that it was in was refused or lost, and the list does not hold it any more: it is
   * deleted, or was never for this application to see, such as one of a device group that it does
   * not see. The list does not tell these apart; to delete it alone does.
   */
  NOT_LISTED,
  /** The service refused to delete it, and did not. */
  REFUSED,
  /** It was sent, and whether it was deleted could not be found out. */
  UNKNOWN,
  /** It never reached the service: an error before would have met it too, or there was no way. */
  NOT_SENT
}
