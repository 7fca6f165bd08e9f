package dev.defendersdk.indicators.match;

import java.util.regex.Pattern;

/**
 * Hosts that end with a number: browsers read them as IPv4 of one to four parts, each decimal,
 * octal ({@code 0}) or hex ({@code 0x}), of which the last fills what is left; or not at all. URL
 * Standard, "IPv4 parser".
 */
final class NumericHost {

  private static final Pattern LAST_LABEL =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)");
  private static final Pattern DOT = Pattern.compile("\\.");

  private NumericHost() {}

  /** Whether it ends with a number. */
  static boolean is(String host) {
    return LAST_LABEL.matcher(host).matches();
  }

  /** The address, or -1. */
  static long address(String host) {
    String[] parts = DOT.split(host, -1);
    int last = parts.length - 1;
    if (last > 3) {
      return -1;
    }
    long address = 0;
    for (int i = 0; i < last; i++) {
      long part = part(parts[i]);
      if (part < 0 || part > 255) {
        return -1;
      }
      address = (address << 8) | part;
    }
    int bits = 8 * (4 - last);
    long part = part(parts[last]);
    return part < 0 || part >>> bits != 0 ? -1 : (address << bits) | part;
  }

  /** A part's number, or -1. */
  private static long part(String text) {
    boolean hex = text.regionMatches(true, 0, "0x", 0, 2);
    boolean octal = !hex && text.length() > 1 && text.charAt(0) == '0';
    int radix = hex ? 16 : octal ? 8 : 10;
    if (text.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (int i = hex ? 2 : 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), radix);
      number = number * radix + digit;
      if (digit < 0 || number > 0xFFFF_FFFFL) {
        return -1;
      }
    }
    return number;
  }
}
