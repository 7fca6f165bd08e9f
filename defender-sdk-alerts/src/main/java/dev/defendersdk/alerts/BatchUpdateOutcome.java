package dev.defendersdk.alerts;

/** What became of an alert in a batch update. More may come in a minor release. */
public enum BatchUpdateOutcome {
  /** The service took the call. It says nothing of the single alert. */
  ACCEPTED,
  /** Read back, and as the update leaves it. */
  UPDATED,
  /** Read back, and not as the update leaves it: left out, or changed by others since. */
  NOT_UPDATED,
  /** Read, and there is no such alert. */
  MISSING,
  /** The service refused the call that it was in and did nothing. Why is told by the slice. */
  REFUSED,
  /** An answer to the call that it was in was lost: it may be changed or not. */
  UNKNOWN,
  /** Not sent, since an error before would have met it too. */
  NOT_SENT
}
