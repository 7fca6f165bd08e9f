package dev.defendersdk.indicators.match;

import dev.defendersdk.indicators.internal.Hosts;
import java.net.IDN;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hosts of what was seen, which are read more widely than those of indicators: browsers open names
 * that nobody can register, below a domain that somebody did.
 */
final class SeenHost {

  private static final Pattern DOT = Pattern.compile("[.\u3002\uff0e\uff61]");
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9_-]+");

  private SeenHost() {}

  /** The name in plain letters; null if not all of its labels can be read. */
  static @Nullable String name(String host) {
    List<String> labels = labels(host);
    return readable(labels) == labels.size() ? String.join(".", labels) : null;
  }

  /**
   * The domain above the last label that cannot be read; null if all can, or if there is none. What
   * ends with a number is an address, or nothing.
   */
  static @Nullable String above(String host) {
    List<String> labels = labels(host);
    int readable = readable(labels);
    if (readable == 0 || readable == labels.size()) {
      return null;
    }
    String domain = String.join(".", labels.subList(labels.size() - readable, labels.size()));
    return NumericHost.is(domain) ? null : domain;
  }

  /** Its labels in plain letters, empty where one cannot be read; without a dot at its end. */
  private static List<String> labels(String host) {
    String[] labels = DOT.split(host, -1);
    int end = labels.length > 1 && labels[labels.length - 1].isEmpty() ? 1 : 0;
    return Arrays.stream(labels, 0, labels.length - end).map(SeenHost::label).toList();
  }

  /** How many labels can be read, counted from the last one. */
  private static int readable(List<String> labels) {
    return labels.size() - 1 - labels.lastIndexOf("");
  }

  /**
   * The platform's IDNA is that of 2003, and letters that came later are taken as they are, which
   * is right for those that have no capitals. What it writes otherwise is not read.
   */
  private static String label(String text) {
    String plain = text;
    if (!text.chars().allMatch(c -> c < 0x80)) {
      try {
        plain = Hosts.isWrittenOtherwise(text) ? "" : IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
      } catch (IllegalArgumentException e) {
        plain = "";
      }
    }
    String lowerCase = plain.toLowerCase(Locale.ROOT);
    return PLAIN.matcher(lowerCase).matches() ? lowerCase : "";
  }
}
