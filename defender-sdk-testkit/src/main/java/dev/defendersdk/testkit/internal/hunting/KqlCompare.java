package dev.defendersdk.testkit.internal.hunting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The comparisons of the language. What is null compares as false. */
final class KqlCompare {

  private KqlCompare() {}

  static boolean test(String operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return operator.startsWith("!");
    }
    return switch (operator) {
      case "==" -> order(left, right) == 0;
      case "!=" -> order(left, right) != 0;
      case "<" -> order(left, right) < 0;
      case "<=" -> order(left, right) <= 0;
      case ">" -> order(left, right) > 0;
      case ">=" -> order(left, right) >= 0;
      case "=~" -> text(left).equalsIgnoreCase(text(right));
      case "!~" -> !text(left).equalsIgnoreCase(text(right));
      case "has" -> has(folded(left), folded(right));
      case "!has" -> !has(folded(left), folded(right));
      case "contains" -> folded(left).contains(folded(right));
      case "!contains" -> !folded(left).contains(folded(right));
      case "startswith" -> folded(left).startsWith(folded(right));
      case "endswith" -> folded(left).endsWith(folded(right));
      default -> throw KqlError.syntax(operator);
    };
  }

  static boolean isIn(@Nullable Object value, Collection<?> values, boolean anyCase) {
    return value != null
        && values.stream()
            .anyMatch(
                one -> anyCase ? text(value).equalsIgnoreCase(text(one)) : order(value, one) == 0);
  }

  /** Compares what is of one kind. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // of one class, which compares with itself
  static int order(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
    }
    if (left.getClass() == right.getClass() && left instanceof Comparable comparable) {
      return comparable.compareTo(right);
    }
    throw KqlError.semantic(
        "where",
        "Cannot compare values of types "
            + left.getClass().getSimpleName()
            + " and "
            + right.getClass().getSimpleName()
            + ". Try adding explicit casts");
  }

  private static String text(Object value) {
    if (!(value instanceof String text)) {
      throw KqlError.semantic("where", "a text is expected here");
    }
    return text;
  }

  private static String folded(Object value) {
    return text(value).toLowerCase(Locale.ROOT);
  }

  /** Whether a term stands in a text as a whole, with no letter or digit beside it. */
  private static boolean has(String text, String term) {
    for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
      int end = at + term.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
      if (term.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
