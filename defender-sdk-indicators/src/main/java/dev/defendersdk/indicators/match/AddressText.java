package dev.defendersdk.indicators.match;

import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as texts have them: IPv4 in its four decimal parts, IPv6 in all of its forms,
 * with a zone or without. IPv4 that is written within IPv6 ({@code ::ffff:192.0.2.1}, as Defender's
 * own network events have it) is the IPv4 address.
 */
final class AddressText {

  // Where IPv4 lies within IPv6 (RFC 4291, 2.5.5.2).
  private static final long MAPPED = 0xFFFF_0000_0000L;

  private static final int LONGEST_V4 = 15;

  private AddressText() {}

  /** Takes an address as two halves, so that none has to be made of it. */
  interface Reader<T> {
    @Nullable T address(long high, long low);
  }

  /** Whether the two halves are those of an IPv4 address, which is in the last 32 bits. */
  static boolean isV4(long high, long low) {
    return high == 0 && (low >>> 32) == (MAPPED >>> 32);
  }

  /**
   * A text of up to 15 digits and dots as a number, four bits each, and no other text has the same;
   * -1 if there is something else in it. So an IPv4 address can be looked up by its text, of which
   * it has but one, without being read: what is none is not found.
   */
  static long packed(String text, int from, int to) {
    if (to - from > LONGEST_V4 || to <= from) {
      return -1;
    }
    long packed = 0;
    int other = 0;
    for (int i = from; i < to; i++) {
      int code = text.charAt(i) - ('.' - 1); // 1 is the dot, 3 to 12 the digits
      other |= code | (12 - code);
      packed = (packed << 4) | code;
    }
    return other < 0 ? -1 : packed;
  }

  /** The same of an address. */
  static long packed(int address) {
    String text =
        (address >>> 24)
            + "."
            + ((address >>> 16) & 255)
            + "."
            + ((address >>> 8) & 255)
            + "."
            + (address & 255);
    return packed(text, 0, text.length());
  }

  /** An IPv4 address as a number, or -1. Leading zeros are refused: some read them as octal. */
  static long v4(String text, int from, int to) {
    long address = 0;
    int part = -1;
    int dots = 0;
    for (int i = from; i < to; i++) {
      int c = text.charAt(i);
      int digit = c - '0';
      if (digit >= 0 && digit <= 9) {
        if (part == 0) {
          return -1;
        }
        part = part < 0 ? digit : part * 10 + digit;
        if (part > 255) {
          return -1;
        }
      } else if (c == '.' && part >= 0 && dots < 3) {
        address = (address << 8) | part;
        part = -1;
        dots++;
      } else {
        return -1;
      }
    }
    return dots == 3 && part >= 0 ? (address << 8) | part : -1;
  }

  /** Hands an IPv6 address to the reader; {@code unreadable} if this part of the text is none. */
  static <T> @Nullable T v6(
      String text, int from, int to, Reader<? extends T> reader, @Nullable T unreadable) {
    long high = 0;
    long low = 0;
    long headHigh = 0; // what stands before ::
    long headLow = 0;
    int groups = 0;
    int gap = -1; // how many groups stand before ::
    int i = from;
    if (text.startsWith("::", from)) {
      gap = 0;
      i += 2;
    }
    while (i < to) {
      int begin = i;
      int value = 0;
      int c = 0;
      while (i < to) {
        c = text.charAt(i);
        int digit = hex(c);
        if (digit < 0) {
          break;
        }
        value = (value << 4) | digit;
        i++;
      }
      if (i < to && c == '.') {
        int zone = text.indexOf('%', i);
        long v4 = v4(text, begin, zone < 0 || zone > to ? to : zone);
        if (v4 < 0 || begin == from) {
          return unreadable;
        }
        high = (high << 32) | (low >>> 32);
        low = (low << 32) | v4;
        groups += 2;
        break;
      }
      if (i == begin && c == '%' && gap == groups) {
        break; // a zone after ::
      }
      if (i == begin || i - begin > 4) {
        return unreadable;
      }
      high = (high << 16) | (low >>> 48);
      low = (low << 16) | value;
      groups++;
      if (i == to || c == '%') {
        break; // a zone is the device's own word for one of its interfaces
      }
      if (c != ':' || ++i == to) {
        return unreadable;
      }
      if (text.charAt(i) == ':') {
        if (gap >= 0) {
          return unreadable;
        }
        gap = groups;
        headHigh = high;
        headLow = low;
        high = 0;
        low = 0;
        i++;
      }
    }
    if (gap < 0 ? groups != 8 : groups > 7) {
      return unreadable;
    }
    if (gap >= 0) {
      int zeros = 128 - 16 * gap; // the head's shift: from 16 to 128
      if (zeros < 64) {
        high |= (headHigh << zeros) | (headLow >>> (64 - zeros));
        low |= headLow << zeros;
      } else if (zeros < 128) {
        high |= headLow << (zeros - 64);
      }
    }
    return reader.address(high, low);
  }

  /**
   * The first 48 bits of an IPv6 address, if its text begins with three groups; else -1. Whether
   * the rest of it makes an address is not looked at.
   */
  static long prefix(String text, int from, int to) {
    long prefix = 0;
    int i = from;
    for (int group = 0; group < 3; group++) {
      int begin = i;
      int value = 0;
      int digit = 0;
      while (i < to && (digit = hex(text.charAt(i))) >= 0) {
        value = (value << 4) | digit;
        i++;
      }
      if (i == begin || i - begin > 4 || i == to || text.charAt(i) != ':') {
        return -1;
      }
      prefix = (prefix << 16) | value;
      i++;
    }
    return prefix;
  }

  private static int hex(int c) {
    return c < HEX.length ? HEX[c] : -1;
  }

  private static final byte[] HEX = new byte[128];

  static {
    for (int c = 0; c < HEX.length; c++) {
      HEX[c] = (byte) Character.digit(c, 16);
    }
  }
}
