package dev.defendersdk.core.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as plain immutable values: maps, lists, texts, booleans, exact numbers, and null. */
final class Plain {

  private static final int LONG_BITS = 63;

  private Plain() {}

  /** Reads the value at which the cursor stands. */
  static @Nullable Object read(Cursor cursor) {
    return switch (cursor.kind()) {
      case '{' -> object(cursor);
      case '[' -> array(cursor);
      case '"' -> cursor.text();
      case 't', 'f' -> truth(cursor);
      case 'n' -> nothing(cursor);
      default -> cursor.number();
    };
  }

  /** Reads the rest of an array, of which some values were read before. */
  static List<@Nullable Object> rest(Cursor cursor, List<@Nullable Object> before) {
    while (cursor.more()) {
      before.add(read(cursor));
    }
    return Collections.unmodifiableList(before);
  }

  static Boolean truth(Cursor cursor) {
    boolean value = cursor.kind() == 't';
    cursor.skipLiteral();
    return value;
  }

  /** The exact number of a text: whole ones as {@code Long} where they fit. */
  static Number number(String text) {
    if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return new BigDecimal(text);
    }
    BigInteger whole = new BigInteger(text);
    return whole.bitLength() <= LONG_BITS ? (Number) whole.longValue() : whole;
  }

  private static List<@Nullable Object> array(Cursor cursor) {
    cursor.enter();
    return rest(cursor, new ArrayList<>());
  }

  static Map<String, @Nullable Object> object(Cursor cursor) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    cursor.enter();
    while (cursor.more()) {
      members.put(cursor.name(), read(cursor));
    }
    return Collections.unmodifiableMap(members);
  }

  private static @Nullable Object nothing(Cursor cursor) {
    cursor.skipLiteral();
    return null;
  }
}
