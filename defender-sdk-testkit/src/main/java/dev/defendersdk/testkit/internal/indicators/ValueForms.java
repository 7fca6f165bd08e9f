package dev.defendersdk.testkit.internal.indicators;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms of values that the service takes, and the actions of each type. Pages:
 * post-ti-indicator.md, indicator-ip-domain.md, indicator-file.md, indicator-certificates.md.
 */
final class ValueForms {

  private static final Set<String> OF_FILES =
      Set.of("Allowed", "Audit", "Warn", "Block", "BlockAndRemediate");
  private static final Set<String> OF_NETWORK = Set.of("Allowed", "Audit", "Warn", "Block");

  private static final Map<String, Set<String>> ACTIONS =
      Map.of(
          "FileSha1", OF_FILES,
          "FileSha256", OF_FILES,
          "FileMd5", OF_FILES,
          "CertificateThumbprint", Set.of("Allowed", "BlockAndRemediate"),
          "IpAddress", OF_NETWORK,
          "DomainName", OF_NETWORK,
          "Url", OF_NETWORK);

  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V4_INTERNAL =
      Pattern.compile(
          "(0|10|127)\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*"
              + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*|192\\.0\\.0\\..*|198\\.1[89]\\..*"
              + "|(22[4-9]|2[3-5]\\d)\\..*");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){7}");
  private static final Pattern V6_INTERNAL =
      Pattern.compile("(f[cd]..|fe[89a-f].|ff..|5f..):.*|100(:0){3}:.*|64:ff9b:1:.*|2001:2:0:.*");
  // Those that carry an IPv4 address: in their last two parts, or behind 2002.
  private static final Pattern V6_OF_V4 =
      Pattern.compile("(?:(?:0:0|64:ff9b)(?::0){4}|2002):([0-9a-f]+):([0-9a-f]+)(:.*)?");
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)(?=.{1,253}$)([a-z0-9_][a-z0-9_-]{0,62}\\.)+[a-z][a-z0-9-]{1,62}");
  private static final Pattern URL =
      Pattern.compile(
          "(?i)((https?|ftp)://)?([a-z0-9_-]+(?:\\.[a-z0-9_-]+)+|\\[[0-9a-f:]+])(:\\d{1,5})?"
              + "([/?][\\x21-\\x29\\x2b-\\x7e]*)?");

  private ValueForms() {}

  static Set<String> types() {
    return ACTIONS.keySet();
  }

  /** What is wrong with a value of a known type; null if nothing. */
  static @Nullable String problem(String type, String value) {
    return switch (type) {
      case "FileSha1" -> hex(value, 40, 40) ? null : "Invalid SHA1 hash";
      case "FileSha256" -> hex(value, 64, 64) ? null : "Invalid SHA256 hash";
      case "FileMd5" -> hex(value, 32, 32) ? null : "Invalid MD5 hash";
      case "CertificateThumbprint" -> hex(value, 40, 64) ? null : "Invalid certificate thumbprint";
      case "IpAddress" -> address(value);
      case "DomainName" -> DOMAIN.matcher(value).matches() ? null : "Invalid domain name";
      default -> url(value);
    };
  }

  /** What is wrong with an action for a known type; null if nothing. */
  static @Nullable String problemOfAction(String type, String action) {
    Set<String> actions = ACTIONS.getOrDefault(type, Set.of());
    return actions.contains(action)
        ? null
        : "Action " + action + " is not supported for indicator type " + type;
  }

  private static boolean hex(String value, int one, int other) {
    return (value.length() == one || value.length() == other)
        && value.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static @Nullable String address(String value) {
    boolean v4 = V4.matcher(value).matches();
    if (!v4 && !V6.matcher(value).matches()) {
      return "Invalid IP address";
    }
    return isInternal(value) ? "Internal IP addresses are not supported" : null;
  }

  private static @Nullable String url(String value) {
    Matcher url = URL.matcher(value);
    if (!url.matches()) {
      return "Invalid URL";
    }
    String host = url.group(3).replaceAll("[\\[\\]]", "");
    return isInternal(host) ? "Internal IP addresses are not supported" : null;
  }

  private static boolean isInternal(String host) {
    if (V4.matcher(host).matches()) {
      return V4_INTERNAL.matcher(host).matches();
    }
    if (!V6.matcher(host).matches()) {
      return false;
    }
    String text = host.toLowerCase(Locale.ROOT).replaceAll("\\b0+(?=[0-9a-f])", "");
    Matcher carrying = V6_OF_V4.matcher(text);
    return V6_INTERNAL.matcher(text).matches()
        || (carrying.matches()
            && isInternal(dotted(carrying.group(1)) + "." + dotted(carrying.group(2))));
  }

  private static String dotted(String part) {
    int value = Integer.parseInt(part, 16);
    return (value >> 8) + "." + (value & 255);
  }
}
