package dev.defendersdk.indicators.sync;

/** What became of a line of a plan. More may come in a minor release. */
public enum SyncOutcome {
  /** The tenant is as the line says. */
  DONE,
  /** It was to be kept, and is. */
  KEPT,
  /** The plan left it out: a conflict, or beyond capacity. */
  LEFT_OUT,
  /** The service did not take it, or refused to delete it, and says why. */
  FAILED,
  /** The tenant has changed since the plan, so that the line does not hold any more: plan again. */
  STALE,
  /** What was sent was not answered, and could not be found out. */
  UNKNOWN,
  /** Not sent: it was stopped, or an error before would have met it too. */
  NOT_SENT
}
