package dev.defendersdk.core.error;

/**
 * The calling thread was interrupted. Its interrupt flag is set again. If the call acts, it may
 * have acted.
 */
public final class InterruptedCallException extends DefenderException {

  private static final long serialVersionUID = 1L;

  InterruptedCallException(ErrorReport report) {
    super(report);
  }
}
