package dev.defendersdk.testkit.internal.odata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties of an entity, in the order in which the service writes them. */
public final class Schema {

  private final List<Property> properties = new ArrayList<>();
  private final Map<String, Property> byName = new HashMap<>();

  private Schema() {}

  /**
   * Reads a schema from words such as {@code "id text filter"}, one property a line: name, kind,
   * and {@code filter} where it can be filtered by.
   */
  public static Schema of(String lines) {
    Schema schema = new Schema();
    for (String line : lines.strip().split("\n", -1)) {
      String[] words = line.strip().split(" +", -1);
      Property property =
          new Property(
              words[0],
              schema.properties.size(),
              Kind.valueOf(words[1].toUpperCase(Locale.ROOT)),
              words.length > 2);
      schema.properties.add(property);
      schema.byName.put(words[0].toLowerCase(Locale.ROOT), property);
    }
    return schema;
  }

  /** A property by its name in any case; null if there is none. */
  @Nullable Property find(String name) {
    return byName.get(name.toLowerCase(Locale.ROOT));
  }

  Property get(String name) {
    Property property = find(name);
    if (property == null) {
      throw new IllegalArgumentException(name + " is no property of this entity");
    }
    return property;
  }

  List<Property> properties() {
    return properties;
  }

  public Row.Builder row() {
    return new Row.Builder(this, new Object[properties.size()]);
  }
}
