package dev.defendersdk.core.error;

/** The kinds of error. New ones may come with a minor release: keep a default branch. */
public enum ErrorKind {
  /** 400 and other refusals of the request as it stands. */
  BAD_REQUEST("Correct the request; sending it again will not help."),
  /** The sign-in service gave no token. */
  SIGN_IN("Check tenant id, client id, secret and cloud."),
  /** 401, also with a new token. */
  UNAUTHORIZED("Check that the token is for this tenant and this service."),
  /** 403. */
  FORBIDDEN("Grant the permission, have an administrator consent, and drop cached tokens."),
  /** 404. */
  NOT_FOUND("Check the id; what it names may be gone or belong to another tenant."),
  /** 409, or a 400 that says that such an action is already under way. */
  CONFLICT("Wait for what is under way, or adopt it."),
  /** 429, for longer than the call may take. */
  THROTTLED("Try again after the stated wait; other programs may use the same quota."),
  /** 5xx, for longer than the call may take. */
  SERVER("Try again later; if it stays, give support the request id."),
  /** A status that no operation of the SDK expects, such as a redirect. */
  UNEXPECTED_STATUS("Check the cloud and the proxy in between."),
  /** The connection could not be made, or was lost. */
  CONNECTION("Check network, proxy and host name."),
  /** The deadline of the call came. */
  DEADLINE("Give the call a longer deadline, or try again later."),
  /** The next permit of the quota comes after the deadline. */
  QUOTA("Call again at the stated time, give a longer deadline, or call less often."),
  /** The client was closed while the call ran. */
  CLOSED("The client was closed: build a new one."),
  /** The thread was interrupted. */
  INTERRUPTED("The thread was asked to stop; its interrupt flag is set again."),
  /** A success whose body cannot be read. */
  UNREADABLE_ANSWER("If it stays, something between here and the service changes answers."),
  /** A file of this machine cannot be read or written. */
  LOCAL_FILE("Check that the directory exists, may be written to, and has room."),
  /** An acting request whose answer was lost: it may or may not have acted. */
  OUTCOME_UNKNOWN("Look up what became of it before sending it again."),
  /** Long work that ended, but not with success. */
  UNSUCCESSFUL("See the state that it ended in.");

  private final String advice;

  ErrorKind(String advice) {
    this.advice = advice;
  }

  /** What to do about it, in a sentence. */
  public String advice() {
    return advice;
  }
}
