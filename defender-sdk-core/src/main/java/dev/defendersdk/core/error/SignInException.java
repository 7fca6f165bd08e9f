package dev.defendersdk.core.error;

/**
 * The sign-in service gave no token. {@link #code()} holds its {@code AADSTS} code, {@link
 * #requestId()} its correlation id.
 */
public final class SignInException extends DefenderException {

  private static final long serialVersionUID = 1L;

  SignInException(ErrorReport report) {
    super(report);
  }
}
