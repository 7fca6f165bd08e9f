package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of rows under a schema of its own, received whole. Its rows are decoded one at a time,
 * each time they are iterated over; what is held is the answer as it came on the wire. A row is a
 * map from the member's name to a plain immutable value (text, boolean, exact number, list, map or
 * null), by the order of the answer. Immutable. Calls make it; do not implement it.
 */
public interface Table extends Iterable<Map<String, @Nullable Object>> {

  /** The columns, by the order of the schema. */
  List<Column> columns();

  /** How many rows there are. */
  int size();

  /** How many bytes the answer has, not compressed. */
  long bytes();

  /** The members beside schema and rows, as plain immutable values. */
  Map<String, @Nullable Object> additionalProperties();

  /**
   * A column.
   *
   * @param name as the service spells it
   * @param type as the service names it; empty if it does not
   */
  record Column(String name, String type) {

    /** Refuses a blank name. */
    public Column {
      Check.notBlank(name, "name");
      Check.notNull(type, "type");
    }
  }
}
