package dev.defendersdk.indicators.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A URL, taken apart: its scheme and its host are in the one form of indicators, its path and query
 * as RFC 3986 normalises them. No page says more of the form than that it may have a path.
 *
 * @param scheme in lower case; null if the text had none, which indicators need not
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port null for that of the scheme
 * @param path empty, or from its slash on; the path that is a slash alone is empty, since an
 *     indicator with a path does not hold for all that an indicator of a host does
 * @param query from its question mark on; empty if there is none
 */
public record UrlParts(
    @Nullable String scheme, String host, @Nullable String port, String path, String query) {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ftp");
  private static final String UNRESERVED = "-._~";
  // What stands as it is in paths and queries, besides letters, digits and the unreserved.
  private static final String RESERVED = "!$&'()*+,;=:@/?[]";
  private static final String DIGITS = "0123456789ABCDEF";

  /** The parts of a URL; null if the text is none. A fragment is left out: it is never sent. */
  public static @Nullable UrlParts parse(String text) {
    String rest = text;
    String scheme = null;
    int colon = text.indexOf("://");
    if (colon >= 0 && text.substring(0, colon).chars().allMatch(UrlParts::isOfScheme)) {
      scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = text.substring(colon + 3);
      if (!SCHEMES.contains(scheme)) {
        return null;
      }
    }
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int end = firstOf(rest, '/', '?');
    String authority = rest.substring(0, end);
    String port = port(authority);
    String host = host(port == null ? authority : before(authority, ':'));
    int question = rest.indexOf('?', end);
    String path = escaped(question < 0 ? rest.substring(end) : rest.substring(end, question));
    String query = question < 0 ? "" : escaped(rest.substring(question));
    if (host == null || path == null || query == null || !isPort(port, scheme)) {
      return null;
    }
    return new UrlParts(scheme, host, isOwn(port, scheme) ? null : port, withoutDots(path), query);
  }

  /** The one form. */
  public String text() {
    return (scheme == null ? "" : scheme + "://")
        + host
        + (port == null ? "" : ":" + port)
        + path
        + query;
  }

  private static boolean isOfScheme(int c) {
    return isAlphanumeric(c) || c == '+' || c == '-' || c == '.';
  }

  private static int firstOf(String text, char one, char other) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == one || text.charAt(i) == other) {
        return i;
      }
    }
    return text.length();
  }

  // The port as it is written; null if there is none. An address in brackets has colons.
  private static @Nullable String port(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon < 0 || authority.indexOf(']', colon) >= 0 ? null : authority.substring(colon + 1);
  }

  private static String before(String text, char c) {
    return text.substring(0, text.lastIndexOf(c));
  }

  private static @Nullable String host(String text) {
    if (text.startsWith("[") && text.endsWith("]")) {
      byte[] address = Addresses.parse(text.substring(1, text.length() - 1));
      return address == null ? null : address.length == 4 ? v4(address) : "[" + v4(address) + "]";
    }
    byte[] address = text.indexOf(':') < 0 ? Addresses.parse(text) : null;
    return address != null ? v4(address) : Hosts.name(text);
  }

  private static String v4(byte[] address) {
    return Addresses.format(address);
  }

  private static boolean isPort(@Nullable String port, @Nullable String scheme) {
    if (port == null) {
      return true;
    }
    if (port.isEmpty()) {
      // Without a scheme it may be one, or the drive of a file: http:/a, C:/a.
      return scheme != null;
    }
    return port.length() < 6
        && port.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(port) < 65_536;
  }

  private static boolean isOwn(@Nullable String port, @Nullable String scheme) {
    return port != null
        && (port.isEmpty()
            || ("http".equals(scheme) && port.equals("80"))
            || ("https".equals(scheme) && port.equals("443"))
            || ("ftp".equals(scheme) && port.equals("21")));
  }

  /**
   * With what must be escaped escaped, and what need not be not: so two spellings of one path are
   * one. Null if it holds what no URL does.
   */
  private static @Nullable String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '%') {
        int value = i + 1 < text.length() ? hex(text.charAt(i), text.charAt(i + 1)) : -1;
        if (value < 0) {
          out.append("%25");
        } else {
          appendByte(out, value);
          i += 2;
        }
      } else if (isUnreserved(c) || RESERVED.indexOf(c) >= 0) {
        out.appendCodePoint(c);
      } else if (c == '\\' || Character.isWhitespace(c) || Character.isISOControl(c)) {
        return null;
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          appendByte(out, b & 0xff);
        }
      }
    }
    return out.toString();
  }

  private static void appendByte(StringBuilder out, int value) {
    if (isUnreserved(value)) {
      out.append((char) value);
    } else {
      out.append('%').append(DIGITS.charAt(value >> 4)).append(DIGITS.charAt(value & 15));
    }
  }

  private static boolean isUnreserved(int c) {
    return isAlphanumeric(c) || UNRESERVED.indexOf(c) >= 0;
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static int hex(char high, char low) {
    int value = DIGITS.indexOf(Character.toUpperCase(high));
    int other = DIGITS.indexOf(Character.toUpperCase(low));
    return value < 0 || other < 0 ? -1 : (value << 4) | other;
  }

  private static String withoutDots(String path) {
    if (path.equals("/")) {
      return "";
    }
    if (!path.contains("/.")) {
      return path;
    }
    List<String> kept = new ArrayList<>();
    String last = "";
    for (String segment : path.substring(1).split("/", -1)) {
      last = segment;
      if (segment.equals("..") && !kept.isEmpty()) {
        kept.remove(kept.size() - 1);
      } else if (!segment.equals(".") && !segment.equals("..")) {
        kept.add(segment);
      }
    }
    if (last.equals(".") || last.equals("..")) {
      kept.add("");
    }
    String whole = "/" + String.join("/", kept);
    return whole.equals("/") ? "" : whole;
  }
}
