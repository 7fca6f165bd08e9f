package dev.defendersdk.core.error;

/** The service failed (5xx), and went on failing for as long as the call may take. */
public final class ServerErrorException extends DefenderException {

  private static final long serialVersionUID = 1L;

  ServerErrorException(ErrorReport report) {
    super(report);
  }
}
