package dev.defendersdk.indicators.match;

import dev.defendersdk.core.argument.Check;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hashes of files, or thumbprints of certificates. */
final class DigestTable {

  private static final Pattern DIGEST =
      Pattern.compile("[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");

  private final PrintTable table;

  private DigestTable(PrintTable table) {
    this.table = table;
  }

  /** Its node; null if there is none, or if it is no digest. */
  @Nullable Node find(String text) {
    String digest = isLength(text.length()) ? text : text.strip();
    if (!isLength(digest.length())) {
      return null;
    }
    for (Node each = table.first(print(digest)); each != null; each = each.next()) {
      if (((DigestNode) each).is(digest)) {
        return each;
      }
    }
    return null;
  }

  private static boolean isDigest(String text) {
    return DIGEST.matcher(text).matches();
  }

  /** Refuses what is no digest. */
  static void check(@Nullable String text, String name) {
    if (text == null || !isDigest(text.strip())) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(text)
              + ": it must have 64 hex digits (SHA-256), 40 (SHA-1) or 32 (MD5)."
              + " Pass one of these, without separators.");
    }
  }

  private static boolean isLength(int length) {
    return length == 64 || length == 40 || length == 32;
  }

  /**
   * The first 16 digits, which are as good as random: what follows is compared where they are those
   * of an indicator. A text that is no digest has some print too, and then differs.
   */
  private static long print(String text) {
    long print = 0;
    for (int i = 0; i < 16; i++) {
      int c = text.charAt(i);
      print = (print << 4) | (((c & 15) + (c >>> 6) * 9) & 15);
    }
    return print ^ text.length();
  }

  /** Collects digests before the table is made. */
  static final class Builder {

    private final Map<String, Node> nodes = new HashMap<>();

    /** Adds a digest; false if the value is none of so many digits. */
    boolean add(String value, int digits, Rule rule) {
      return value.length() == digits
          && isDigest(value)
          && nodes.computeIfAbsent(value.toLowerCase(Locale.ROOT), DigestNode::new).add(rule);
    }

    DigestTable build() {
      return new DigestTable(new PrintTable(nodes.values()));
    }
  }

  private static final class DigestNode extends Node {

    // Most digests are in one of the two, as their first letter tells, and then compared at once.
    private final String lowerCase;
    private final String upperCase;

    DigestNode(String digest) {
      super(DigestTable.print(digest));
      lowerCase = digest;
      upperCase = digest.toUpperCase(Locale.ROOT);
    }

    boolean is(String digest) {
      String likely = isUpperCase(digest) ? upperCase : lowerCase;
      return likely.equals(digest) || lowerCase.equalsIgnoreCase(digest);
    }

    private static boolean isUpperCase(String digest) {
      for (int i = 0; i < digest.length(); i++) {
        if (digest.charAt(i) >= 'A') {
          return digest.charAt(i) < 'a';
        }
      }
      return false;
    }
  }
}
