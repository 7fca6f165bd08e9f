package dev.defendersdk.core.odata;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.text.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * A {@code $filter} expression. Made by the fields of an entity ({@code
 * machine.riskScore().eq(HIGH)}) and joined here; values are escaped by construction. Immutable.
 */
public final class Filter {

  private final String text;
  private final boolean joined;

  private Filter(String text, boolean joined) {
    this.text = text;
    this.joined = joined;
  }

  /**
   * A filter in the service's own language, sent as it stands. Nothing in it is escaped: never
   * build it from text that comes from outside, but use the typed fields.
   */
  public static Filter raw(String expression) {
    return new Filter(Check.notBlank(expression, "expression"), true);
  }

  static Filter simple(String text) {
    return new Filter(text, false);
  }

  static Filter compound(String text) {
    return new Filter(text, true);
  }

  /** Both must hold. */
  public Filter and(Filter other) {
    return compound(inBrackets() + " and " + Check.notNull(other, "other").inBrackets());
  }

  /**
   * One must hold. No page of the service documents {@code or}; live clients send it
   * (auth-and-transport.md, section 5).
   */
  public Filter or(Filter other) {
    return compound(inBrackets() + " or " + Check.notNull(other, "other").inBrackets());
  }

  /** The expression as it is sent, before percent-encoding. */
  public String expression() {
    return text;
  }

  private String inBrackets() {
    return joined ? "(" + text + ")" : text;
  }

  /** A value as the service reads it in a filter: quotes doubled, time stamps and numbers bare. */
  static String literal(Object value) {
    if (value instanceof Instant instant) {
      return Timestamps.write(instant);
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    return "'" + whole(value.toString()).replace("'", "''") + "'";
  }

  // Half of a pair has no bytes in UTF-8: it would be sent as a question mark.
  private static String whole(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "value is "
              + Check.quote(text)
              + ": it holds half of a surrogate pair, which cannot be sent. Pass whole characters.");
    }
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Filter filter && filter.text.equals(text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
