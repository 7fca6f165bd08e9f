package dev.defendersdk.core.error;

/** The service refuses the token (401), also a new one. */
public final class UnauthorizedException extends DefenderException {

  private static final long serialVersionUID = 1L;

  UnauthorizedException(ErrorReport report) {
    super(report);
  }
}
