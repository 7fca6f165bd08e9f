package dev.defendersdk.core;

import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the service's next link leads: its path and query, on the configured host. Defender's is
 * seen to name another host of the service, and a filter in it that is not encoded
 * (auth-and-transport.md, section 5); Graph's must be on Graph's host. A token goes with it, so it
 * must stay inside the API.
 */
final class NextLink {

  // What a server might take for a step out of the API, or for another host.
  private static final Pattern DETOUR =
      Pattern.compile("//|/\\.{1,2}(/|$)|%2e|%2f|%5c|\\\\", Pattern.CASE_INSENSITIVE);

  private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=%";

  private NextLink() {}

  /**
   * Path and query to ask for.
   *
   * @throws DefenderException if the link leads outside the API
   */
  static String target(String link, Operation<?> operation, DefenderCloud cloud) {
    URI uri;
    try {
      uri = URI.create(encoded(link));
    } catch (IllegalArgumentException e) {
      throw refused(operation, "its next link is no URI");
    }
    boolean graph = operation.service() == Service.GRAPH;
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    boolean inside = path.toLowerCase(Locale.ROOT).startsWith(graph ? "/v1.0/security/" : "/api/");
    boolean hostFits =
        !graph || uri.getHost() == null || cloud.graph().getHost().equalsIgnoreCase(uri.getHost());
    if (!inside || !hostFits || DETOUR.matcher(path).find()) {
      throw refused(operation, "its next link leads outside the service's API");
    }
    return path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  // The service does not encode all that a URI must not hold.
  private static String encoded(String link) {
    StringBuilder encoded = new StringBuilder(link.length());
    for (byte b : link.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || ALLOWED.indexOf(c) >= 0;
      encoded.append(
          allowed ? String.valueOf(c) : "%" + HexFormat.of().withUpperCase().toHexDigits((byte) c));
    }
    return encoded.toString();
  }

  private static DefenderException refused(Operation<?> operation, String what) {
    return ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
        .operation(operation.id())
        .detail(what + "; it is not followed")
        .toException();
  }
}
