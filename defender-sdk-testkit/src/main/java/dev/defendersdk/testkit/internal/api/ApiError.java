package dev.defendersdk.testkit.internal.api;

/** An error answer in the making. Codes and statuses are those of the page common-errors.md. */
public final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public ApiError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  public static ApiError badRequest(String message) {
    return new ApiError(400, "BadRequest", message);
  }

  public static ApiError odata(String message) {
    return new ApiError(400, "ODataError", message);
  }

  public static ApiError invalidBody() {
    return new ApiError(400, "InvalidRequestBody", "Request body is incorrect");
  }

  public static ApiError missing(String parameter) {
    return new ApiError(
        400, "MissingRequiredParameter", "Required parameter " + parameter + " is missing");
  }

  public static ApiError invalidInput(String message) {
    return new ApiError(400, "InvalidInput", message);
  }

  public static ApiError notFound(String kind, String id) {
    return new ApiError(404, "ResourceNotFound", kind + " " + id + " was not found");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** The message, never null. */
  public String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
