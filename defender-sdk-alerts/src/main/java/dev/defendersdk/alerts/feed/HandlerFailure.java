package dev.defendersdk.alerts.feed;

/** What the handler threw for good; it may itself be an error of a call. */
final class HandlerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  HandlerFailure(Exception cause) {
    super(cause);
  }
}
