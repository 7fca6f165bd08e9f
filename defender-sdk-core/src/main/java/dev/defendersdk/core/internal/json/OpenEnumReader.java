package dev.defendersdk.core.internal.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of an open set. The few that come again and again are found by their bytes,
 * without making a text of them first.
 */
final class OpenEnumReader implements ValueReader {

  private static final int SLOTS = 64;

  /** A value that was read before. Immutable, so threads may find and replace it without a lock. */
  private static final class Seen {

    private final byte[] text;
    private final Object value;

    private Seen(byte[] text, Object value) {
      this.text = text;
      this.value = value;
    }
  }

  private final MethodHandle of;
  private final @Nullable Seen[] seen = new Seen[SLOTS];

  OpenEnumReader(Class<?> type) {
    try {
      this.of =
          MethodHandles.publicLookup()
              .findStatic(type, "of", MethodType.methodType(type, String.class))
              .asType(MethodType.methodType(Object.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " has no public static of(String)", e);
    }
  }

  @Override
  public Object read(Cursor cursor, Misfits misfits) {
    if (cursor.kind() != '"') {
      return ValueReader.misfit(cursor);
    }
    int length = cursor.plainLength();
    if (length <= 0) {
      return make(cursor.text());
    }
    byte[] bytes = cursor.bytes();
    int start = cursor.position() + 1;
    int behind = start + length;
    int slot = (bytes[start] * 31 + bytes[behind - 1] * 7 + length) & (SLOTS - 1);
    Seen candidate = seen[slot];
    if (candidate != null
        && Arrays.equals(bytes, start, behind, candidate.text, 0, candidate.text.length)) {
      cursor.skipPlain(length);
      return candidate.value;
    }
    Object value = make(cursor.text());
    seen[slot] = new Seen(Arrays.copyOfRange(bytes, start, behind), value);
    return value;
  }

  private Object make(String text) {
    if (text.isBlank()) {
      return new Misfit(text);
    }
    try {
      return of.invokeExact(text);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
