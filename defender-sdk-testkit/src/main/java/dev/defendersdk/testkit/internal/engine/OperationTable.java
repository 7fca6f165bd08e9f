package dev.defendersdk.testkit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Json;
import dev.defendersdk.testkit.internal.api.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tenant's own table of operations, read from its data file and from nowhere else. */
public final class OperationTable {

  private static final String FILE = "/dev/defendersdk/testkit/operations.json";

  private static final List<Operation> ALL = load();

  private OperationTable() {}

  public static List<Operation> all() {
    return ALL;
  }

  /**
   * The operation of this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Operation get(String id) {
    for (Operation operation : ALL) {
      if (operation.id().equals(id)) {
        return operation;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + id
            + "' is no operation of the simulated tenant; it knows "
            + ALL.stream().map(Operation::id).toList());
  }

  private static List<Operation> load() {
    try (InputStream in = OperationTable.class.getResourceAsStream(FILE)) {
      JsonNode file = Json.read(Objects.requireNonNull(in, FILE).readAllBytes());
      List<Operation> operations = new ArrayList<>();
      for (JsonNode entry : Objects.requireNonNull(file, FILE).path("operations")) {
        operations.add(operation(entry));
      }
      return List.copyOf(operations);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Operation operation(JsonNode entry) {
    JsonNode body = entry.path("body");
    return new Operation(
        entry.path("id").asText(),
        entry.path("method").asText(),
        entry.path("path").asText(),
        entry.path("service").asText(),
        entry.path("audience").textValue(),
        texts(entry.path("application")),
        texts(entry.path("delegated")),
        number(entry.path("perMinute")),
        number(entry.path("perHour")),
        entry.path("quota").textValue(),
        entry.path("success").asInt(),
        entry.path("acts").asBoolean(),
        body.isObject()
            ? new Operation.Body(texts(body.path("required")), texts(body.path("optional")))
            : null,
        entry.path("page").asText());
  }

  private static @Nullable Integer number(JsonNode node) {
    return node.isInt() ? Integer.valueOf(node.intValue()) : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
