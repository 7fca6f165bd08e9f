package dev.defendersdk.core.odata;

/**
 * A property that has an order, such as a time stamp or a number. Time stamps are sent in UTC with
 * up to seven digits of a second; finer ones are cut off.
 *
 * @param <V> the type of its values
 */
public final class OrderedField<V> extends FilterField<V> {

  OrderedField(String name) {
    super(name);
  }

  /** Greater, or later. */
  public Filter gt(V value) {
    return compare("gt", value);
  }

  /** Greater or equal, later or at the same time. */
  public Filter ge(V value) {
    return compare("ge", value);
  }

  /** Less, or earlier. */
  public Filter lt(V value) {
    return compare("lt", value);
  }

  /** Less or equal, earlier or at the same time. */
  public Filter le(V value) {
    return compare("le", value);
  }
}
