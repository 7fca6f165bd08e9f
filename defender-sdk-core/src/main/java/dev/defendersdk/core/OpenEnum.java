package dev.defendersdk.core;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.defendersdk.core.argument.Check;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A value of a set that the service may extend at any time. Values that this version does not know
 * are kept as they came. Two values are equal if they differ in case alone, as the service and its
 * pages do, or are two spellings of one known value; {@link #value()} is the text as it came. For a
 * {@code switch} there is {@link #known()}.
 *
 * @param <K> the values that this version knows, and {@code UNRECOGNIZED} for all others
 */
public abstract class OpenEnum<K extends Enum<K>> {

  private final String value;
  private final K known;
  private final int hash;

  /** For the value types of this SDK. */
  protected OpenEnum(String value, K known) {
    this.value = Check.notBlank(value, getClass().getSimpleName());
    this.known = known;
    this.hash = (isKnown() ? known.name() : value.toLowerCase(Locale.ROOT)).hashCode();
  }

  /** The text as the service has it, or as it was given. */
  @JsonValue
  public final String value() {
    return value;
  }

  /** The value for a {@code switch}; {@code UNRECOGNIZED} if this version does not know it. */
  public final K known() {
    return known;
  }

  private boolean isKnown() {
    return !known.name().equals("UNRECOGNIZED");
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof OpenEnum<?> that
        && that.getClass() == getClass()
        && that.known == known
        && (isKnown() || that.value.equalsIgnoreCase(value));
  }

  @Override
  public final int hashCode() {
    return hash;
  }

  /** The text as the service has it. */
  @Override
  public final String toString() {
    return value;
  }

  /**
   * The known values of one type, by their text.
   *
   * @param <K> the values for a {@code switch}
   * @param <E> the type
   */
  protected static final class Values<K extends Enum<K>, E extends OpenEnum<K>> {

    private final BiFunction<String, K, E> constructor;
    private final K unrecognized;
    private final Map<String, E> exact = new HashMap<>();
    private final Map<String, E> lowerCase = new HashMap<>();
    private final Map<K, E> constants = new HashMap<>();

    /** No known values yet. */
    public Values(BiFunction<String, K, E> constructor, K unrecognized) {
      this.constructor = constructor;
      this.unrecognized = unrecognized;
    }

    /** Adds a known value: only while the type's class is initialised. */
    public E known(String value, K known) {
      E constant = constructor.apply(value, known);
      exact.put(value, constant);
      lowerCase.put(value.toLowerCase(Locale.ROOT), constant);
      constants.putIfAbsent(known, constant);
      return constant;
    }

    /**
     * Adds another spelling of a known value: one that a page or an answer has, and that is not to
     * be sent. Only while the type's class is initialised.
     */
    public void alias(String spelling, E constant) {
      known(spelling, constant.known());
    }

    /** A value as it is to be sent: in the one spelling of those known, others as they are. */
    public E canonical(E value) {
      return constants.getOrDefault(value.known(), value);
    }

    /** The value of a text, known or not. */
    public E of(String value) {
      E constant = exact.get(value);
      if (constant != null) {
        return constant;
      }
      E otherCase = lowerCase.get(Check.notNull(value, "value").toLowerCase(Locale.ROOT));
      return constructor.apply(value, otherCase == null ? unrecognized : otherCase.known());
    }
  }
}
