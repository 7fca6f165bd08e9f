package dev.defendersdk.testkit.internal.signin;

/** Why a token request is refused, as Entra says it. */
final class SignInError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;
  private final int code;

  SignInError(int status, String error, int code, String description) {
    super(description, null, false, false);
    this.status = status;
    this.error = error;
    this.code = code;
  }

  static SignInError missing(String parameter) {
    return new SignInError(
        400,
        "invalid_request",
        900144,
        "The request body must contain the following parameter: '" + parameter + "'.");
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  /** The number after {@code AADSTS}. */
  int code() {
    return code;
  }

  String description() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
