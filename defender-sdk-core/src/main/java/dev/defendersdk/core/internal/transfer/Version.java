package dev.defendersdk.core.internal.transfer;

import dev.defendersdk.core.internal.transport.StreamedAnswer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of an object is being read.
 *
 * @param etag as the host gives it, with its quotes; null if it gives none that can be relied on,
 *     so that a break means to begin anew
 * @param length in bytes, or -1 if the host does not say
 */
record Version(@Nullable String etag, long length) {

  static final long UNKNOWN = -1;

  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+)");

  /** Of an answer that holds the object from its beginning. */
  static Version of(StreamedAnswer answer) {
    String length = answer.header("Content-Length");
    return new Version(
        etag(answer), length.matches("\\d{1,18}") ? Long.parseLong(length) : UNKNOWN);
  }

  private static @Nullable String etag(StreamedAnswer answer) {
    String etag = answer.header("ETag");
    // A weak one may stand for other bytes: no range may be asked for by it (RFC 9110, 13.1.5).
    return etag.isEmpty() || etag.startsWith("W/") ? null : etag;
  }

  /** True if an answer goes on with this very state, at a position. */
  boolean goesOnIn(StreamedAnswer answer, long position) {
    Matcher range = RANGE.matcher(answer.header("Content-Range"));
    return range.matches()
        && range.group(1) != null
        && Long.parseLong(range.group(1)) == position
        && Long.parseLong(range.group(2)) == length
        && (answer.header("ETag").isEmpty() || answer.header("ETag").equals(etag));
  }

  boolean canGoOn() {
    return etag != null && length != UNKNOWN;
  }
}
