package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a result, found without regard to case (graph-security.md, section 6). */
final class Columns {

  private final List<HuntingColumn> all;
  private final Map<String, HuntingColumn> byName = new HashMap<>();

  Columns(List<Table.Column> schema) {
    this.all = schema.stream().map(Columns::column).toList();
    all.forEach(column -> byName.putIfAbsent(folded(column.name()), column));
  }

  private static HuntingColumn column(Table.Column column) {
    String type = column.type().isBlank() ? "unknown" : column.type();
    return new HuntingColumn(column.name(), ColumnType.of(type));
  }

  List<HuntingColumn> all() {
    return all;
  }

  @Nullable HuntingColumn find(String name) {
    return byName.get(folded(name));
  }

  HuntingColumn get(String name) {
    HuntingColumn column = find(Check.notBlank(name, "column"));
    if (column == null) {
      throw new IllegalArgumentException(
          "column is "
              + Check.quote(name)
              + ": the result has "
              + all.stream().map(HuntingColumn::name).toList()
              + ". Use one of these, or project it in the query.");
    }
    return column;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
