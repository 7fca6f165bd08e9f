package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.json.JsonCodec;
import dev.defendersdk.core.internal.json.Misfits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Entities from JSON and back, as the client does it: for unit tests that need an entity, and for
 * keeping one. Nothing is lost: unknown members and values survive, instants keep their value.
 */
public final class Json {

  private Json() {}

  /**
   * Reads an entity.
   *
   * @param type a record of this SDK, such as {@code Machine.class}
   * @throws IllegalArgumentException if the text is no JSON object, or the type no entity
   */
  public static <T> T read(Class<T> type, String text) {
    Check.notNull(type, "type");
    try {
      return JsonCodec.read(type, Check.notNull(text, "text"), Misfits.IGNORED);
    } catch (IOException e) {
      String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException(
          "text is "
              + Check.quote(text)
              + ": it must be the JSON of a "
              + type.getSimpleName()
              + " ("
              + problem
              + "). Pass one JSON object.");
    }
  }

  /**
   * Reads any JSON as plain immutable values: maps, lists, texts, booleans, exact numbers, and
   * null.
   *
   * @throws IllegalArgumentException if the text is no JSON
   */
  public static @Nullable Object readPlain(String text) {
    byte[] bytes = Check.notBlank(text, "text").getBytes(StandardCharsets.UTF_8);
    try {
      return JsonCodec.readPlain(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "text is " + Check.quote(text) + ": it must be JSON. Pass one JSON value.");
    }
  }

  /** Writes an entity as JSON. */
  public static String write(Object entity) {
    return new String(JsonCodec.write(Check.notNull(entity, "entity")), StandardCharsets.UTF_8);
  }
}
