package dev.defendersdk.indicators.internal;

import dev.defendersdk.core.argument.Check;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one form of each value of an indicator. What the service does not take is answered by {@link
 * IllegalArgumentException}, with the rule and the fix. Pages: post-ti-indicator.md,
 * indicator-ip-domain.md; the case of a hash is on none, and lower case is what every sample has.
 */
public final class IndicatorValues {

  private static final int MD5 = 32;
  private static final int SHA1 = 40;
  private static final int SHA256 = 64;
  private static final String FIX_BY_LENGTH =
      " Pass a hash of that length, or build the indicator by the kind of hash that you have.";

  private static final String UNCERTAIN =
      "it has letters whose punycode is not certain, such as sharp s, joiners and emoji. Pass it in"
          + " punycode.";
  private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9+.-]+://)?([^/?#:]*)");

  private IndicatorValues() {}

  /** A SHA-1 in lower case. */
  public static String sha1(@Nullable String value) {
    return hash(value, "a SHA-1", SHA1, SHA1);
  }

  /** A SHA-256 in lower case. */
  public static String sha256(@Nullable String value) {
    return hash(value, "a SHA-256", SHA256, SHA256);
  }

  /** An MD5 in lower case. */
  public static String md5(@Nullable String value) {
    return hash(value, "an MD5", MD5, MD5);
  }

  /** A thumbprint in lower case. Which hash it is, SHA-1 or SHA-256, is not stated. */
  public static String thumbprint(@Nullable String value) {
    return hash(value, "a thumbprint", SHA1, SHA256);
  }

  /** A hash in lower case; null if the text is not of hex digits alone. */
  public static @Nullable String hex(String text) {
    boolean lower = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'F') {
        lower = false;
      } else if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return null;
      }
    }
    return lower ? text : text.toLowerCase(Locale.ROOT);
  }

  private static String hash(@Nullable String text, String name, int one, int other) {
    String value = given(text);
    String hash = hex(value);
    if (hash == null) {
      throw refused(
          value,
          "it holds what is no hex digit, but must be "
              + name
              + ". Pass its hex digits, without blanks and colons.");
    }
    if (hash.length() != one && hash.length() != other) {
      String wanted = one == other ? one + " hex digits" : one + " or " + other + " hex digits";
      throw refused(
          value,
          "it has "
              + hash.length()
              + " hex digits"
              + lookingLike(hash.length())
              + ", but "
              + name
              + " has "
              + wanted
              + "."
              + FIX_BY_LENGTH);
    }
    return hash;
  }

  private static String lookingLike(int length) {
    return switch (length) {
      case MD5 -> ", as an MD5 has";
      case SHA1 -> ", as a SHA-1 has";
      case SHA256 -> ", as a SHA-256 has";
      default -> "";
    };
  }

  /** An external address: IPv4 dotted, IPv6 written out. */
  public static String address(@Nullable String text) {
    String value = given(text);
    byte[] address = Addresses.parse(value);
    if (address == null) {
      throw refused(value, noAddress(value));
    }
    refuseInternal(value, address);
    return Addresses.format(address);
  }

  private static void refuseInternal(String value, byte[] address) {
    String internal = Addresses.internal(address);
    if (internal != null) {
      throw refused(value, internal(internal));
    }
  }

  private static String internal(String internal) {
    return "it is an address of "
        + internal
        + ", and the service takes external addresses alone. Isolate the machine, or block what it"
        + " talks to.";
  }

  private static String noAddress(String value) {
    String range = range(value);
    if (range != null) {
      return range;
    }
    if (value.indexOf('*') >= 0) {
      return "it holds a wildcard, and an indicator is of one address. Pass each address, or the"
          + " domain.";
    }
    return "it must be one IPv4 or IPv6 address, without zone, port and leading zeros. Pass one such"
        + " as 203.0.113.7.";
  }

  /** Why a range in the form of CIDR is no value; null if the text is none. */
  private static @Nullable String range(String value) {
    int slash = value.indexOf('/');
    byte[] address = slash < 0 ? null : Addresses.parse(value.substring(0, slash));
    String length = slash < 0 ? "" : value.substring(slash + 1);
    if (address == null || !length.matches("\\d{1,3}")) {
      return null;
    }
    // An IPv4 range may be written as one of IPv6: ::ffff:203.0.113.0/120.
    int written = value.indexOf(':') < 0 ? address.length * Byte.SIZE : 128;
    int bits = written - Integer.parseInt(length);
    if (bits < 0 || bits > address.length * Byte.SIZE) {
      return null;
    }
    String internal = bits == 0 ? Addresses.internal(address) : null;
    if (internal != null) {
      return internal(internal);
    }
    if (bits == 0) {
      return "it is written as a range (CIDR), though of one address. Pass "
          + Addresses.format(address)
          + ".";
    }
    BigInteger count = BigInteger.ONE.shiftLeft(bits);
    return "it is a range of "
        + String.format(Locale.ROOT, "%,d", count)
        + " addresses (CIDR), and an indicator is of one address. Pass each address that matters"
        + (bits > 13 ? ": a tenant holds 15,000 indicators in all." : ".");
  }

  /** A domain in lower case and punycode. */
  public static String domain(@Nullable String text) {
    String value = given(text);
    String name = Hosts.name(value);
    if (name == null) {
      throw refused(value, noDomain(value));
    }
    if (name.indexOf('.') < 0) {
      throw refused(
          value,
          "it is a single label, which names no domain on the internet. Pass one such as"
              + " contoso.com.");
    }
    return name;
  }

  private static String noDomain(String value) {
    if (value.startsWith("*.") && Hosts.name(value.substring(2)) != null) {
      return "it begins with a wildcard, and an indicator of a domain holds for every domain below"
          + " it. Pass "
          + Hosts.name(value.substring(2))
          + ".";
    }
    if (Addresses.parse(value) != null) {
      return "it is an address. Build it as an indicator of an address.";
    }
    if (Hosts.isUncertain(value)) {
      return UNCERTAIN;
    }
    UrlParts url = UrlParts.parse(value);
    if (url != null) {
      return "it is a URL. Build it as an indicator of a URL, or pass " + url.host() + ".";
    }
    return "it must be a domain name of letters, digits and hyphens, of up to 63 characters between"
        + " dots and 253 in all; other letters are written in punycode. Pass one such as"
        + " contoso.com.";
  }

  /** A URL, or a host and a path without scheme: see {@link UrlParts}. */
  public static String url(@Nullable String text) {
    String value = given(text);
    UrlParts url = UrlParts.parse(value);
    if (url == null) {
      throw refused(value, noUrl(value));
    }
    byte[] address = Addresses.parse(url.host().replaceAll("[\\[\\]]", ""));
    if (address != null) {
      refuseInternal(value, address);
    } else if (url.host().indexOf('.') < 0) {
      throw refused(
          value,
          "its host is a single label, which names none on the internet. Pass one such as"
              + " https://contoso.com/path.");
    }
    if (url.text().indexOf('*') >= 0) {
      throw refused(
          value,
          "it holds a wildcard, and an indicator of a URL holds for all that lies below it. Pass it"
              + " up to there.");
    }
    return url.text();
  }

  private static String noUrl(String value) {
    Matcher host = HOST.matcher(value);
    if (host.lookingAt() && Hosts.isUncertain(host.group(1))) {
      return UNCERTAIN;
    }
    if (value.indexOf('@') >= 0 && value.indexOf('@') < (value + "/").indexOf('/', 8)) {
      return "it names a user, which no request shows. Pass it without.";
    }
    return "it must be a URL of http, https or ftp, or a host and a path without scheme, with"
        + " blanks escaped and without wildcards in the host. Pass one such as"
        + " https://contoso.com/path.";
  }

  private static String given(@Nullable String value) {
    return Check.notBlank(value, "indicatorValue");
  }

  private static IllegalArgumentException refused(String value, String rule) {
    return new IllegalArgumentException("indicatorValue is " + Check.quote(value) + ": " + rule);
  }
}
