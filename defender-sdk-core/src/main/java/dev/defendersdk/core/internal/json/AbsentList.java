package dev.defendersdk.core.internal.json;

import java.util.AbstractList;
import java.util.List;

/**
 * Stands for a list that the JSON does not hold. To a reader it is an empty list; the writer leaves
 * it out, so that what was absent stays absent.
 */
final class AbsentList extends AbstractList<Object> {

  static final AbsentList INSTANCE = new AbsentList();

  private AbsentList() {}

  @SuppressWarnings("unchecked")
  static <E> List<E> list() {
    return (List<E>) INSTANCE;
  }

  @Override
  public Object get(int index) {
    throw new IndexOutOfBoundsException("index " + index + " of an empty list");
  }

  @Override
  public int size() {
    return 0;
  }

  /** Tells the writer which lists to leave out. */
  static final class Filter {
    @Override
    public boolean equals(Object value) {
      return value == null || value == INSTANCE;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }
}
