package dev.defendersdk.indicators.internal;

import org.jspecify.annotations.Nullable;

/** IPv4 and IPv6 addresses: read without a look-up, and written in the one form of indicators. */
public final class Addresses {

  private static final int V4 = 4;
  private static final int V6 = 16;
  private static final int SEGMENTS = 8;

  private Addresses() {}

  /**
   * The bytes of an address, 4 or 16; null if the text is none. An IPv4 address in the form of IPv6
   * ({@code ::ffff:192.0.2.1}), as devices report those of a socket for both, is the IPv4 address.
   */
  public static byte @Nullable [] parse(String text) {
    return text.indexOf(':') < 0 ? v4(text, 0) : v6(text);
  }

  /** IPv4 dotted, IPv6 with all 8 segments written out and without leading zeros. */
  public static String format(byte[] address) {
    StringBuilder text = new StringBuilder(address.length == V4 ? 15 : 39);
    if (address.length == V4) {
      for (byte part : address) {
        text.append(text.isEmpty() ? "" : ".").append(part & 0xff);
      }
    } else {
      for (int i = 0; i < V6; i += 2) {
        int segment = ((address[i] & 0xff) << 8) | (address[i + 1] & 0xff);
        text.append(i == 0 ? "" : ":").append(Integer.toHexString(segment));
      }
    }
    return text.toString();
  }

  /**
   * What makes an address one that is not reachable from everywhere, such as {@code a private
   * network (10.0.0.0/8)}; null if nothing does.
   */
  public static @Nullable String internal(byte[] address) {
    return SpecialRanges.internal(address);
  }

  // Without leading zeros: some read them as octal.
  private static byte @Nullable [] v4(String text, int from) {
    byte[] address = new byte[V4];
    int part = 0;
    int value = -1;
    for (int i = from; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c == '.') {
        if (value < 0 || part == V4) {
          return null;
        }
        address[part++] = (byte) value;
        value = -1;
      } else {
        if (c < '0' || c > '9' || value == 0) {
          return null;
        }
        value = Math.max(value, 0) * 10 + c - '0';
        if (value > 255) {
          return null;
        }
      }
    }
    return part == V4 ? address : null;
  }

  private static byte @Nullable [] v6(String text) {
    byte[] address = new byte[V6];
    int at = 0;
    int gap = -1;
    int i = 0;
    int length = text.length();
    if (text.startsWith("::")) {
      gap = 0;
      i = 2;
    }
    while (i < length) {
      int end = i;
      int value = 0;
      while (end < length && hex(text.charAt(end)) >= 0 && end - i < 4) {
        value = (value << 4) | hex(text.charAt(end++));
      }
      if (end < length && text.charAt(end) == '.') {
        byte[] last = v4(text, i);
        if (last == null || at > V6 - V4) {
          return null;
        }
        System.arraycopy(last, 0, address, at, V4);
        at += V4;
        break;
      }
      if (end == i || at == V6) {
        return null;
      }
      address[at++] = (byte) (value >> 8);
      address[at++] = (byte) value;
      i = end;
      if (i == length) {
        break;
      }
      if (text.charAt(i++) != ':' || i == length) {
        return null;
      }
      if (text.charAt(i) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = at;
        i++;
      }
    }
    return spread(address, at, gap);
  }

  // The zeros that the two colons stand for, one segment at least.
  private static byte @Nullable [] spread(byte[] address, int written, int gap) {
    if (gap < 0) {
      return written == V6 ? unmapped(address) : null;
    }
    if (written > (SEGMENTS - 1) * 2) {
      return null;
    }
    byte[] whole = new byte[V6];
    System.arraycopy(address, 0, whole, 0, gap);
    System.arraycopy(address, gap, whole, V6 - (written - gap), written - gap);
    return unmapped(whole);
  }

  private static byte[] unmapped(byte[] address) {
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    if (address[10] != -1 || address[11] != -1) {
      return address;
    }
    byte[] v4 = new byte[V4];
    System.arraycopy(address, V6 - V4, v4, 0, V4);
    return v4;
  }

  private static int hex(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'f' && c < 0x80 ? lower - 'a' + 10 : -1;
  }
}
