package dev.defendersdk.core.odata;

import dev.defendersdk.core.argument.Check;
import java.util.function.UnaryOperator;

/**
 * A property that can be filtered by equality.
 *
 * @param <V> the type of its values
 */
public abstract class FilterField<V> {

  private final String name;
  private final UnaryOperator<V> sent;

  FilterField(String name) {
    this(name, value -> value);
  }

  FilterField(String name, UnaryOperator<V> sent) {
    if (!Check.notBlank(name, "name").matches("[A-Za-z_][A-Za-z0-9_/.]*")) {
      throw new IllegalArgumentException(
          "name is "
              + Check.quote(name)
              + ": it must be the name of a property. Pass one such as lastSeen.");
    }
    this.name = name;
    this.sent = Check.notNull(sent, "sent");
  }

  /** A property with text, such as a name. */
  public static TextField text(String name) {
    return new TextField(name);
  }

  /** A property with values of a set, such as a status. */
  public static <V> ChoiceField<V> choice(String name) {
    return new ChoiceField<>(name);
  }

  /**
   * A property with values of a set that the service writes in one way and may be given in another.
   *
   * @param sent makes of a value what is sent
   */
  public static <V> ChoiceField<V> choice(String name, UnaryOperator<V> sent) {
    return new ChoiceField<>(name, sent);
  }

  /** A property that has an order, such as a time stamp or a number. */
  public static <V> OrderedField<V> ordered(String name) {
    return new OrderedField<>(name);
  }

  /** The name as the service has it. */
  public final String name() {
    return name;
  }

  /** The property has this value. */
  public final Filter eq(V value) {
    return compare("eq", value);
  }

  /** The property has another value. */
  public final Filter ne(V value) {
    return compare("ne", value);
  }

  final Filter compare(String operator, V value) {
    return Filter.simple(name + " " + operator + " " + literal(value));
  }

  final String literal(V value) {
    return Filter.literal(sent.apply(Check.notNull(value, name)));
  }

  final Filter call(String function, String value) {
    return Filter.simple(
        function + "(" + name + "," + Filter.literal(Check.notBlank(value, name)) + ")");
  }

  @Override
  public final String toString() {
    return name;
  }
}
