package dev.defendersdk.hunting;

import dev.defendersdk.core.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values by the type of their column; what does not fit its type stays as it came. */
final class ColumnValues {

  private ColumnValues() {}

  static @Nullable Object typed(@Nullable Object value, ColumnType type) {
    if (value == null) {
      return null;
    }
    return switch (type.known()) {
      case DATE_TIME -> value instanceof String text ? instant(text) : value;
      case INT32, INT64 -> value instanceof String text ? whole(text) : value;
      case DOUBLE, DECIMAL -> decimal(value);
      case BOOLEAN, SBYTE -> truth(value);
      case OBJECT -> value instanceof String text ? dynamic(text) : value;
      case STRING, GUID, TIME_SPAN, UNRECOGNIZED -> value;
    };
  }

  // All times are UTC, also where no zone is written.
  private static Object instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      try {
        return Instant.parse(text.replace(' ', 'T') + "Z");
      } catch (DateTimeException noInstant) {
        return text;
      }
    }
  }

  private static Object whole(String text) {
    try {
      BigInteger whole = new BigInteger(text);
      return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object decimal(Object value) {
    if (value instanceof Long || value instanceof BigInteger || value instanceof String) {
      try {
        return new BigDecimal(value.toString());
      } catch (NumberFormatException e) {
        return value; // such as NaN, which JSON has no number for
      }
    }
    return value;
  }

  private static Object truth(Object value) {
    if (value instanceof Long number && (number == 0 || number == 1)) {
      return number == 1;
    }
    if (value instanceof String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> text;
      };
    }
    return value;
  }

  // Dynamic values come as JSON or as the text of it (hunting.md, Response).
  private static @Nullable Object dynamic(String text) {
    String trimmed = text.strip();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return text;
    }
    try {
      return Json.readPlain(trimmed);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
