package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.StringJoiner;

/**
 * Writes values as literals of the query language, so that no value can be anything but a value.
 * The pages say that backslash and quotes must be escaped (hunting.md, Request); line ends and all
 * else that a reader might take for one are escaped too.
 */
final class KqlLiteral {

  private static final int MOST_ELEMENTS = 100_000;

  private KqlLiteral() {}

  /**
   * The literal of a value.
   *
   * @throws IllegalArgumentException if there is none for it
   */
  static String of(Object value, String name) {
    if (value instanceof Instant instant) {
      return "datetime(" + Ticks.of(instant) + ")";
    }
    if (value instanceof Duration duration) {
      return timespan(Check.notNegative(duration, name));
    }
    if (value instanceof BigDecimal decimal) {
      return "decimal(" + decimal.toPlainString() + ")";
    }
    if (value instanceof Double real) {
      return real(real, name);
    }
    if (value instanceof Collection<?> values) {
      StringJoiner elements = new StringJoiner(",", "dynamic([", "])");
      for (Object element : Check.size(values, MOST_ELEMENTS, name)) {
        elements.add(isWhole(element) ? element.toString() : plain(element, name));
      }
      return elements.toString();
    }
    return plain(value, name);
  }

  /** Of those kinds that may be elements of a list too. */
  private static String plain(Object value, String name) {
    if (value instanceof String text) {
      return text(text, name);
    }
    if (value instanceof Boolean truth) {
      return truth.toString();
    }
    if (isWhole(value)) {
      long whole = ((Number) value).longValue();
      return whole < 0 ? "long(" + whole + ")" : Long.toString(whole);
    }
    throw new IllegalArgumentException(
        name
            + " is a "
            + value.getClass().getName()
            + ": the query language has no literal for it here. Pass a text, a number, a boolean, an"
            + " Instant, a Duration, or a list of texts, whole numbers or booleans.");
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Integer;
  }

  private static String real(double value, String name) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          name + " is " + value + ": it must be a number. Pass a finite one.");
    }
    return "real(" + value + ")";
  }

  private static String timespan(Duration duration) {
    return "timespan(%d.%02d:%02d:%02d.%07d)"
        .formatted(
            duration.toDays(),
            duration.toHoursPart(),
            duration.toMinutesPart(),
            duration.toSecondsPart(),
            duration.toNanosPart() / Ticks.NANOS);
  }

  private static String text(String value, String name) {
    StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> literal.append('\\').append(c);
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          checkPaired(value, i, name);
          if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
            literal.append("\\u").append("%04x".formatted((int) c));
          } else {
            literal.append(c);
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  // Half a character cannot be sent: in UTF-8 there is none.
  private static void checkPaired(String value, int at, String name) {
    char c = value.charAt(at);
    boolean paired =
        Character.isHighSurrogate(c)
            ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
            : !Character.isLowSurrogate(c)
                || (at > 0 && Character.isHighSurrogate(value.charAt(at - 1)));
    if (!paired) {
      throw new IllegalArgumentException(
          name
              + " is "
              + Check.quote(value)
              + ": at "
              + at
              + " it holds half of a character only. Pass a whole text.");
    }
  }
}
