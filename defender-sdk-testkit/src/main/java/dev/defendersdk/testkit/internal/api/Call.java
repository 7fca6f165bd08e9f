package dev.defendersdk.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One admitted call.
 *
 * @param values of the path template's names, decoded
 * @param query decoded
 * @param origin scheme, host and port that were called
 * @param root {@code /api} or {@code /api/v1.0}, whichever was called
 * @param prefer the header of this name; null if it was not sent
 * @param body as sent; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
public record Call(
    Operation operation,
    Map<String, String> values,
    QueryString query,
    String origin,
    String root,
    @Nullable String prefer,
    byte[] body,
    Caller caller,
    Instant now,
    Ids ids) {

  public String value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /**
   * Reads the body and holds its member names against the operation's.
   *
   * @throws ApiError if it is no JSON object, lacks a member, or has one that is not known
   */
  public JsonNode bodyObject() {
    Operation.Body shape = Objects.requireNonNull(operation.body(), operation.id());
    JsonNode node = Json.read(body);
    if (node == null || !node.isObject()) {
      throw ApiError.invalidBody();
    }
    Set<String> known = shape.all();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (!known.contains(member.getKey()) && !member.getKey().startsWith("@odata.")) {
        throw ApiError.invalidBody();
      }
    }
    for (String required : shape.required()) {
      JsonNode value = node.get(required);
      if (value == null || value.isNull()) {
        throw ApiError.missing(required);
      }
    }
    return node;
  }

  /** A text member of the body; null if absent or null. */
  public static @Nullable String text(JsonNode body, String name) {
    JsonNode value = body.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw ApiError.invalidBody();
    }
    return value.textValue();
  }

  /** A text member that must be there and not blank. */
  public static String requiredText(JsonNode body, String name) {
    String text = text(body, name);
    if (text == null || text.isBlank()) {
      throw ApiError.missing(name);
    }
    return text;
  }

  /** The id in the path, in the lower case in which ids are kept. */
  public String id() {
    return value("id").toLowerCase(Locale.ROOT);
  }
}
