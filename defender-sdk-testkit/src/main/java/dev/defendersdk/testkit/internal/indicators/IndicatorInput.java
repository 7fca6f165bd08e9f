package dev.defendersdk.testkit.internal.indicators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as a caller sends it. Pages: post-ti-indicator.md, import-ti-indicators.md.
 *
 * @param members all that is sent, by name; what is not sent is not there
 */
record IndicatorInput(String type, String value, Map<String, @Nullable Object> members) {

  private static final Set<String> REQUIRED =
      Set.of("indicatorValue", "indicatorType", "action", "title", "description");
  // The last three, and the numbers and lists of the metadata, are on no page.
  private static final Set<String> TEXTS =
      Set.of(
          "application",
          "severity",
          "recommendedActions",
          "educateUrl",
          "externalId",
          "additionalInfo",
          "notificationBody",
          "version");
  private static final Set<String> SEVERITIES = Set.of("Informational", "Low", "Medium", "High");

  /**
   * Reads one.
   *
   * @throws ApiError if it is no such object: that of a whole body
   */
  static IndicatorInput of(JsonNode node) {
    if (!node.isObject()) {
      throw ApiError.invalidBody();
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name : REQUIRED) {
      members.put(name, Call.requiredText(node, name));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String name = member.getKey();
      if (TEXTS.contains(name)) {
        members.put(name, Call.text(node, name));
      } else if (!REQUIRED.contains(name)) {
        members.put(name, other(name, member.getValue()));
      }
    }
    String type = String.valueOf(members.get("indicatorType"));
    if (!ValueForms.types().contains(type)) {
      throw ApiError.invalidBody();
    }
    return new IndicatorInput(type, String.valueOf(members.get("indicatorValue")), members);
  }

  private static @Nullable Object other(String name, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return switch (name) {
      case "expirationTime" -> time(value);
      case "generateAlert", "historicalDetection" -> truth(value);
      case "rbacGroupNames", "mitreTechniques" -> list(value, true);
      case "category", "bypassDurationHours", "lookBackPeriod", "notificationId" -> number(value);
      case "rbacGroupIds" -> list(value, false);
      default -> throw ApiError.invalidBody();
    };
  }

  private static Instant time(JsonNode value) {
    Instant time = value.isTextual() ? Timestamps.parse(value.textValue()) : null;
    if (time == null) {
      throw ApiError.invalidBody();
    }
    return time;
  }

  private static boolean truth(JsonNode value) {
    if (!value.isBoolean()) {
      throw ApiError.invalidBody();
    }
    return value.booleanValue();
  }

  private static int number(JsonNode value) {
    if (!value.isInt()) {
      throw ApiError.invalidBody();
    }
    return value.intValue();
  }

  private static List<Object> list(JsonNode value, boolean texts) {
    if (!value.isArray()) {
      throw ApiError.invalidBody();
    }
    List<Object> items = new ArrayList<>();
    for (JsonNode item : value) {
      if (texts ? !item.isTextual() : !item.isInt()) {
        throw ApiError.invalidBody();
      }
      items.add(texts ? (Object) item.textValue() : (Object) item.intValue());
    }
    return List.copyOf(items);
  }

  /** Why the service does not take it, though it is well formed; null if it does. */
  @Nullable String problem(Instant now) {
    String problem = ValueForms.problem(type, value);
    problem = problem == null ? ValueForms.problemOfAction(type, action()) : problem;
    if (problem != null) {
      return problem;
    }
    if (members.get("severity") instanceof String severity && !SEVERITIES.contains(severity)) {
      return "Invalid severity " + severity;
    }
    if (members.get("expirationTime") instanceof Instant time && !time.isAfter(now)) {
      return "Expiration time must be in the future";
    }
    if (members.get("educateUrl") instanceof String url && !url.matches("(?i)https?://\\S+")) {
      return "Invalid educateUrl";
    }
    if (action().equals("Audit") && !Boolean.TRUE.equals(members.get("generateAlert"))) {
      return "Action Audit requires generateAlert to be true";
    }
    return null;
  }

  String action() {
    return String.valueOf(members.get("action"));
  }

  List<?> groups() {
    return members.get("rbacGroupNames") instanceof List<?> names ? names : List.of();
  }
}
