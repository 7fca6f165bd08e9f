package dev.defendersdk.hunting;

import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.argument.Check;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a result. Columns are found without regard to case. A value that the row does not have
 * is null. All methods that take a column throw {@link IllegalArgumentException} if the result has
 * no such column, or its value is of another kind. Immutable.
 */
public final class HuntingRow {

  private final Columns columns;
  private final Map<String, @Nullable Object> members;

  HuntingRow(Columns columns, Map<String, @Nullable Object> members) {
    this.columns = columns;
    this.members = members;
  }

  /** The columns of the result. */
  public List<HuntingColumn> columns() {
    return columns.all();
  }

  /**
   * A value by the type of its column: a {@code String}, {@code Long} (beyond 64 bits a {@code
   * BigInteger}), {@code BigDecimal}, {@code Boolean}, {@code Instant}, or for a dynamic one a
   * plain immutable value; a {@code TimeSpan} or {@code Guid} as its text, and one of an unknown
   * type as JSON has it. A value that does not fit its column's type is as JSON has it, too.
   */
  public @Nullable Object value(String column) {
    HuntingColumn known = columns.get(column);
    return ColumnValues.typed(raw(known.name()), known.type());
  }

  /** A text as it came, or a number or a boolean as one. Not for dynamic values. */
  public @Nullable String text(String column) {
    Object raw = raw(columns.get(column).name());
    if (raw instanceof Map || raw instanceof List) {
      throw unfit(column, raw, "a text", "dynamic");
    }
    return raw instanceof BigDecimal number
        ? number.toPlainString()
        : raw == null ? null : raw.toString();
  }

  /** A whole number, exact. */
  public @Nullable Long number(String column) {
    Object value = value(column);
    if (value != null && !(value instanceof Long)) {
      throw unfit(column, value, "a whole number of 64 bits", "decimal");
    }
    return (Long) value;
  }

  /** A number, whole or not, with the digits that came. */
  public @Nullable BigDecimal decimal(String column) {
    Object value = value(column);
    if (value instanceof Long number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof BigInteger number) {
      return new BigDecimal(number);
    }
    if (value != null && !(value instanceof BigDecimal)) {
      throw unfit(column, value, "a number", "value");
    }
    return (BigDecimal) value;
  }

  /** A boolean. */
  public @Nullable Boolean truth(String column) {
    Object value = value(column);
    if (value != null && !(value instanceof Boolean)) {
      throw unfit(column, value, "a boolean", "value");
    }
    return (Boolean) value;
  }

  /** An instant, with all digits that came. */
  public @Nullable Instant instant(String column) {
    Object value = value(column);
    if (value != null && !(value instanceof Instant)) {
      throw unfit(column, value, "an instant", "text");
    }
    return (Instant) value;
  }

  /**
   * A dynamic value: a map, a list, a text, a boolean or a number, all immutable. A column of texts
   * that hold JSON, such as {@code AdditionalFields}, is read too; other texts are as they came.
   */
  public @Nullable Object dynamic(String column) {
    return ColumnValues.typed(value(column), ColumnType.OBJECT);
  }

  /**
   * Which event it tells of: where {@code DeviceId}, {@code Timestamp} and {@code ReportId} are
   * among the columns and have values of their kinds; else empty.
   */
  public Optional<EventReference> eventReference() {
    Object device = valueIfAny("DeviceId");
    Object time = valueIfAny("Timestamp");
    Object report = valueIfAny("ReportId");
    boolean isNumber = report instanceof Long || report instanceof BigInteger;
    boolean isText = report instanceof String text && !text.isBlank();
    return device instanceof String id
            && !id.isBlank()
            && time instanceof Instant instant
            && report != null
            && (isNumber || isText)
        ? Optional.of(new EventReference(id, instant, report.toString()))
        : Optional.empty();
  }

  /** All values by the names of their columns, as {@link #value} gives them. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (HuntingColumn column : columns.all()) {
      values.put(column.name(), ColumnValues.typed(raw(column.name()), column.type()));
    }
    return Collections.unmodifiableMap(values);
  }

  /** Members that are in the row but not in the schema, as plain immutable values. */
  public Map<String, @Nullable Object> additionalProperties() {
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (columns.find(name) == null) {
            others.put(name, value);
          }
        });
    return Collections.unmodifiableMap(others);
  }

  private @Nullable Object valueIfAny(String name) {
    HuntingColumn column = columns.find(name);
    return column == null ? null : ColumnValues.typed(raw(column.name()), column.type());
  }

  private @Nullable Object raw(String name) {
    if (members.containsKey(name)) {
      return members.get(name);
    }
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return null;
  }

  private IllegalArgumentException unfit(
      String column, @Nullable Object value, String wanted, String instead) {
    return new IllegalArgumentException(
        "column is "
            + Check.quote(column)
            + ": its type is "
            + columns.get(column).type()
            + ", and its value a "
            + (value == null ? "null" : value.getClass().getSimpleName())
            + ", not "
            + wanted
            + ". Use "
            + instead
            + "(…).");
  }

  /** Shows the columns, no value. */
  @Override
  public String toString() {
    return "HuntingRow" + columns.all().stream().map(HuntingColumn::name).toList();
  }
}
