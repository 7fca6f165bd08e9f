package dev.defendersdk.core.internal.json;

import dev.defendersdk.core.internal.text.Timestamps;
import dev.defendersdk.core.transfer.SignedLink;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one type. The cursor stands at the value, and behind it afterwards. A value
 * of another kind comes back raw, as a {@link Misfit}.
 */
@FunctionalInterface
interface ValueReader {

  /** A value of an unexpected kind. */
  record Misfit(@Nullable Object raw) {}

  Object read(Cursor cursor, Misfits misfits);

  /** The reader of a type that an entity's component has. */
  static ValueReader of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return list(of(list.getActualTypeArguments()[0]));
    }
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return (cursor, misfits) -> cursor.kind() == '{' ? Plain.object(cursor) : misfit(cursor);
    }
    if (!(type instanceof Class<?> c)) {
      throw new IllegalArgumentException(type + " cannot be read from JSON");
    }
    if (c == String.class) {
      return (cursor, misfits) -> cursor.kind() == '"' ? cursor.text() : misfit(cursor);
    }
    if (c == Instant.class) {
      return (cursor, misfits) -> instant(cursor);
    }
    if (c == Boolean.class) {
      return (cursor, misfits) ->
          cursor.kind() == 't' || cursor.kind() == 'f' ? Plain.truth(cursor) : misfit(cursor);
    }
    if (c == Integer.class) {
      return (cursor, misfits) -> integer(cursor);
    }
    if (c == Long.class) {
      return (cursor, misfits) -> whole(cursor);
    }
    if (c == Double.class) {
      return (cursor, misfits) -> number(cursor);
    }
    if (c == SignedLink.class) {
      return (cursor, misfits) -> link(cursor);
    }
    if (c == Object.class) {
      return (cursor, misfits) -> present(Plain.read(cursor));
    }
    if (KindReader.reads(c)) {
      return KindReader.of(c);
    }
    return c.isRecord() ? entity(c) : new OpenEnumReader(c);
  }

  private static Object instant(Cursor cursor) {
    if (cursor.kind() != '"') {
      return misfit(cursor);
    }
    int length = cursor.plainLength();
    if (length < 0) {
      String text = cursor.text();
      Instant instant = Timestamps.read(text);
      return instant == null ? new Misfit(text) : instant;
    }
    Instant instant = Timestamps.read(cursor.bytes(), cursor.position() + 1, length);
    if (instant == null) {
      return misfit(cursor);
    }
    cursor.skipPlain(length);
    return instant;
  }

  private static Object integer(Cursor cursor) {
    if (!cursor.isNumber()) {
      return misfit(cursor);
    }
    Number number = cursor.number();
    return number instanceof Long whole && whole.intValue() == whole
        ? (Object) whole.intValue()
        : new Misfit(number);
  }

  private static Object whole(Cursor cursor) {
    if (!cursor.isNumber()) {
      return misfit(cursor);
    }
    Number number = cursor.number();
    return number instanceof Long ? number : new Misfit(number);
  }

  // A number that a double cannot hold exactly is kept raw: nothing is lost.
  private static Object number(Cursor cursor) {
    if (!cursor.isNumber()) {
      return misfit(cursor);
    }
    String text = cursor.numberText();
    double value = Double.parseDouble(text);
    boolean exact =
        Double.isFinite(value)
            && ((text.length() <= 15 && text.indexOf('e') < 0 && text.indexOf('E') < 0)
                || new BigDecimal(text).compareTo(BigDecimal.valueOf(value)) == 0);
    return exact ? (Object) value : new Misfit(Plain.number(text));
  }

  private static ValueReader entity(Class<?> type) {
    return (cursor, misfits) ->
        cursor.kind() == '{' ? EntityReader.of(type).read(cursor, misfits) : misfit(cursor);
  }

  private static ValueReader list(ValueReader element) {
    return (cursor, misfits) -> {
      if (cursor.kind() != '[') {
        return misfit(cursor);
      }
      List<Object> elements = new ArrayList<>(4);
      cursor.enter();
      while (cursor.more()) {
        Object value = cursor.kind() == 'n' ? misfit(cursor) : element.read(cursor, misfits);
        if (value instanceof Misfit misfit) {
          // The whole member is kept raw, with what was read before it written back.
          List<@Nullable Object> raw = new ArrayList<>();
          elements.forEach(read -> raw.add(JsonCodec.toPlain(read)));
          raw.add(misfit.raw());
          return new Misfit(Plain.rest(cursor, raw));
        }
        elements.add(value);
      }
      return Collections.unmodifiableList(elements);
    };
  }

  private static Object link(Cursor cursor) {
    if (cursor.kind() != '"') {
      return misfit(cursor);
    }
    String text = cursor.text();
    try {
      return SignedLink.parse(text);
    } catch (IllegalArgumentException e) {
      return new Misfit(text);
    }
  }

  private static Object present(@Nullable Object value) {
    return value == null ? new Misfit(null) : value;
  }

  /** The value at which the cursor stands, raw. */
  static Misfit misfit(Cursor cursor) {
    return new Misfit(Plain.read(cursor));
  }
}
