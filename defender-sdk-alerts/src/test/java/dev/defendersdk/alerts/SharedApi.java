package dev.defendersdk.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The API reference that lies beside the project's folder where it is developed and where it is
 * checked. It is no part of the project: what reads it has nothing to do without it.
 */
record SharedApi(Path folder) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Optional<SharedApi> find() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path folder = here.resolve("shared").resolve("api");
      if (Files.isRegularFile(folder.resolve("operations.json"))) {
        return Optional.of(new SharedApi(folder));
      }
    }
    return Optional.empty();
  }

  String text(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode json(String name) {
    return parse(text(name));
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
