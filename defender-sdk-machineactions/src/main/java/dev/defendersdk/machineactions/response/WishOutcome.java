package dev.defendersdk.machineactions.response;

/** What became of a wish. */
public enum WishOutcome {
  /** An action of this wish succeeded. */
  DONE(true),
  /** An action that others had begun succeeded, and does what was wished for. */
  ADOPTED(true),
  /** Nothing was to do: the newest action of this kind had succeeded. */
  ALREADY(true),
  /** A later wish for the same machine took its place. */
  SUPERSEDED(false),
  /** The service would not begin it: see the error. */
  REFUSED(false),
  /** The action ended as failed. */
  FAILED(false),
  /** The service gave the action up: the machine did not come back in time. */
  TIMED_OUT(false),
  /** Somebody else cancelled the action. */
  CANCELLED(false),
  /** The action did not begin within {@link WishOptions#giveUpAfter}, and was cancelled. */
  GAVE_UP(false),
  /** The wish was withdrawn by {@link WishHandle#withdraw}. */
  WITHDRAWN(false),
  /**
   * The answer was lost, and it could not be found out what became of the action: see the error.
   */
  UNSETTLED(false),
  /**
   * The client was closed, or may not read actions any more: see the error. It may still end well.
   */
  STOPPED(false);

  private final boolean fulfilled;

  WishOutcome(boolean fulfilled) {
    this.fulfilled = fulfilled;
  }

  /** True if the machine is as wished for, as far as the service tells. */
  public boolean isFulfilled() {
    return fulfilled;
  }
}
