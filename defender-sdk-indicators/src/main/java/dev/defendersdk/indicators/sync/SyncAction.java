package dev.defendersdk.indicators.sync;

/** What a plan says of an indicator or an entry. More may come in a minor release. */
public enum SyncAction {
  /** The tenant does not hold it: it is submitted. */
  CREATE,
  /** The integration's entry differs: it is submitted again, or deleted and submitted again. */
  CHANGE,
  /** The integration's entry is as wished for. */
  KEEP,
  /** An entry of the integration's own that is wished for no more is deleted. */
  DELETE,
  /** Somebody else's entry has its place: it is left out. */
  CONFLICT,
  /** The tenant has no room for it: it is left out. */
  BEYOND_CAPACITY
}
