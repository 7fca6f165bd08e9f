package dev.defendersdk.core.call;

/** What a second sending of the same request would do. The retry rule follows from it. */
public enum Repeatability {
  /** Only reads: may be sent again after any passing failure. */
  READ,
  /** Changes something, but sent twice it leaves the same state: may be sent again likewise. */
  REPEATABLE,
  /**
   * Acts: sent twice it may act twice. Sent again only where it is certain that it did not act:
   * 429, a connection that was never made, 401. After any other failure its outcome is unknown.
   */
  ACTING,
  /** As {@link #ACTING}, but a 503 is known to mean that it did not act. */
  ACTING_UNLESS_503
}
