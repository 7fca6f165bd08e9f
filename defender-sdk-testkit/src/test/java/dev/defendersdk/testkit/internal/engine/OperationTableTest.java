package dev.defendersdk.testkit.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.defendersdk.testkit.internal.api.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the tenant's table against the reference pack where that is at hand. */
class OperationTableTest {

  private static final Path REFERENCE = Path.of("..", "..", "shared", "api", "operations.json");

  @Test
  void everyOperationIsThereOnceAndSaysWhatTheEngineNeeds() {
    Set<String> ids = new HashSet<>();
    for (Operation operation : OperationTable.all()) {
      assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
      assertThat(operation.path()).as(operation.id()).startsWith("/");
      // A consent link sends the browser on; everything else answers.
      int highest = operation.id().equals("signIn.adminConsent") ? 302 : 299;
      assertThat(operation.success()).as(operation.id()).isBetween(200, highest);
      assertThat(operation.page()).as(operation.id()).endsWith(".md");
      boolean post = !operation.method().equals("GET") && !operation.service().equals("signIn");
      // By POST all the same.
      boolean reads = operation.id().contains("history") || operation.id().contains("hunting");
      assertThat(operation.acts()).as(operation.id()).isEqualTo(post && !reads);
      boolean sendsBody = post && !operation.method().equals("DELETE");
      assertThat(operation.body() != null).as(operation.id()).isEqualTo(sendsBody);
    }
    assertThat(ids).contains("machines.list", "machines.isolate", "signIn.token");
  }

  @Test
  void theTableSaysWhatTheReferenceSays() throws IOException {
    if (Files.exists(REFERENCE)) {
      assertThat(differences(new ObjectMapper().readTree(REFERENCE.toFile()))).isEmpty();
    }
  }

  private static List<String> differences(JsonNode reference) {
    Map<String, JsonNode> byId = new HashMap<>();
    reference.path("operations").forEach(entry -> byId.put(entry.path("id").asText(), entry));
    List<String> differences = new ArrayList<>();
    for (Operation operation : OperationTable.all()) {
      JsonNode entry = byId.get(operation.id());
      if (operation.service().equals("signIn") || operation.service().equals("storage")) {
        continue; // the reference leaves the token request and the storage host out, on purpose
      }
      if (entry == null) {
        differences.add(operation.id() + " is not in the reference");
        continue;
      }
      JsonNode permissions = entry.path("permissions");
      compare(differences, operation, "method", operation.method(), entry.path("method").asText());
      compare(differences, operation, "path", operation.path(), entry.path("path").asText());
      compare(
          differences, operation, "service", operation.service(), entry.path("service").asText());
      compare(
          differences,
          operation,
          "audience",
          operation.audience(),
          entry.path("audience").textValue());
      compare(
          differences,
          operation,
          "application",
          operation.application(),
          texts(permissions.path("application")));
      compare(
          differences,
          operation,
          "delegated",
          operation.delegated(),
          texts(permissions.path("delegated")));
      compare(
          differences, operation, "perMinute", operation.perMinute(), limit(entry, "perMinute"));
      compare(differences, operation, "perHour", operation.perHour(), limit(entry, "perHour"));
      compare(
          differences,
          operation,
          "success",
          operation.success(),
          entry.path("success").path(0).asInt());
      compare(differences, operation, "acts", operation.acts(), !entry.path("safe").asBoolean());
      compare(differences, operation, "page", operation.page(), entry.path("page").asText());
      compare(differences, operation, "body", bodyOf(operation), bodyOf(entry.path("body")));
    }
    return differences;
  }

  private static void compare(
      List<String> differences,
      Operation operation,
      String what,
      @Nullable Object ours,
      @Nullable Object theirs) {
    if (!Objects.equals(ours, theirs)) {
      differences.add(operation.id() + "." + what + ": " + ours + ", the reference " + theirs);
    }
  }

  private static String bodyOf(Operation operation) {
    Operation.Body body = operation.body();
    return body == null ? "none" : body.required() + " " + body.optional();
  }

  private static String bodyOf(JsonNode body) {
    if (!body.isObject()) {
      return "none";
    }
    List<String> optional = new ArrayList<>(texts(body.path("optional")));
    optional.addAll(texts(body.path("metadataOnly")));
    return texts(body.path("required")) + " " + optional;
  }

  private static @Nullable Integer limit(JsonNode entry, String name) {
    return entry.path(name).isInt() ? entry.path(name).intValue() : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
