package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query, received whole. Its rows are decoded one at a time, each time they are
 * iterated over; what is held is the answer as it came on the wire, compressed. Immutable and
 * thread-safe; an iterator is for one thread, and leaving it early leaks nothing.
 */
public final class HuntingResult implements Iterable<HuntingRow> {

  private static final int MOST_ROWS = 100_000;
  private static final long MOST_BYTES = 50_000_000; // the smaller of the two readings of 50 MB

  private final Table table;
  private final Columns columns;

  HuntingResult(Table table) {
    this.table = table;
    this.columns = new Columns(table.columns());
  }

  /** The columns, by the order of the schema. */
  public List<HuntingColumn> columns() {
    return columns.all();
  }

  /** How many rows there are. */
  public int size() {
    return table.size();
  }

  /**
   * True if the result may have been cut off: at 100,000 rows, or 50 MB of JSON. The service does
   * not say so by itself. Narrow the query, or run it sliced.
   */
  public boolean isPerhapsMore() {
    return table.size() >= MOST_ROWS || table.bytes() >= MOST_BYTES;
  }

  @Override
  public Iterator<HuntingRow> iterator() {
    Iterator<Map<String, @Nullable Object>> rows = table.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public HuntingRow next() {
        return new HuntingRow(columns, rows.next());
      }
    };
  }

  /** The rows, decoded as the stream goes. */
  public Stream<HuntingRow> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** What a function makes of each row. */
  public <T> List<T> map(Function<? super HuntingRow, ? extends T> function) {
    Check.notNull(function, "function");
    List<T> all = new ArrayList<>(size());
    forEach(row -> all.add(function.apply(row)));
    return List.copyOf(all);
  }

  /**
   * Members beside schema and rows, as plain immutable values: {@code Stats}, where the service
   * sends them.
   */
  public Map<String, @Nullable Object> additionalProperties() {
    return table.additionalProperties();
  }

  /** Shows sizes, no row. */
  @Override
  public String toString() {
    return "HuntingResult[" + size() + " rows, " + columns.all().size() + " columns]";
  }
}
