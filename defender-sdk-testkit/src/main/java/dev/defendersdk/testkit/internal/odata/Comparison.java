package dev.defendersdk.testkit.internal.odata;

import dev.defendersdk.testkit.internal.api.ApiError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comparing as the service does: by type, case-sensitive, null below nothing and above nothing. */
enum Comparison {
  EQ,
  NE,
  GT,
  GE,
  LT,
  LE;

  static @Nullable Comparison of(String word) {
    for (Comparison comparison : values()) {
      if (comparison.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
        return comparison;
      }
    }
    return null;
  }

  boolean holds(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return this == EQ ? left == right : this == NE && left != right;
    }
    return switch (this) {
      case EQ -> compare(left, right) == 0;
      case NE -> compare(left, right) != 0;
      case GT -> compare(left, right) > 0;
      case GE -> compare(left, right) >= 0;
      case LT -> compare(left, right) < 0;
      case LE -> compare(left, right) <= 0;
    };
  }

  /** Compares two values that are not null; a number and a text by their texts. */
  static int compare(Object left, Object right) {
    if (left instanceof Instant a && right instanceof Instant b) {
      return a.compareTo(b);
    }
    if (left instanceof Number && right instanceof Number) {
      return number(left).compareTo(number(right));
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    }
    return left.toString().compareTo(right.toString());
  }

  /** Refuses what the service cannot compare, such as a timestamp in quotes. */
  static void check(Filter.Operand left, Filter.Operand right, String operator) {
    if (left.isNull()
        || right.isNull()
        || (left.kind() == right.kind() && comparable(left.kind()))) {
      return;
    }
    // The tables of the service's pages call some numbers texts, so both forms are taken.
    boolean numberAsText =
        (left.kind() == Kind.NUMBER && right.kind() == Kind.TEXT)
            || (left.kind() == Kind.TEXT && right.kind() == Kind.NUMBER);
    if (!numberAsText) {
      throw ApiError.odata(
          "A binary operator with incompatible types was detected. Found operand types '"
              + left.kind()
              + "' and '"
              + right.kind()
              + "' for operator kind '"
              + operator
              + "'.");
    }
  }

  private static boolean comparable(Kind kind) {
    return kind != Kind.TEXTS && kind != Kind.OTHER;
  }

  private static BigDecimal number(Object value) {
    return new BigDecimal(Objects.requireNonNull(value).toString());
  }
}
