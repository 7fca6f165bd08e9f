package dev.defendersdk.alerts.feed;

/** Another process goes on with the feed, or may by now. */
final class Replaced extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Replaced(String message, Throwable cause) {
    super(message, cause);
  }

  Replaced(String message) {
    super(message);
  }
}
