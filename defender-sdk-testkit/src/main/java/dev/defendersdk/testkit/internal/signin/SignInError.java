package dev.defendersdk.testkit.internal.signin;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a request to the sign-in service is refused, as Entra says it. */
final class SignInError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

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

  static SignInError noTenant(String tenant) {
    return new SignInError(
        400,
        "invalid_request",
        90002,
        "Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID.");
  }

  static SignInError noApplication(String clientId, String tenant) {
    return new SignInError(
        400,
        "unauthorized_client",
        700016,
        "Application with identifier '"
            + clientId
            + "' was not found in the directory '"
            + tenant
            + "'.");
  }

  Answer answer(Ids ids, Instant now) {
    String trace = ids.guid();
    String correlation = ids.guid();
    String time = TIME.format(now);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put(
        "error_description",
        "AADSTS"
            + code
            + ": "
            + getMessage()
            + "\r\nTrace ID: "
            + trace
            + "\r\nCorrelation ID: "
            + correlation
            + "\r\nTimestamp: "
            + time);
    body.put("error_codes", List.of(code));
    body.put("timestamp", time);
    body.put("trace_id", trace);
    body.put("correlation_id", correlation);
    return Answer.of(status, body).withErrorCode("AADSTS" + code);
  }
}
