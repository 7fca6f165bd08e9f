package dev.defendersdk.core;

import dev.defendersdk.core.call.Table;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.json.PageReader;
import dev.defendersdk.core.internal.json.TableOutline;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A table over the bytes in which it came: memory is these and one row. */
final class WireTable implements Table {

  private final WireResponse answer;
  private final TableOutline outline;
  private final List<Column> columns;
  private final Map<String, @Nullable Object> others;

  private WireTable(
      WireResponse answer,
      TableOutline outline,
      List<Column> columns,
      Map<String, @Nullable Object> others) {
    this.answer = answer;
    this.outline = outline;
    this.columns = columns;
    this.others = others;
  }

  /** Looks through an answer, so that no failure can follow when half of its rows are read. */
  static WireTable read(WireResponse answer) throws IOException {
    TableOutline outline;
    try (var body = answer.open()) {
      outline = TableOutline.of(body);
    }
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    try (var body = answer.open()) {
      others.putAll(outline.readOthers(body));
    }
    List<Column> columns = new ArrayList<>();
    for (String name : List.copyOf(others.keySet())) {
      if (name.equalsIgnoreCase("schema") && others.get(name) instanceof List<?> schema) {
        schema.forEach(entry -> addColumn(columns, entry));
        others.remove(name);
      }
    }
    return new WireTable(
        answer, outline, List.copyOf(columns), Collections.unmodifiableMap(others));
  }

  private static void addColumn(List<Column> columns, @Nullable Object entry) {
    String name = "";
    String type = "";
    if (entry instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        if (member.getValue() instanceof String text) {
          String key = String.valueOf(member.getKey());
          name = key.equalsIgnoreCase("name") ? text : name;
          type = key.equalsIgnoreCase("type") ? text : type;
        }
      }
    }
    if (!name.isBlank()) {
      columns.add(new Column(name, type));
    }
  }

  @Override
  public List<Column> columns() {
    return columns;
  }

  @Override
  public int size() {
    return outline.rows().elements();
  }

  @Override
  public long bytes() {
    return outline.bytes();
  }

  @Override
  public Map<String, @Nullable Object> additionalProperties() {
    return others;
  }

  @Override
  public Iterator<Map<String, @Nullable Object>> iterator() {
    try {
      return new Rows(PageReader.ofRows(answer.open(), outline.rows()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Shows sizes, no row. */
  @Override
  public String toString() {
    return "Table[" + size() + " rows, " + columns.size() + " columns]";
  }

  private static RuntimeException unreadable(IOException e) {
    return ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
        .detail("a row of a table cannot be read: " + e.getClass().getSimpleName())
        .toException();
  }

  private static final class Rows implements Iterator<Map<String, @Nullable Object>> {

    private final PageReader<Map<String, @Nullable Object>> reader;
    private @Nullable Map<String, @Nullable Object> next;

    private Rows(PageReader<Map<String, @Nullable Object>> reader) throws IOException {
      this.reader = reader;
      this.next = advance();
    }

    private @Nullable Map<String, @Nullable Object> advance() throws IOException {
      Map<String, @Nullable Object> row = reader.next();
      if (row == null) {
        reader.close();
      }
      return row;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Map<String, @Nullable Object> next() {
      Map<String, @Nullable Object> row = next;
      if (row == null) {
        throw new NoSuchElementException("the table has no more rows");
      }
      try {
        next = advance();
      } catch (IOException e) {
        throw unreadable(e);
      }
      return row;
    }
  }
}
