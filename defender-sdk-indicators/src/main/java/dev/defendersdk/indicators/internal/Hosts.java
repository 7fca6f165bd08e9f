package dev.defendersdk.indicators.internal;

import java.net.IDN;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of hosts and domains in the one form of indicators: lower case, and punycode. */
public final class Hosts {

  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_LABEL = 63;

  // What the IDNA of 2003, which the platform has, writes otherwise than that of 2008, by which
  // names are registered: sharp s, final sigma, and the two joiners.
  private static final String WRITTEN_OTHERWISE = "\u00df\u03c2\u200c\u200d";

  private Hosts() {}

  /**
   * A name in lower case and punycode, without a last dot; null if the text is no name, or one
   * whose punycode {@link #isUncertain(String)}.
   */
  public static @Nullable String name(String text) {
    String name = ascii(text);
    if (name == null) {
      return null;
    }
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.length() > LONGEST_NAME) {
      return null;
    }
    int begin = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || name.charAt(i) == '.') {
        if (!isLabel(name, begin, i)) {
          return null;
        }
        begin = i + 1;
      }
    }
    // A last label of digits alone makes it an address, or an attempt at one.
    return isNumber(name.substring(name.lastIndexOf('.') + 1)) ? null : name;
  }

  private static @Nullable String ascii(String text) {
    boolean plain = true;
    boolean lower = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain &= c < 0x80;
      lower &= c < 'A' || c > 'Z';
    }
    if (plain) {
      return lower ? text : text.toLowerCase(Locale.ROOT);
    }
    return isWrittenOtherwise(text) ? null : punycode(text, 0);
  }

  /**
   * Whether a text would be a name, but for letters whose punycode is not certain: the platform
   * writes them in another way than registries do, or does not know them, as it does not know those
   * that came after Unicode 3.2, such as emoji.
   */
  public static boolean isUncertain(String text) {
    return isWrittenOtherwise(text)
        || (punycode(text, 0) == null && punycode(text, IDN.ALLOW_UNASSIGNED) != null);
  }

  /** Whether a text has letters that the platform writes in another way than registries do. */
  public static boolean isWrittenOtherwise(String text) {
    return text.chars().anyMatch(c -> WRITTEN_OTHERWISE.indexOf(c) >= 0);
  }

  private static @Nullable String punycode(String text, int flags) {
    try {
      return IDN.toASCII(text, flags).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  // Names of the DNS have underscores where names of hosts have none.
  private static boolean isLabel(String name, int begin, int end) {
    if (begin == end || end - begin > LONGEST_LABEL) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') {
        return false;
      }
    }
    return name.charAt(begin) != '-' && name.charAt(end - 1) != '-';
  }

  private static boolean isNumber(String label) {
    return label.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
