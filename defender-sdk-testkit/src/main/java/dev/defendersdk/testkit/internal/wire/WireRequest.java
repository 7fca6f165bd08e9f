package dev.defendersdk.testkit.internal.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrives.
 *
 * @param service the service whose host was called; null where one host serves all
 * @param origin scheme, host and port that were called
 * @param path as sent, percent-encoded
 * @param query as sent, without the question mark; null if there was none
 * @param headers by lower-case name
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares or changes the array
public record WireRequest(
    String method,
    @Nullable String service,
    String origin,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The first value of a header; null if it was not sent. */
  public @Nullable String header(String name) {
    List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
    return values == null || values.isEmpty() ? null : values.get(0);
  }
}
