package dev.defendersdk.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Repeatability;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The descriptors against the reference where it is at hand, and against the table that the
 * simulated tenant goes by, which is written from the pages and not from them.
 */
class FactsTest {

  /** Documented operations of hunting that the SDK does not have, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "hunting.runXdrQuery", "ends with the other old route, and has an audience of its own",
          "graph.hunting.getBeta", "beta, and of no use to one who can POST");

  @TestFactory
  Stream<DynamicTest> aDescriptorEqualsTheReference() {
    return SharedApi.find().stream()
        .flatMap(
            api ->
                HuntingOperations.all().stream()
                    .map(
                        operation ->
                            dynamicTest(operation.id(), () -> equalsTheReference(operation, api))));
  }

  private static void equalsTheReference(Operation<?> operation, SharedApi api) {
    JsonNode entry = entry(api.json("operations.json"), operation.id());
    equalsTheFacts(
        operation,
        entry,
        entry.get("permissions").get("application"),
        entry.get("permissions").get("delegated"));
    assertThat(entry.get("safe").booleanValue()).isTrue();
    JsonNode lifecycle = entry.get("lifecycle");
    assertThat(operation.lifecycle().state().name().toLowerCase(Locale.ROOT))
        .isEqualTo(lifecycle.get("state").textValue());
    assertThat(String.valueOf(operation.lifecycle().ends()))
        .isEqualTo(lifecycle.get("ends").asText());
    assertThat(String.valueOf(operation.lifecycle().replacedBy()))
        .isEqualTo(lifecycle.get("replacedBy").asText());
  }

  private static void equalsTheFacts(
      Operation<?> operation, JsonNode entry, JsonNode application, JsonNode delegated) {
    assertThat(operation.method()).isEqualTo(entry.get("method").textValue());
    assertThat(operation.path()).isEqualTo(entry.get("path").textValue());
    assertThat(operation.service().name().toLowerCase(Locale.ROOT))
        .isEqualTo(entry.get("service").textValue());
    assertThat(operation.permissions().application()).isEqualTo(texts(application));
    assertThat(operation.permissions().delegated()).isEqualTo(texts(delegated));
    assertThat(operation.page()).isEqualTo(entry.get("page").textValue());
    int perMinute = entry.get("perMinute").intValue();
    assertThat(operation.quota().perMinute()).isEqualTo(perMinute);
    assertThat(operation.quota().perHour()).isEqualTo(entry.get("perHour").asInt(60 * perMinute));
    assertThat(operation.quota().scope()).as("the tenant counts").isEqualTo(Quota.Scope.TENANT);
    assertThat(operation.repeatability()).isEqualTo(Repeatability.READ);
    assertThat(operation.answer().form()).isEqualTo(Answer.Form.TABLE);
  }

  @Test
  void theSimulatedTenantGoesByTheSameFacts() throws IOException {
    JsonNode table;
    try (InputStream in =
        getClass().getResourceAsStream("/dev/defendersdk/testkit/operations.json")) {
      table = SharedApi.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    for (Operation<?> operation : HuntingOperations.all()) {
      JsonNode entry = entry(table, operation.id());
      equalsTheFacts(operation, entry, entry.get("application"), entry.get("delegated"));
      assertThat(entry.get("acts").booleanValue()).isFalse();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentedOperationIsHereOrLeftOutForAReason() {
    return SharedApi.find().stream()
        .map(
            api ->
                dynamicTest(
                    "hunting",
                    () -> {
                      Set<String> known = new TreeSet<>(LEFT_OUT.keySet());
                      HuntingOperations.all().forEach(operation -> known.add(operation.id()));
                      Set<String> documented = new TreeSet<>();
                      for (JsonNode entry : api.json("operations.json").get("operations")) {
                        String id = entry.get("id").textValue();
                        if (id.contains("hunting.") && entry.get("documented").booleanValue()) {
                          documented.add(id);
                        }
                      }
                      assertThat(known).isEqualTo(documented);
                    }));
  }

  private static JsonNode entry(JsonNode table, String id) {
    for (JsonNode entry : table.get("operations")) {
      if (entry.get("id").textValue().equals(id)) {
        return entry;
      }
    }
    throw new AssertionError("there is no " + id);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
