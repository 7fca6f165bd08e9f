package dev.defendersdk.testkit.internal.odata;

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
