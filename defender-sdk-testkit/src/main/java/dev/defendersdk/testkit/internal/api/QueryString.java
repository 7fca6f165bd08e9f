package dev.defendersdk.testkit.internal.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request.
 *
 * @param parameters decoded, in the order in which they came; the last of several wins
 */
public record QueryString(Map<String, String> parameters) {

  /**
   * Reads a raw query; a plus and {@code %20} are both a blank.
   *
   * @throws ApiError if its percent-encoding is broken
   */
  public static QueryString parse(@Nullable String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String part : raw.split("&", -1)) {
        int equals = part.indexOf('=');
        if (equals > 0) {
          parameters.put(decode(part.substring(0, equals)), decode(part.substring(equals + 1)));
        } else if (!part.isEmpty()) {
          parameters.put(decode(part), "");
        }
      }
    }
    return new QueryString(parameters);
  }

  public @Nullable String get(String name) {
    return parameters.get(name);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ApiError.badRequest("The query is not well encoded");
    }
  }
}
