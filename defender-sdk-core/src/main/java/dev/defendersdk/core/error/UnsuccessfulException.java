package dev.defendersdk.core.error;

/** Long work, such as a machine action, ended, but not with success. */
public final class UnsuccessfulException extends DefenderException {

  private static final long serialVersionUID = 1L;

  UnsuccessfulException(ErrorReport report) {
    super(report);
  }
}
