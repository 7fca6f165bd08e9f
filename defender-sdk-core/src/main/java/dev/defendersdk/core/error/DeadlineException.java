package dev.defendersdk.core.error;

/** The deadline of the call came first. */
public final class DeadlineException extends DefenderException {

  private static final long serialVersionUID = 1L;

  DeadlineException(ErrorReport report) {
    super(report);
  }
}
