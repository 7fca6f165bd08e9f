package dev.defendersdk.core.error;

/**
 * The service answered with a status that no operation expects, such as a redirect. Redirects are
 * not followed: they would carry the token away.
 */
public final class UnexpectedStatusException extends DefenderException {

  private static final long serialVersionUID = 1L;

  UnexpectedStatusException(ErrorReport report) {
    super(report);
  }
}
