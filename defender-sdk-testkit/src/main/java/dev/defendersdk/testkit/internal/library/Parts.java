package dev.defendersdk.testkit.internal.library;

import dev.defendersdk.testkit.internal.api.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a body of {@code multipart/form-data}. The first line tells the boundary. */
final class Parts {

  private static final Pattern NAME =
      Pattern.compile("(?i)content-disposition:\\s*form-data;.*?\\bname=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]*)\"");

  /** One part. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
  record Part(@Nullable String fileName, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Parts() {}

  /**
   * Reads them.
   *
   * @throws ApiError if it is no such body
   */
  static Map<String, Part> read(byte[] body) {
    int firstLine = indexOf(body, bytes("\r\n"), 0);
    if (firstLine < 3 || body[0] != '-' || body[1] != '-') {
      throw ApiError.invalidBody();
    }
    byte[] boundary = Arrays.copyOf(body, firstLine);
    byte[] next = bytes("\r\n" + new String(boundary, StandardCharsets.ISO_8859_1));
    Map<String, Part> parts = new LinkedHashMap<>();
    int at = firstLine + 2;
    while (true) {
      int headEnd = indexOf(body, bytes("\r\n\r\n"), at);
      int end = headEnd < 0 ? -1 : indexOf(body, next, headEnd + 2);
      if (end < 0) {
        throw ApiError.invalidBody();
      }
      String head = new String(body, at, headEnd - at, StandardCharsets.UTF_8);
      Matcher name = NAME.matcher(head);
      if (!name.find()) {
        throw ApiError.invalidBody();
      }
      Matcher fileName = FILE_NAME.matcher(head);
      byte[] content = Arrays.copyOfRange(body, Math.min(headEnd + 4, end), end);
      parts.put(name.group(1), new Part(fileName.find() ? fileName.group(1) : null, content));
      at = end + next.length;
      if (at + 1 < body.length && body[at] == '-' && body[at + 1] == '-') {
        return parts;
      }
      at += 2;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = from; i <= body.length - wanted.length; i++) {
      if (Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
