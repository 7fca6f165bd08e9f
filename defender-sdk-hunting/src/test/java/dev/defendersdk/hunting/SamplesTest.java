package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.testsupport.facts.JsonTrees;
import dev.defendersdk.testsupport.facts.SharedApi;
import dev.defendersdk.testsupport.facts.Wire;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The service's samples of hunting, where the reference is at hand, and answers of the project's
 * own: read with nothing lost, and requests sent alike.
 */
class SamplesTest {

  @TestFactory
  Stream<DynamicTest> theReferencesSamples() {
    return SharedApi.find().stream()
        .flatMap(api -> Stream.of("hunting", "graph").flatMap(area -> samples(api, area)));
  }

  private static Stream<DynamicTest> samples(SharedApi api, String area) {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode sample : api.json("samples/" + area + "/index.json").get("samples")) {
      String file = sample.get("file").textValue();
      String url = sample.path("url").asText();
      if (!url.toLowerCase(Locale.ROOT).contains("huntingquery") && !area.equals("hunting")) {
        continue; // of the later module of alerts
      }
      String text = api.text("samples/" + area + "/" + file);
      boolean graph = area.equals("graph");
      tests.add(
          dynamicTest(
              area + "/" + file,
              () -> {
                if (file.endsWith(".request.json")) {
                  isSentAlike(text, graph);
                } else if (file.startsWith("error.")) {
                  errorIsRead(text, sample.get("status").intValue());
                } else {
                  isReadWithNothingLost(text, graph);
                }
              }));
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  @Test
  void anAnswerOfOurOwnIsReadWithNothingLost() {
    isReadWithNothingLost(
        """
        {"results": [
          {"deviceId": "0f", "ReportId": 9223372036854775807, "Score": 1.10, "Odd@odata.type": "x",
           "Odd": {"a": [1, null]}, "Timestamp": "2026-11-24T07:59:59.1234567Z"},
          {"DeviceId": null}],
         "Stats": {"ExecutionTime": 0.25},
         "schema": [{"name": "Timestamp", "type": "DateTime"}, {"Name": "DeviceId", "Type": "String"},
          {"name": "ReportId", "type": "Int64"}, {"name": "Score", "type": "Double"},
          {"name": "Odd", "type": "Vector"}]}
        """,
        true);
  }

  private static void isReadWithNothingLost(String text, boolean graph) {
    JsonNode sample = JsonTrees.parse(text);
    Wire wire = Wire.answering(200, text);
    try (DefenderClient defender = wire.client()) {
      HuntingResult result = run(new HuntingClient(defender), HuntingQuery.of("T"), graph);
      JsonNode schema = sample.has("Schema") ? sample.get("Schema") : sample.get("schema");
      JsonNode rows = sample.has("Results") ? sample.get("Results") : sample.get("results");
      assertThat(result.columns()).hasSameSizeAs(schema).isNotEmpty();
      assertThat(result.size()).isEqualTo(rows.size()).isPositive();
      int at = 0;
      for (HuntingRow row : result) {
        Map<String, Object> expected = new LinkedHashMap<>();
        rows.get(at++)
            .properties()
            .forEach(m -> expected.put(m.getKey().toLowerCase(Locale.ROOT), plain(m.getValue())));
        Map<String, Object> read = new LinkedHashMap<>();
        row.toMap().forEach((name, value) -> read.put(name.toLowerCase(Locale.ROOT), shown(value)));
        row.additionalProperties()
            .forEach((name, value) -> read.put(name.toLowerCase(Locale.ROOT), shown(value)));
        read.values().removeIf("null"::equals);
        expected.values().removeIf("null"::equals);
        assertThat(read).isEqualTo(expected);
      }
      List<String> others = new ArrayList<>();
      sample.fieldNames().forEachRemaining(others::add);
      others.removeIf(name -> name.equalsIgnoreCase("schema") || name.equalsIgnoreCase("results"));
      assertThat(result.additionalProperties()).containsOnlyKeys(others);
    }
  }

  // Times by their value, since they lose zeros at their end, and all else as it is written.
  private static String plain(JsonNode node) {
    if (node.isTextual() && node.textValue().matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
      return Instant.parse(node.textValue()).toString();
    }
    if (node.isDouble()) {
      return node.decimalValue().stripTrailingZeros().toPlainString();
    }
    return node.isTextual() ? node.textValue() : node.toString().replaceAll("[\":]", "");
  }

  private static String shown(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Map || value instanceof List
        ? value.toString().replace("=", "").replace(", ", ",")
        : String.valueOf(value);
  }

  private static void isSentAlike(String text, boolean graph) {
    JsonNode sample = JsonTrees.parse(text);
    Map<String, String> members = new LinkedHashMap<>();
    sample
        .properties()
        .forEach(m -> members.put(m.getKey().toLowerCase(Locale.ROOT), m.getValue().textValue()));
    HuntingQuery query = HuntingQuery.of(members.get("query"));
    if (members.containsKey("timespan")) {
      String days = members.get("timespan").replaceAll("[PD]", "");
      query = query.timespan(HuntingTimespan.last(Duration.ofDays(Long.parseLong(days))));
    }
    if (members.containsKey("workspaceid")) {
      query = query.workspaceId(members.get("workspaceid"));
    }
    Wire wire = Wire.answering(200, "{\"schema\":[],\"results\":[]}");
    try (DefenderClient defender = wire.client()) {
      assertThat(run(new HuntingClient(defender), query, graph)).isEmpty();
      Map<String, String> sent = new LinkedHashMap<>();
      JsonTrees.parse(wire.only().body())
          .properties()
          .forEach(m -> sent.put(m.getKey().toLowerCase(Locale.ROOT), m.getValue().textValue()));
      assertThat(sent).isEqualTo(members);
      assertThat(wire.only().method()).isEqualTo("POST");
      assertThat(wire.only().uri().getPath())
          .isEqualTo(graph ? "/v1.0/security/runHuntingQuery" : "/api/advancedqueries/run");
      assertThat(wire.only().headers().firstValue("Content-Type"))
          .contains(graph ? "application/json; charset=utf-8" : "application/json");
    }
  }

  private static void errorIsRead(String text, int status) {
    JsonNode error = JsonTrees.parse(text).get("error");
    try (DefenderClient defender = Wire.answering(status, text).client()) {
      DefenderException thrown =
          catchThrowableOfType(
              DefenderException.class, () -> new HuntingClient(defender).run(HuntingQuery.of("T")));
      assertThat(thrown.status()).hasValue(status);
      assertThat(thrown.code()).contains(error.get("code").textValue());
      assertThat(thrown.serviceMessage().orElse("")).isEqualTo(error.get("message").textValue());
      assertThat(thrown.requestId())
          .contains(error.get("innerError").get("request-id").textValue());
      assertThat(HuntingLimit.of(thrown).isPresent()).as("out of time").isEqualTo(status == 504);
    }
  }

  @SuppressWarnings("deprecation") // on purpose: the old route has samples too
  private static HuntingResult run(HuntingClient hunting, HuntingQuery query, boolean graph) {
    return graph ? hunting.run(query) : hunting.runOnDefender(query);
  }
}
