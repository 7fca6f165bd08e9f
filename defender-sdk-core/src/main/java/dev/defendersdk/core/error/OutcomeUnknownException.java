package dev.defendersdk.core.error;

/**
 * The answer to an acting request was lost: it may or may not have acted. Never send it again
 * blindly: look up what became of it first.
 */
public final class OutcomeUnknownException extends DefenderException {

  private static final long serialVersionUID = 1L;

  OutcomeUnknownException(ErrorReport report) {
    super(report);
  }
}
