package dev.defendersdk.core.odata;

import dev.defendersdk.core.argument.Check;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * A property with values of a set: equality, and one of several.
 *
 * @param <V> the type of its values
 */
public final class ChoiceField<V> extends FilterField<V> {

  ChoiceField(String name) {
    super(name);
  }

  ChoiceField(String name, UnaryOperator<V> sent) {
    super(name, sent);
  }

  /** The property has no value. Documented by Microsoft Graph alone, for the owner of an alert. */
  public Filter isNull() {
    return Filter.simple(name() + " eq null");
  }

  /**
   * The property has one of these values. Not documented by the service; live clients send it.
   *
   * @throws IllegalArgumentException if no value is given
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read, never written
  public final Filter in(V... values) {
    return in(Arrays.asList(Check.notNull(values, "values")));
  }

  /**
   * The property has one of these values. Not documented by the service; live clients send it.
   *
   * @throws IllegalArgumentException if no value is given
   */
  public Filter in(List<V> values) {
    if (Check.notNull(values, "values").isEmpty()) {
      throw new IllegalArgumentException(
          "values of "
              + name()
              + " is empty: at least one is needed. Pass one, or leave the filter out.");
    }
    StringJoiner list = new StringJoiner(",", name() + " in (", ")");
    values.forEach(value -> list.add(literal(value)));
    return Filter.simple(list.toString());
  }
}
