package dev.defendersdk.testkit.internal.odata;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A condition on a row. */
@FunctionalInterface
interface Filter {

  /**
   * Whether the row meets the condition.
   *
   * @param bound values of the variables of enclosing {@code any} conditions
   */
  boolean matches(Row row, Map<String, Object> bound);

  /** Between which instants the condition lets a property be. */
  default Bounds bounds(Property property) {
    return Bounds.NONE;
  }

  /** Both conditions. */
  record And(Filter first, Filter second) implements Filter {

    @Override
    public boolean matches(Row row, Map<String, Object> bound) {
      return first.matches(row, bound) && second.matches(row, bound);
    }

    @Override
    public Bounds bounds(Property property) {
      return first.bounds(property).and(second.bounds(property));
    }
  }

  /** One condition or the other. */
  record Or(Filter first, Filter second) implements Filter {

    @Override
    public boolean matches(Row row, Map<String, Object> bound) {
      return first.matches(row, bound) || second.matches(row, bound);
    }

    @Override
    public Bounds bounds(Property property) {
      return first.bounds(property).or(second.bounds(property));
    }
  }

  /** A comparison of two values. */
  record Compared(Operand left, Comparison comparison, Operand right) implements Filter {

    @Override
    public boolean matches(Row row, Map<String, Object> bound) {
      return comparison.holds(left.value(row, bound), right.value(row, bound));
    }

    @Override
    public Bounds bounds(Property property) {
      if (!property.equals(left.property()) || !(right.literal() instanceof Instant instant)) {
        return Bounds.NONE;
      }
      return switch (comparison) {
        case EQ -> new Bounds(instant, instant);
        case GT, GE -> new Bounds(instant, null);
        case LT, LE -> new Bounds(null, instant);
        case NE -> Bounds.NONE;
      };
    }
  }

  /** What a condition compares: a property, a variable or a literal. */
  record Operand(
      Kind kind, @Nullable Property property, @Nullable String variable, @Nullable Object literal) {

    static Operand ofProperty(Property property) {
      return new Operand(property.kind(), property, null, null);
    }

    static Operand ofVariable(String name) {
      return new Operand(Kind.TEXT, null, name, null);
    }

    static Operand ofLiteral(Kind kind, @Nullable Object value) {
      return new Operand(kind, null, null, value);
    }

    boolean isNull() {
      return property == null && variable == null && literal == null;
    }

    boolean isLiteral() {
      return property == null && variable == null;
    }

    @Nullable Object value(Row row, Map<String, Object> bound) {
      if (property != null) {
        return row.at(property);
      }
      return variable != null ? bound.get(variable) : literal;
    }
  }
}
