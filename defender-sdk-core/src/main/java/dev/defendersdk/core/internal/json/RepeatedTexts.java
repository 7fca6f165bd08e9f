package dev.defendersdk.core.internal.json;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is made of texts of which a few come again and again: those are found by their bytes,
 * without making a text of them first.
 */
final class RepeatedTexts {

  private static final int SLOTS = 64;

  /** A text that was read before. Immutable, so threads may find and replace it without a lock. */
  private static final class Seen {

    private final byte[] text;
    private final Object made;

    private Seen(byte[] text, Object made) {
      this.text = text;
      this.made = made;
    }
  }

  private final Function<String, Object> maker;
  private final @Nullable Seen[] seen = new Seen[SLOTS];

  RepeatedTexts(Function<String, Object> maker) {
    this.maker = maker;
  }

  /** What is made of the string at which the cursor stands. */
  Object read(Cursor cursor) {
    int length = cursor.plainLength();
    if (length <= 0) {
      return maker.apply(cursor.text());
    }
    byte[] bytes = cursor.bytes();
    int start = cursor.position() + 1;
    int behind = start + length;
    int slot = slot(bytes, start, length);
    Seen candidate = seen[slot];
    if (candidate != null
        && Arrays.equals(bytes, start, behind, candidate.text, 0, candidate.text.length)) {
      cursor.skipPlain(length);
      return candidate.made;
    }
    Object made = maker.apply(cursor.text());
    seen[slot] = new Seen(Arrays.copyOfRange(bytes, start, behind), made);
    return made;
  }

  // Names of types begin and end alike, and differ between: so two bytes from there count too.
  private static int slot(byte[] bytes, int start, int length) {
    int hash = bytes[start] * 31 + bytes[start + length - 1] * 7 + length;
    hash = hash * 31 + bytes[start + length * 3 / 4];
    hash = hash * 31 + bytes[start + Math.max(0, length - 9)];
    return (hash ^ (hash >>> 6)) & (SLOTS - 1);
  }
}
