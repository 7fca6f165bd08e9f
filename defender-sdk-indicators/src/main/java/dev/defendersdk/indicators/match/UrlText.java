package dev.defendersdk.indicators.match;

import org.jspecify.annotations.Nullable;

/**
 * A URL or the host of one, as texts have them, and where its parts are. The host is plain: letters
 * of either case, digits, hyphens, underscores and single dots within; or an address.
 *
 * @param text the text, or what it was made of so that its host is plain
 * @param scheme what it begins with
 * @param hostFrom where the host begins, without user name and password
 * @param hostTo where it ends, without a dot at its end
 * @param literal whether the host is written as only IPv6 can be
 * @param port the port that it names, or -1
 * @param pathFrom where its path begins
 * @param above whether the host is but the domain above labels that cannot be read
 */
record UrlText(
    String text,
    Scheme scheme,
    int hostFrom,
    int hostTo,
    boolean literal,
    int port,
    int pathFrom,
    boolean above) {

  /** What a URL begins with, and the port that this stands for. */
  enum Scheme {
    /** No scheme: a log's short form. */
    NONE(-1),
    /** {@code http}. */
    HTTP(80),
    /** {@code https}. */
    HTTPS(443),
    /** {@code ftp}. */
    FTP(21),
    /** Any other. */
    OTHER(-1);

    final int port;

    Scheme(int port) {
      this.port = port;
    }
  }

  private static final byte PLAIN = 1;
  private static final byte ENDS_HOST = 2;
  private static final byte[] KINDS = new byte[128];

  static {
    for (int c = 0; c < KINDS.length; c++) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
        KINDS[c] = PLAIN;
      }
    }
    KINDS['-'] = PLAIN;
    KINDS['_'] = PLAIN;
    KINDS['.'] = PLAIN;
    KINDS['/'] = ENDS_HOST;
    KINDS['?'] = ENDS_HOST;
    KINDS['#'] = ENDS_HOST;
  }

  /** The URL of an indicator, with a scheme or without; null if it is none. */
  static @Nullable UrlText of(String text) {
    String stripped = text.strip();
    UrlText url = read(stripped);
    return url == null ? repaired(stripped, UrlRepair::ofIndicator) : url;
  }

  /**
   * A URL that was seen, with a scheme or without; null if it is none. If its host cannot be read
   * to its first label, that of the domain {@link #above}.
   */
  static @Nullable UrlText seen(String text) {
    String stripped = text.strip();
    UrlText url = read(stripped);
    if (url == null) {
      url = repaired(stripped, SeenHost::name);
    }
    return url == null ? above(repaired(stripped, SeenHost::above)) : url;
  }

  private static @Nullable UrlText repaired(String text, UrlRepair.Host reading) {
    String plain = UrlRepair.plain(text, reading);
    return plain == null ? null : read(plain);
  }

  private static @Nullable UrlText above(@Nullable UrlText url) {
    return url == null
        ? null
        : new UrlText(
            url.text,
            url.scheme,
            url.hostFrom,
            url.hostTo,
            url.literal,
            url.port,
            url.pathFrom,
            true);
  }

  /** The host of an indicator, with a port or without; null if it is none. */
  static @Nullable UrlText ofHost(String text) {
    return bare(of(text));
  }

  /** A host that was seen, with a port or without; null if it is none. */
  static @Nullable UrlText seenHost(String text) {
    return bare(seen(text));
  }

  /** The URL if there is nothing but a host and a port. */
  private static @Nullable UrlText bare(@Nullable UrlText url) {
    return url != null
            && url.scheme == Scheme.NONE
            && url.hostFrom == (url.text.startsWith("[") ? 1 : 0)
            && url.pathFrom == url.text.length()
        ? url
        : null;
  }

  private static @Nullable UrlText read(String text) {
    Scheme scheme = Scheme.NONE;
    int from = 0;
    if (text.regionMatches(true, 0, "http://", 0, 7)) {
      scheme = Scheme.HTTP;
      from = 7;
    } else if (text.regionMatches(true, 0, "https://", 0, 8)) {
      scheme = Scheme.HTTPS;
      from = 8;
    } else if (text.regionMatches(true, 0, "ftp://", 0, 6)) {
      scheme = Scheme.FTP;
      from = 6;
    } else if (isSpecial(text)) {
      return null; // browsers put the slashes in
    } else {
      from = UrlRepair.authority(text);
      scheme = from <= 2 ? Scheme.NONE : Scheme.OTHER;
    }
    return read(text, scheme, from);
  }

  private static boolean isSpecial(String text) {
    return text.regionMatches(true, 0, "http:", 0, 5)
        || text.regionMatches(true, 0, "https:", 0, 6)
        || text.regionMatches(true, 0, "ftp:", 0, 4);
  }

  private static @Nullable UrlText read(String text, Scheme scheme, int authority) {
    int from = authority;
    int firstColon = -1;
    int lastColon = -1;
    int lastDot = from - 1;
    boolean plain = true;
    int end = from;
    for (; end < text.length(); end++) {
      char c = text.charAt(end);
      int kind = c < 128 ? KINDS[c] : 0;
      if (kind == PLAIN) {
        if (c == '.') {
          plain &= lastDot != end - 1; // an empty label
          lastDot = end;
        }
      } else if (kind == ENDS_HOST) {
        break;
      } else if (c == '@') {
        if (authority == 0 && firstColon >= 0) {
          return null; // a scheme without a host: mailto:
        }
        from = end + 1;
        firstColon = -1;
        lastColon = -1;
        lastDot = end;
        plain = true;
      } else if (c == '\\') {
        return null; // ends the host for a browser
      } else if (c == ':') {
        firstColon = firstColon < 0 ? end : firstColon;
        lastColon = end;
      } else {
        plain = false;
      }
    }
    if (from < end && text.charAt(from) == '[') {
      int close = text.indexOf(']', from);
      if (close < 0 || close >= end) {
        return null;
      }
      if (close + 1 < end && text.charAt(close + 1) != ':') {
        return null;
      }
      return with(text, scheme, from + 1, close, true, close + 1, end);
    }
    if (firstColon != lastColon) {
      // IPv6 without brackets, as logs have it; so it can have no port.
      return with(text, scheme, from, end, true, end, end);
    }
    int hostTo = lastColon < 0 ? end : lastColon;
    int colon = hostTo;
    if (hostTo > from && text.charAt(hostTo - 1) == '.') {
      hostTo--;
    }
    return plain && hostTo > from ? with(text, scheme, from, hostTo, false, colon, end) : null;
  }

  private static @Nullable UrlText with(
      String text, Scheme scheme, int hostFrom, int hostTo, boolean literal, int colon, int end) {
    int port = -1;
    for (int i = colon + 1; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      port = port < 0 ? digit : port * 10 + digit;
      if (port > 65_535) {
        return null;
      }
    }
    return new UrlText(text, scheme, hostFrom, hostTo, literal, port, end, false);
  }

  /** Whether the host can be an address: its last label begins with a digit, as few names' do. */
  boolean mayBeAddress() {
    if (literal) {
      return true;
    }
    char first = text.charAt(Math.max(hostFrom, text.lastIndexOf('.', hostTo - 1) + 1));
    return first >= '0' && first <= '9';
  }

  /** The host as it is written. */
  String host() {
    return text.substring(hostFrom, hostTo);
  }

  /** Whether it names a port that is not that of its scheme; without one, of neither. */
  boolean hasOwnPort() {
    return port >= 0
        && port != scheme.port
        && (scheme != Scheme.NONE || (port != Scheme.HTTP.port && port != Scheme.HTTPS.port));
  }

  /** The port of the connection: as named, else as the scheme has it; -1 if neither says. */
  int connectionPort() {
    return port >= 0 ? port : scheme.port;
  }

  /** The path and the query in the one form in which they are compared; empty for the root. */
  String path() {
    return UrlRepair.path(text, pathFrom);
  }
}
