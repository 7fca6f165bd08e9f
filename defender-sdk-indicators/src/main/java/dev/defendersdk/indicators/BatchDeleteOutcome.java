package dev.defendersdk.indicators;

/** What became of an indicator in a batch delete. More may come in a minor release. */
public enum BatchDeleteOutcome {
  /** The service says that it deleted it. */
  DELETED,
  /**
   * It is not there: it was deleted by the call whose answer was lost or refused, or before, or was
   * never for this application to see.
   */
  GONE,
  /** The service refused to delete it. */
  REFUSED,
  /** Whether it was deleted could not be found out. */
  UNKNOWN,
  /** Not sent, since an error before would have met it too. */
  NOT_SENT
}
