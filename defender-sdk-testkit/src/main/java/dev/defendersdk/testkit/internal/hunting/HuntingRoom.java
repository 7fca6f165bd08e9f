package dev.defendersdk.testkit.internal.hunting;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Json;
import dev.defendersdk.testkit.internal.api.Room;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hunting by both routes. Pages: security-security-runhuntingquery.md, run-advanced-query-api.md,
 * and deprecations.md for the end of the old one.
 */
public final class HuntingRoom implements Room {

  private static final String CONTEXT = "$metadata#microsoft.graph.security.huntingQueryResults";

  private final EventBook events;

  public HuntingRoom(EventBook events) {
    this.events = events;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of("graph.hunting.run", this::onGraph, "hunting.runEndpointQuery", this::onDefender);
  }

  private Answer onGraph(Call call) {
    if (call.now().isBefore(events.cpuFrom())) {
      Duration wait = Duration.between(call.now(), events.cpuFrom());
      return exceeded(
          call,
          "You have exceeded processing resources allocated to this tenant. You can run queries"
              + " again in "
              + wait.plusSeconds(59).toMinutes()
              + " minutes.",
          wait);
    }
    String query = null;
    String timespan = null;
    for (Map.Entry<String, JsonNode> member : body(call).properties()) {
      // Both spellings are in use (graph-security.md, section 6).
      switch (member.getKey().toLowerCase(Locale.ROOT)) {
        case "query" -> query = member.getValue().textValue();
        case "timespan" -> timespan = member.getValue().textValue();
        case "workspaceid" -> {} // an unknown one is passed over without a word
        default -> throw ApiError.badRequest("Unknown member: " + member.getKey());
      }
    }
    if (query == null || query.isBlank()) {
      throw ApiError.badRequest("Query is missing");
    }
    return answer(call, query, Reach.of(timespan, call.now()), true);
  }

  private Answer onDefender(Call call) {
    if (!call.now().isBefore(events.oldRouteEnds())) {
      // How it ends is not documented: 404, 410 or 403 are to be expected (deprecations.md).
      throw new ApiError(404, "NotFound", "No such path");
    }
    if (call.now().isBefore(events.runTimeFrom())) {
      Duration wait = Duration.between(call.now(), events.runTimeFrom());
      return exceeded(call, "Run time quota exceeded! maximum allowed 00:10:00 an hour", wait);
    }
    String query = Call.requiredText(call.bodyObject(), "Query");
    return answer(call, query, Reach.of(null, call.now()), false);
  }

  private static JsonNode body(Call call) {
    JsonNode body = Json.read(call.body());
    if (body == null || !body.isObject()) {
      throw ApiError.badRequest("Unable to read JSON request payload");
    }
    return body;
  }

  private static Answer exceeded(Call call, String message, Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return Answer.error(429, "TooManyRequests", message, call.ids().guid())
        .withHeader("Retry-After", Long.toString(seconds));
  }

  private Answer answer(Call call, String query, Reach reach, boolean graph) {
    EventTable result =
        KqlQuery.run(query, events, call.now(), row -> reach.holds(row.get("Timestamp")));
    Answer.Content content = json -> write(json, result, call, graph);
    byte[] bytes = content.bytes();
    if (bytes.length > events.mostBytes()) {
      throw ApiError.badRequest(
          "Query execution has exceeded the allowed result size. Optimize your query by limiting"
              + " the number of results and try again");
    }
    return Answer.raw(call.operation().success(), bytes);
  }

  private void write(JsonGenerator json, EventTable result, Call call, boolean graph)
      throws IOException {
    json.writeStartObject();
    if (graph) {
      json.writeStringField("@odata.context", call.origin() + "/v1.0/" + CONTEXT);
    }
    json.writeArrayFieldStart(graph ? "schema" : "Schema");
    for (Map.Entry<String, Kind> column : result.columns().entrySet()) {
      json.writeStartObject();
      json.writeStringField(graph ? "name" : "Name", column.getKey());
      json.writeStringField(graph ? "type" : "Type", column.getValue().type());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart(graph ? "results" : "Results");
    int rows = Math.min(result.rows().size(), events.mostRows());
    for (Map<String, @Nullable Object> row : result.rows().subList(0, rows)) {
      json.writeStartObject();
      for (String column : result.columns().keySet()) {
        json.writeFieldName(column);
        write(json, row.get(column));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  // Booleans come as SByte, and dynamic values as the text of their JSON: what hurts more.
  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Boolean truth) {
      json.writeNumber(truth ? 1 : 0);
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Map || value instanceof List) {
      byte[] text = Json.bytes(inner -> Json.write(inner, value));
      json.writeString(new String(text, StandardCharsets.UTF_8));
    } else {
      Json.write(json, value);
    }
  }

  /** The next time that is a whole number of so many minutes after the hour. */
  public static Instant next(Instant now, int minutes) {
    long seconds = minutes * 60L;
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
  }
}
