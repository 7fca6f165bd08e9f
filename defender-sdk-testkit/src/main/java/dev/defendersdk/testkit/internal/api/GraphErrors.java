package dev.defendersdk.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Errors as Microsoft Graph writes them. Page: errors.md (graph-security.md, section 7). */
public final class GraphErrors {

  private GraphErrors() {}

  /** The same error in Graph's envelope. */
  public static Answer of(Answer error, @Nullable String clientRequestId, Instant now) {
    JsonNode body = Json.read(error.content().bytes());
    JsonNode plain = body == null ? null : body.get("error");
    if (plain == null) {
      return error;
    }
    String code = code(error.status(), plain.path("code").asText());
    Map<String, Object> inner = new LinkedHashMap<>();
    // It has no zone on Graph.
    inner.put("date", now.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
    inner.put("request-id", plain.path("target").asText());
    inner.put(
        "client-request-id",
        clientRequestId == null ? plain.path("target").asText() : clientRequestId);
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("code", code);
    outer.put("message", plain.path("message").asText());
    outer.put("innerError", inner);
    Map<String, Object> whole = Map.of("error", outer);
    return new Answer(
        error.status(), error.headers(), json -> Json.write(json, whole), code, error.effect());
  }

  // All that is wrong with a request has one code, where it has one at all.
  private static String code(int status, String code) {
    return status == 400 && !code.isEmpty() ? "BadRequest" : code;
  }
}
