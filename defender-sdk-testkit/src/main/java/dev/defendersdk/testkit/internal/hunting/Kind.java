package dev.defendersdk.testkit.internal.hunting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The kinds of a column, with the names that the service is expected to give them. */
enum Kind {
  TEXT("String"),
  NUMBER("Int64"),
  REAL("Double"),
  TRUTH("SByte"),
  TIME("DateTime"),
  DYNAMIC("Object");

  private final String type;

  Kind(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  static Kind of(Object value) {
    if (value instanceof String) {
      return TEXT;
    }
    if (value instanceof Long || value instanceof Integer) {
      return NUMBER;
    }
    if (value instanceof Double || value instanceof BigDecimal) {
      return REAL;
    }
    if (value instanceof Boolean) {
      return TRUTH;
    }
    if (value instanceof Instant) {
      return TIME;
    }
    if (value instanceof List || value instanceof Map) {
      return DYNAMIC;
    }
    throw new IllegalArgumentException(
        "a value is a "
            + value.getClass().getName()
            + ": events hold texts, numbers, booleans, instants, lists and maps; give one of these");
  }
}
