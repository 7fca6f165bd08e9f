package dev.defendersdk.core.error;

/**
 * The service answered with success, but its body cannot be read. If the call acts, it has acted.
 */
public final class UnreadableAnswerException extends DefenderException {

  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(ErrorReport report) {
    super(report);
  }
}
