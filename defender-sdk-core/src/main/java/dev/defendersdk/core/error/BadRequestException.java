package dev.defendersdk.core.error;

/** The service refuses the request as it stands (400 and the like). */
public final class BadRequestException extends DefenderException {

  private static final long serialVersionUID = 1L;

  BadRequestException(ErrorReport report) {
    super(report);
  }
}
