package dev.defendersdk.core.error;

/**
 * The service refuses calls for now (429), for longer than the call may take. {@link #retryAfter()}
 * holds its hint. The call did not act.
 */
public final class ThrottledException extends DefenderException {

  private static final long serialVersionUID = 1L;

  ThrottledException(ErrorReport report) {
    super(report);
  }
}
