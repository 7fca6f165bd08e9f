package dev.defendersdk.indicators.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses, and URLs whose host is one. */
final class AddressTable implements AddressText.Reader<Site> {

  /** What was asked for is no address. */
  static final Site UNREADABLE = new V4Node(0);

  private final PrintTable v4;
  private final PrintTable v6;
  private final PrefixFilter prefixes;

  private AddressTable(PrintTable v4, PrintTable v6, PrefixFilter prefixes) {
    this.v4 = v4;
    this.v6 = v6;
    this.prefixes = prefixes;
  }

  /**
   * Its node; null if there is none. {@link #UNREADABLE} if this part of the text is no address,
   * but null if its beginning shows that it is none of the list: {@link #isAddress} tells.
   */
  @Nullable Site find(String text, int from, int to) {
    long packed = AddressText.packed(text, from, to);
    if (packed >= 0) {
      return (Site) v4.first(packed);
    }
    long prefix = AddressText.prefix(text, from, to);
    return prefix >= 0 && !prefixes.mayHold(prefix)
        ? null
        : AddressText.v6(text, from, to, this, UNREADABLE);
  }

  /** The node of an IPv4 address; null if there is none. */
  @Nullable Site find(int address) {
    return (Site) v4.first(AddressText.packed(address));
  }

  /** Whether this part of a text is an address, known or not. */
  static boolean isAddress(String text, int from, int to) {
    return AddressText.v4(text, from, to) >= 0
        || Boolean.TRUE.equals(AddressText.v6(text, from, to, (high, low) -> true, false));
  }

  @Override
  public @Nullable Site address(long high, long low) {
    if (AddressText.isV4(high, low)) {
      return find((int) low);
    }
    for (Node each = v6.first(V6Node.print(high, low)); each != null; each = each.next()) {
      V6Node node = (V6Node) each;
      if (node.high == high && node.low == low) {
        return node;
      }
    }
    return null;
  }

  /** Collects addresses before the tables are made. */
  static final class Builder implements AddressText.Reader<Site> {

    private final Map<Integer, V4Node> v4 = new HashMap<>();
    private final Map<List<Long>, V6Node> v6 = new HashMap<>();

    /** The node of an address; null if this part of the text is none. */
    @Nullable Site node(String text, int from, int to) {
      long address = AddressText.v4(text, from, to);
      return address >= 0 ? node((int) address) : AddressText.v6(text, from, to, this, null);
    }

    private Site node(int address) {
      return v4.computeIfAbsent(address, V4Node::new);
    }

    @Override
    public Site address(long high, long low) {
      return AddressText.isV4(high, low)
          ? node((int) low)
          : v6.computeIfAbsent(List.of(high, low), key -> new V6Node(high, low));
    }

    AddressTable build() {
      v4.values().forEach(Site::freeze);
      v6.values().forEach(Site::freeze);
      PrefixFilter prefixes = new PrefixFilter(v6.size() + 1);
      v6.keySet().forEach(address -> prefixes.add(address.get(0) >>> 16));
      prefixes.add(0); // of IPv4 in the form of IPv6
      return new AddressTable(new PrintTable(v4.values()), new PrintTable(v6.values()), prefixes);
    }
  }

  private static final class V4Node extends Site {

    V4Node(int address) {
      super(AddressText.packed(address));
    }
  }

  private static final class V6Node extends Site {

    private final long high;
    private final long low;

    V6Node(long high, long low) {
      super(print(high, low));
      this.high = high;
      this.low = low;
    }

    static long print(long high, long low) {
      return step(high, 0) ^ low;
    }
  }
}
