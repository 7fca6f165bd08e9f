package dev.defendersdk.examples.externalalerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.external.Finding;
import dev.defendersdk.core.EventReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What the partner's product has found, from a JSON file: see {@code findings.json}. */
final class FindingsFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FindingsFile() {}

  /** The findings that come with this program. */
  static List<Finding> sample(UnaryOperator<Instant> moved) {
    try (InputStream file = FindingsFile.class.getResourceAsStream("/findings.json")) {
      return read(Objects.requireNonNull(file, "findings.json"), moved);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads findings.
   *
   * @param moved what becomes of their times: of the sample's, those of today
   * @throws IllegalArgumentException if one lacks what an alert needs, or has it in another form
   */
  static List<Finding> read(InputStream file, UnaryOperator<Instant> moved) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode each : JSON.readTree(file)) {
      findings.add(finding(each, moved));
    }
    return findings;
  }

  private static Finding finding(JsonNode json, UnaryOperator<Instant> moved) {
    Finding.Builder finding =
        Finding.builder(text(json, "key"))
            .title(text(json, "title"))
            .description(text(json, "description"))
            .recommendedAction(text(json, "recommendedAction"))
            .category(AlertCategory.of(text(json, "category")))
            .severity(AlertSeverity.of(text(json, "severity")))
            .time(moved.apply(time(json, json, "time")));
    if (json.hasNonNull("confidence")) {
      finding.confidence(percent(json));
    }
    for (String place :
        List.of("machineId", "machineName", "ipAddress", "userName", "fileName", "fileHash")) {
      if (json.hasNonNull(place)) {
        finding.detail(place, text(json, json, place));
      }
    }
    JsonNode event = json.path("event");
    if (event.isObject()) {
      // A product that reads Defender's events, by the streaming API for example, knows the event.
      finding.event(
          new EventReference(
              text(json, event, "deviceId"),
              time(json, event, "eventTime"),
              text(json, event, "reportId")));
    }
    return finding.build();
  }

  private static String text(JsonNode json, String member) {
    return text(json, json, member);
  }

  private static String text(JsonNode finding, JsonNode json, String member) {
    JsonNode value = json.get(member);
    if (value == null || value.asText().isBlank()) {
      throw new IllegalArgumentException(
          name(finding) + " has no " + member + ": an alert needs one. Add it to the file.");
    }
    return value.asText();
  }

  private static Instant time(JsonNode finding, JsonNode json, String member) {
    String value = text(finding, json, member);
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name(finding)
              + " has the "
              + member
              + " \""
              + value
              + "\": it must be a time in UTC such as 2026-11-24T08:00:00Z. Mend the file.",
          e);
    }
  }

  private static int percent(JsonNode finding) {
    JsonNode value = finding.get("confidence");
    if (!value.isInt()) {
      throw new IllegalArgumentException(
          name(finding)
              + " has the confidence "
              + value
              + ": it must be a whole number from 0 to 100. Mend the file.");
    }
    return value.intValue();
  }

  // By its key alone: the rest may name people.
  private static String name(JsonNode finding) {
    String key = finding.path("key").asText();
    return key.isBlank() ? "a finding without a key" : "the finding " + key;
  }
}
