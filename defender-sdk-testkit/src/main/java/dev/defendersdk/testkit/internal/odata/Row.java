package dev.defendersdk.testkit.internal.odata;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.defendersdk.testkit.internal.api.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable entity, small enough to hold a hundred thousand of. */
public final class Row {

  /** Marks a property that is not written at all. */
  private static final Object ABSENT = new Object();

  private final Schema schema;
  private final @Nullable Object[] values;

  private Row(Schema schema, @Nullable Object[] values) {
    this.schema = schema;
    this.values = values;
  }

  /** A value; null if null or absent. */
  public @Nullable Object get(String name) {
    return at(schema.get(name));
  }

  /** A text; empty if null or absent. */
  public String text(String name) {
    Object value = get(name);
    return value == null ? "" : value.toString();
  }

  /** A list of texts; empty if null or absent. */
  public List<String> texts(String name) {
    return get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  public Row with(String name, @Nullable Object value) {
    @Nullable Object[] copy = values.clone();
    copy[schema.get(name).index()] = value;
    return new Row(schema, copy);
  }

  @Nullable Object at(Property property) {
    Object value = values[property.index()];
    return value == ABSENT ? null : value;
  }

  /**
   * Writes the row's members, without the braces.
   *
   * @param selected names as the service spells them; null for all
   */
  public void writeMembers(JsonGenerator json, @Nullable Set<String> selected) throws IOException {
    for (Property property : schema.properties()) {
      Object value = values[property.index()];
      if (value != ABSENT && (selected == null || selected.contains(property.name()))) {
        json.writeFieldName(property.name());
        Json.write(json, value);
      }
    }
  }

  /** Builds a row; what is not set is null. */
  public static final class Builder {

    private final Schema schema;
    private final @Nullable Object[] values;

    Builder(Schema schema, @Nullable Object[] values) {
      this.schema = schema;
      this.values = values;
    }

    public Builder set(String name, @Nullable Object value) {
      values[schema.get(name).index()] = value;
      return this;
    }

    /** Leaves the property out of the JSON. */
    public Builder leaveOut(String name) {
      values[schema.get(name).index()] = ABSENT;
      return this;
    }

    public Row build() {
      return new Row(schema, values.clone());
    }
  }
}
