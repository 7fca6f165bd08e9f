package dev.defendersdk.core.observe;

/**
 * Told of what a client does. All methods do nothing by default. They run on the thread of the
 * call: be quick, and do not call the client from within. What they throw is logged and otherwise
 * ignored. No event holds a token, a secret or a body.
 */
public interface CallListener {

  /** A listener that does nothing. */
  CallListener NONE = new CallListener() {};

  /** An attempt ended: with an answer, or without. */
  default void onAttempt(AttemptEvent event) {}

  /** A call begins to wait. */
  default void onWait(WaitEvent event) {}

  /** A call ended. */
  default void onCall(CallEvent event) {}

  /** A member of an answer was of another kind than the service's schema says; it was kept raw. */
  default void onUnexpectedMember(UnexpectedMemberEvent event) {}
}
