package dev.defendersdk.core.error;

/**
 * The client was closed while the call ran. An acting request whose answer was awaited ends with
 * {@link OutcomeUnknownException} instead.
 */
public final class ClosedException extends DefenderException {

  private static final long serialVersionUID = 1L;

  ClosedException(ErrorReport report) {
    super(report);
  }
}
