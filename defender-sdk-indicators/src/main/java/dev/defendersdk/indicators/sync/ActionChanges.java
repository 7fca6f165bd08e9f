package dev.defendersdk.indicators.sync;

/**
 * How an entry gets another action. The page says that a submit updates, and nothing of the action;
 * the service was seen to refuse another one for a value that it holds. More may come in a minor
 * release.
 */
public enum ActionChanges {
  /**
   * In place; what the service refuses so is deleted and submitted again, and once it has refused
   * some and taken none, the others are so at once.
   */
  UPDATE_OR_REPLACE,
  /** Deleted and submitted again: for a service that is known to refuse it in place. */
  REPLACE,
  /** In place; what the service refuses has failed. */
  UPDATE
}
