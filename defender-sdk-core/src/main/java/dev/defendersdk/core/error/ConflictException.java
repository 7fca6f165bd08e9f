package dev.defendersdk.core.error;

/**
 * The request stands against the state of what it names (409), or such an action is already under
 * way.
 */
public final class ConflictException extends DefenderException {

  private static final long serialVersionUID = 1L;

  ConflictException(ErrorReport report) {
    super(report);
  }
}
