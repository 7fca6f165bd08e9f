package dev.defendersdk.indicators.match;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.defendersdk.core.argument.Check;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hashes of files, or thumbprints of certificates. */
final class DigestTable {

  private static final Pattern DIGEST =
      Pattern.compile("[0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  // The bit that letters have and digits have not; half of it is that of lower case.
  private static final long LETTERS = 0x4040_4040_4040_4040L;

  private final PrintTable table;

  private DigestTable(PrintTable table) {
    this.table = table;
  }

  /** Its node; null if there is none, or if it is no digest. */
  @Nullable Node find(String text) {
    String digest = isLength(text.length()) && isBare(text) ? text : text.strip();
    if (!isLength(digest.length())) {
      return null;
    }
    byte[] lowerCase = lowerCase(digest);
    for (Node each = table.first(print(lowerCase)); each != null; each = each.next()) {
      if (Arrays.equals(((DigestNode) each).lowerCase, lowerCase)) {
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

  /** Whether nothing is to be stripped: a shorter digest may be padded to the length of another. */
  private static boolean isBare(String text) {
    return isBare(text.charAt(0)) && isBare(text.charAt(text.length() - 1));
  }

  private static boolean isBare(char c) {
    return c >= '0' && c <= 'f';
  }

  private static boolean isLength(int length) {
    return length == 64 || length == 40 || length == 32;
  }

  /**
   * The characters with those of {@code A} to {@code F} in lower case, eight at a time. What is no
   * hex digit does not become one, so a text that is no digest equals none.
   */
  private static byte[] lowerCase(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    for (int i = 0; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, i);
      EIGHT.set(bytes, i, eight | ((eight & LETTERS) >>> 1));
    }
    return bytes;
  }

  /** The first 16 digits, which are as good as random. */
  private static long print(byte[] lowerCase) {
    return Site.step((long) EIGHT.get(lowerCase, 0), 0) ^ (long) EIGHT.get(lowerCase, Long.BYTES);
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

    private final byte[] lowerCase;

    DigestNode(String digest) {
      this(DigestTable.lowerCase(digest));
    }

    private DigestNode(byte[] lowerCase) {
      super(DigestTable.print(lowerCase));
      this.lowerCase = lowerCase;
    }
  }
}
