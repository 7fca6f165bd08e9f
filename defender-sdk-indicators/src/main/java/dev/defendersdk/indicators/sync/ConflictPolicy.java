package dev.defendersdk.indicators.sync;

/**
 * What happens where the tenant holds an entry of the same identity that is not the integration's
 * own. Entries of people, of Defender for Cloud Apps and of other applications stay as they are
 * under each. More may come in a minor release.
 */
public enum ConflictPolicy {
  /**
   * The other entry stands, and what was wished for is not sent. An own entry that is there too is
   * left as it is.
   */
  LEAVE,
  /** As {@link #LEAVE}, and a plan with a conflict is not applied at all. */
  REFUSE,
  /**
   * An entry that the same application made without the mark, such as before it had one, is taken
   * over: updated where the mark is in the description, deleted and submitted again where it is in
   * the application. Entries of others stand, as under {@link #LEAVE}.
   */
  ADOPT
}
