package dev.defendersdk.indicators.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of addresses that are not globally reachable. No page lists what the service holds for
 * internal: these are the ranges that IANA's registries of special-purpose addresses have as not
 * globally reachable, with multicast and what was reserved before, but for those of documentation,
 * of which examples are made. An IPv6 address that carries an IPv4 one is as reachable as that.
 */
final class SpecialRanges {

  private static final class Range {

    final byte[] first;
    final int bits;
    final String name;

    Range(byte[] first, int bits, String name) {
      this.first = first;
      this.bits = bits;
      this.name = name;
    }

    boolean holds(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      int whole = bits / Byte.SIZE;
      int rest = bits % Byte.SIZE == 0 ? 0 : 0xff << (Byte.SIZE - bits % Byte.SIZE);
      return Arrays.equals(first, 0, whole, address, 0, whole)
          && (rest == 0 || (address[whole] & rest) == (first[whole] & rest));
    }
  }

  private static final List<Range> UNREACHABLE =
      List.of(
          range("0.0.0.0/8", "this network"),
          range("10.0.0.0/8", "a private network"),
          range("100.64.0.0/10", "the network of a carrier"),
          range("127.0.0.0/8", "the device itself"),
          range("169.254.0.0/16", "a local link"),
          range("172.16.0.0/12", "a private network"),
          range("192.0.0.0/24", "a protocol's own range"),
          range("192.168.0.0/16", "a private network"),
          range("198.18.0.0/15", "a network for benchmarks"),
          range("224.0.0.0/4", "a multicast group"),
          range("240.0.0.0/4", "a reserved range"),
          range("::/128", "no device"),
          range("::1/128", "the device itself"),
          range("64:ff9b:1::/48", "a local translation"),
          range("100::/64", "what is discarded"),
          range("2001:2::/48", "a network for benchmarks"),
          range("5f00::/16", "a network's own routing"),
          range("fc00::/7", "a private network"),
          range("fe80::/10", "a local link"),
          range("fec0::/10", "a site"),
          range("ff00::/8", "a multicast group"));

  // IPv4 within IPv6: RFC 6052, RFC 3056, and RFC 4291 (2.5.5.1).
  private static final Range TRANSLATED = range("64:ff9b::/96", "IPv4, translated");
  private static final Range SIX_TO_FOUR = range("2002::/16", "IPv4, by way of 6to4");
  private static final Range COMPATIBLE = range("::/96", "IPv4");

  private SpecialRanges() {}

  static @Nullable String internal(byte[] address) {
    for (Range range : UNREACHABLE) {
      if (range.holds(address)) {
        return range.name;
      }
    }
    byte[] carried = carried(address);
    return carried == null ? null : internal(carried);
  }

  private static byte @Nullable [] carried(byte[] address) {
    if (TRANSLATED.holds(address) || COMPATIBLE.holds(address)) {
      return Arrays.copyOfRange(address, 12, 16);
    }
    return SIX_TO_FOUR.holds(address) ? Arrays.copyOfRange(address, 2, 6) : null;
  }

  private static Range range(String cidr, String what) {
    int slash = cidr.indexOf('/');
    byte[] first = Objects.requireNonNull(Addresses.parse(cidr.substring(0, slash)), cidr);
    return new Range(first, Integer.parseInt(cidr.substring(slash + 1)), what + " (" + cidr + ")");
  }
}
