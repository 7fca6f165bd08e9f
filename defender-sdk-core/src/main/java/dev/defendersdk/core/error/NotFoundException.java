package dev.defendersdk.core.error;

/** What the call names does not exist (404). */
public final class NotFoundException extends DefenderException {

  private static final long serialVersionUID = 1L;

  NotFoundException(ErrorReport report) {
    super(report);
  }
}
