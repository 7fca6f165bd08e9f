package dev.defendersdk.core.error;

/** The connection could not be made, or was lost. */
public final class ConnectionException extends DefenderException {

  private static final long serialVersionUID = 1L;

  ConnectionException(ErrorReport report) {
    super(report);
  }
}
