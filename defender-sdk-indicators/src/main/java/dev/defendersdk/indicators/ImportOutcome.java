package dev.defendersdk.indicators;

/** What became of an indicator in an import. More may come in a minor release. */
public enum ImportOutcome {
  /** The tenant holds it. */
  IMPORTED,
  /** The service did not take this one, and says why. */
  FAILED,
  /** The service refused the whole call that it was in. */
  REFUSED,
  /** The answer to its call was lost, or said nothing of it: the tenant may hold it or not. */
  UNKNOWN,
  /** Not sent, since an error before would have met it too. */
  NOT_SENT
}
