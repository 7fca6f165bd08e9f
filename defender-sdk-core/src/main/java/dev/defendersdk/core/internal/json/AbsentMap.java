package dev.defendersdk.core.internal.json;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** Stands for a dictionary that the JSON does not hold, as {@link AbsentList} does for a list. */
final class AbsentMap extends AbstractMap<String, Object> {

  static final AbsentMap INSTANCE = new AbsentMap();

  private AbsentMap() {}

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return Set.of();
  }

  /** Tells the writer which dictionaries to leave out. */
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
