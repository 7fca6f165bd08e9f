package dev.defendersdk.indicators.match;

/**
 * The networks that the IPv6 addresses of a list are of, by their first 48 bits, which is what a
 * site has: so most addresses that are not in the list are known for it before they are read to
 * their end. At most a 32nd of its bits are set, so it seldom lets another one through.
 */
final class PrefixFilter {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] bits;
  private final int shift;

  PrefixFilter(int count) {
    int log = 37 - Integer.numberOfLeadingZeros(Math.max(1, count));
    shift = 64 - log;
    bits = new long[1 << (log - 6)];
  }

  void add(long prefix) {
    int bit = bit(prefix);
    bits[bit >>> 6] |= 1L << bit;
  }

  /** Whether the prefix may have been added; if not, it was not. */
  boolean mayHold(long prefix) {
    int bit = bit(prefix);
    return (bits[bit >>> 6] & (1L << bit)) != 0;
  }

  private int bit(long prefix) {
    return (int) ((prefix * SPREAD) >>> shift);
  }
}
