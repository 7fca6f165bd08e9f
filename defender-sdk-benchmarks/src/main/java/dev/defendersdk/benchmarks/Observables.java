package dev.defendersdk.benchmarks;

import java.util.Locale;

/** What is looked up: values as a list of indicators has them, and as logs spell them. */
enum Observables {
  SHA256("FileSha256", 3_000),
  SHA1("FileSha1", 2_000),
  MD5("FileMd5", 1_000),
  IPV4("IpAddress", 3_000),
  IPV6("IpAddress", 2_000),
  URL("Url", 4_000);

  private static final String[] WORDS = {
    "login", "invoice", "update", "cdn", "mail", "portal", "secure", "files", "img", "docs"
  };

  private final String indicatorType;
  private final int count;

  Observables(String indicatorType, int count) {
    this.indicatorType = indicatorType;
    this.count = count;
  }

  String indicatorType() {
    return indicatorType;
  }

  /** How many of a list of 15,000 are of this kind. */
  int count() {
    return count;
  }

  /** A value in the one form of indicators. */
  String value(Values values) {
    return switch (this) {
      case SHA256 -> values.hex(64);
      case SHA1 -> values.hex(40);
      case MD5 -> values.hex(32);
      case IPV4 -> ipv4(values);
      case IPV6 -> ipv6(values);
      case URL -> url(values);
    };
  }

  /** The same as a log may have it; for a URL, something below it. */
  String spelled(Values values, String text) {
    return switch (this) {
      case SHA256, SHA1, MD5 -> values.truth() ? text : text.toUpperCase(Locale.ROOT);
      case IPV4 -> text;
      case IPV6 -> spelledIpv6(values, text);
      case URL -> spelledUrl(values, text);
    };
  }

  private static String ipv4(Values values) {
    return values.between(11, 100)
        + "."
        + values.below(256)
        + "."
        + values.below(256)
        + "."
        + values.below(256);
  }

  // As providers give them out: 48 bits of a site, a network, and a host that is often a small one.
  private static String ipv6(Values values) {
    StringBuilder text = new StringBuilder("2a0");
    text.append(values.hex(1)).append(':');
    text.append(group(values)).append(':').append(group(values)).append(':');
    text.append(Integer.toHexString(values.below(256)));
    boolean small = values.truth();
    for (int i = 0; i < 4; i++) {
      text.append(':').append(small && i < 3 ? "0" : group(values));
    }
    return text.toString();
  }

  private static String group(Values values) {
    return Integer.toHexString(values.between(1, 65_536));
  }

  // Mostly in the short form of RFC 5952, of which Defender's own events are; else as it is.
  private static String spelledIpv6(Values values, String address) {
    String text = values.below(4) == 0 ? address : address.replaceFirst(":0(:0)+:", "::");
    return values.below(8) == 0 ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String url(Values values) {
    return "http://"
        + values.one(WORDS)
        + "-"
        + values.hex(6)
        + "."
        + values.one(WORDS)
        + ".example/"
        + values.one(WORDS)
        + "/"
        + values.hex(8);
  }

  private static String spelledUrl(Values values, String url) {
    return switch (values.below(4)) {
      case 0 -> url;
      case 1 -> url + "/" + values.one(WORDS) + ".exe";
      case 2 -> url + "?id=" + values.hex(8) + "&from=" + values.one(WORDS);
      default -> url.replace("http://", "HTTP://").replace(".example/", ".Example:80/");
    };
  }
}
