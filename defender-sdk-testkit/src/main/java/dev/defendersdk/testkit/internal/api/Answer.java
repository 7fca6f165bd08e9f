package dev.defendersdk.testkit.internal.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is written. The content is written outside the lock, so it holds immutable
 * values only.
 *
 * @param effect what the request changed, in words; null if nothing
 */
public record Answer(
    int status,
    Map<String, String> headers,
    Content content,
    @Nullable String errorCode,
    @Nullable String effect) {

  /** Writes a body. */
  @FunctionalInterface
  public interface Content {
    void write(JsonGenerator json) throws IOException;

    /** The body. */
    default byte[] bytes() {
      return Json.bytes(this);
    }
  }

  /** A body that is no JSON. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
  private record Raw(byte[] bytes) implements Content {
    @Override
    public void write(JsonGenerator json) {
      throw new IllegalStateException("this body is no JSON");
    }
  }

  /** An answer of bytes as they are. */
  public static Answer raw(int status, byte[] bytes) {
    return new Answer(status, Map.of(), new Raw(bytes), null, null);
  }

  public static Answer of(int status, Content content) {
    return new Answer(status, Map.of(), content, null, null);
  }

  public static Answer of(int status, Object value) {
    return of(status, json -> Json.write(json, value));
  }

  /** The error body of the Defender API. */
  public static Answer error(int status, String code, String message, String target) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("code", code);
    error.put("message", message);
    error.put("target", target);
    Map<String, Object> body = Map.of("error", error);
    return new Answer(status, Map.of(), json -> Json.write(json, body), code, null);
  }

  public Answer withEffect(@Nullable String text) {
    return new Answer(status, headers, content, errorCode, text);
  }

  public Answer withErrorCode(String code) {
    return new Answer(status, headers, content, code, effect);
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, content, errorCode, effect);
  }
}
