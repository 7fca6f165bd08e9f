package dev.defendersdk.testsupport.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The API reference that lies beside the project's folder where it is developed and where it is
 * checked. It is no part of the project: what reads it has nothing to do without it.
 */
public final class SharedApi {

  private final Path folder;

  private SharedApi(Path folder) {
    this.folder = folder;
  }

  public static Optional<SharedApi> find() {
    for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
      Path folder = here.resolve("shared").resolve("api");
      if (Files.isRegularFile(folder.resolve("operations.json"))) {
        return Optional.of(new SharedApi(folder));
      }
    }
    return Optional.empty();
  }

  public Path path(String name) {
    return folder.resolve(name);
  }

  public String text(String name) {
    try {
      return Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode json(String name) {
    return JsonTrees.parse(text(name));
  }
}
