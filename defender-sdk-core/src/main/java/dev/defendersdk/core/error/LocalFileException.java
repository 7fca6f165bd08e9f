package dev.defendersdk.core.error;

/** A file of this machine cannot be read or written; the service has no part in it. */
public final class LocalFileException extends DefenderException {

  private static final long serialVersionUID = 1L;

  LocalFileException(ErrorReport report) {
    super(report);
  }
}
