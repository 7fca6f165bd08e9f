package dev.defendersdk.core.internal.runner;

import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the body of an error says, if it says anything: gateways answer with nothing, or with a page
 * for people (auth-and-transport.md, section 6).
 *
 * @param code the service's code, or null
 * @param message its text, or null
 * @param requestId its id of the request, or null
 * @param ofService false if something else answered in its place, such as a gateway
 */
record ErrorBody(
    @Nullable String code,
    @Nullable String message,
    @Nullable String requestId,
    boolean ofService) {

  static ErrorBody read(WireResponse answer) {
    String requestId = answer.headers().firstValue("request-id").orElse(null);
    if (answer.length() == 0) {
      return new ErrorBody(null, null, requestId, true);
    }
    try (InputStream body = answer.open()) {
      if (JsonCodec.readPlain(body) instanceof Map<?, ?> top
          && top.get("error") instanceof Map<?, ?> error) {
        String target = text(error, "target");
        String id = target == null ? inner(error, requestId) : target;
        return new ErrorBody(text(error, "code"), text(error, "message"), id, true);
      }
    } catch (IOException e) {
      // Falls through: it is no JSON.
    }
    String type = answer.headers().firstValue("Content-Type").orElse("no content type");
    String what =
        "a body of " + answer.length() + " bytes (" + type + ") in place of an error object";
    return new ErrorBody(null, what, requestId, false);
  }

  /** True if the service refuses since such an action is under way: a conflict sent as a 400. */
  boolean saysAlreadyActive() {
    return "ActiveRequestAlreadyExists".equalsIgnoreCase(code)
        || (message != null && message.toLowerCase(Locale.ROOT).contains("already in progress"));
  }

  // Graph has the id one level below, in two spellings (graph-security.md, section 7).
  private static @Nullable String inner(Map<?, ?> error, @Nullable String otherwise) {
    Object inner =
        error.containsKey("innerError") ? error.get("innerError") : error.get("innererror");
    String id = inner instanceof Map<?, ?> members ? text(members, "request-id") : null;
    return id == null ? otherwise : id;
  }

  private static @Nullable String text(Map<?, ?> members, String name) {
    return members.get(name) instanceof String text && !text.isBlank() ? text : null;
  }
}
