package dev.defendersdk.indicators.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.defendersdk.indicators.internal.Hosts;
import dev.defendersdk.indicators.internal.UrlParts;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of what URLs write in several ways, as browsers have it: backslashes, white space,
 * escapes, letters beyond ASCII, steps of {@code .} and {@code ..}.
 */
final class UrlRepair {

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z0-9+]+");
  private static final Pattern SPECIAL = Pattern.compile("(?i)(https?|ftp):/*");
  private static final Pattern DROPPED = Pattern.compile("[\t\r\n]");
  private static final Pattern PATH_END = Pattern.compile("[?#]");
  private static final Pattern QUERY = Pattern.compile("[?]");
  private static final Pattern AUTHORITY_END = Pattern.compile("[/?#]");

  // What a path and a query have as it is: letters, digits, and these.
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = '0'; c <= 'z'; c++) {
      PLAIN[c] = Character.isLetterOrDigit(c);
    }
    for (char c : "-._~!$&'()*+,;=:@/?[]".toCharArray()) {
      PLAIN[c] = true;
    }
  }

  private UrlRepair() {}

  /** Where the host of a URL, or what stands before it, begins: 0 if there is no scheme. */
  static int authority(String url) {
    if (url.startsWith("//")) {
      return 2;
    }
    int colon = url.indexOf("://");
    return colon > 0 && SCHEME.matcher(url).region(0, colon).matches() ? colon + 3 : 0;
  }

  /** Makes a host plain, without its escapes; null if it cannot. */
  interface Host {
    @Nullable String plain(String host);
  }

  /** As the hosts of indicators are: an address, or a name. */
  static @Nullable String ofIndicator(String host) {
    return AddressText.v4(host, 0, host.length()) < 0 ? Hosts.name(host) : host;
  }

  /** A URL with a plain host, of one whose host is not; null if it can have none. */
  static @Nullable String plain(String text, Host reading) {
    String url = DROPPED.matcher(text).replaceAll("");
    int pathTo = end(PATH_END, url, 0);
    url = url.substring(0, pathTo).replace('\\', '/') + url.substring(pathTo);
    var special = SPECIAL.matcher(url);
    if (special.lookingAt()) {
      url = special.group(1) + "://" + url.substring(special.end());
    }
    int from = authority(url);
    int end = end(AUTHORITY_END, url, from);
    int hostFrom = Math.max(from, url.lastIndexOf('@', end - 1) + 1);
    String host = url.substring(hostFrom, end);
    int colon = host.lastIndexOf(':');
    if (host.startsWith("[") || colon != host.indexOf(':')) {
      return url; // IPv6
    }
    String name = colon < 0 ? host : host.substring(0, colon);
    String ascii = reading.plain(decoded(name));
    // A colon without a port is left out: with what follows, it could look like a scheme.
    String port = colon == host.length() - 1 ? "" : host.substring(name.length());
    return ascii == null ? null : url.substring(0, hostFrom) + ascii + port + url.substring(end);
  }

  private static int end(Pattern pattern, String text, int from) {
    var matcher = pattern.matcher(text);
    return matcher.find(from) ? matcher.start() : text.length();
  }

  private static String decoded(String host) {
    if (host.indexOf('%') < 0) {
      return host;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < host.length(); i++) {
      int escaped = escaped(host, i);
      if (escaped >= 0) {
        bytes.write(escaped);
        i += 2;
      } else {
        bytes.writeBytes(host.substring(i, i + 1).getBytes(UTF_8));
      }
    }
    return bytes.toString(UTF_8);
  }

  /** The byte that an escape at this place stands for, or -1. */
  private static int escaped(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /**
   * The path and the query of a URL in one form, without the fragment, without slashes at its end;
   * empty for the root.
   */
  static String path(String url, int from) {
    int to = from;
    boolean plain = true;
    char before = 0;
    for (; to < url.length(); to++) {
      char c = url.charAt(to);
      if (c == '#') {
        break;
      }
      plain &= c < 128 && PLAIN[c] && (c != '.' || before != '/') && (c != '?' || before != 0);
      before = c;
    }
    String path = url.substring(from, to);
    return trimmed(plain ? path : repaired(path.strip()));
  }

  private static String trimmed(String path) {
    int end = path.endsWith("?") ? path.length() - 1 : path.length();
    if (path.lastIndexOf('?', end - 1) < 0) {
      while (end > 0 && path.charAt(end - 1) == '/') {
        end--;
      }
    }
    return path.substring(0, end);
  }

  // Blanks and backslashes are read as browsers do: no value of an indicator has them.
  private static String repaired(String path) {
    int query = end(QUERY, path, 0);
    String read = path.substring(0, query).replace('\\', '/') + path.substring(query);
    StringBuilder clean = new StringBuilder(read.startsWith("/") ? "http://host" : "http://host/");
    read.codePoints()
        .filter(c -> !isDropped(c))
        .forEach(
            c -> {
              if (c == '\\' || Character.isWhitespace(c) || Character.isISOControl(c)) {
                clean.append(URLEncoder.encode(Character.toString(c), UTF_8).replace("+", "%20"));
              } else {
                clean.appendCodePoint(c);
              }
            });
    UrlParts url = UrlParts.parse(clean.toString());
    return url == null ? read : slashed(url.path(), url.query());
  }

  private static String slashed(String path, String query) {
    return path.isEmpty() && !query.isEmpty() ? "/" + query : path + query;
  }

  private static boolean isDropped(int c) {
    return c == '\t' || c == '\r' || c == '\n';
  }
}
