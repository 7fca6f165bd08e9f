package dev.defendersdk.indicators;

/** What became of an indicator in an import. More may come in a minor release. */
public enum ImportOutcome {
  /** The tenant holds it. */
  IMPORTED,
  /** The service did not take this one, and says why. */
  FAILED,
  /** The service refused the whole call that it was in, and took none of it. */
  REFUSED,
  /**
   * The answer to its call, or to an earlier attempt of it, was lost, or said nothing of it: the
   * tenant may hold it or not.
   */
  UNKNOWN,
  /** It never reached the service: an error before would have met it too, or there was no way. */
  NOT_SENT
}
