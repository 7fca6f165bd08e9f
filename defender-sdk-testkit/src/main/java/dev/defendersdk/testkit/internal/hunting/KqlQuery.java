package dev.defendersdk.testkit.internal.hunting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query: a table, and operators over it. A small subset of the language, and honest: what is
 * not in it is refused as the service refuses what it does not know.
 */
final class KqlQuery {

  private final KqlTokens tokens;
  private final EventBook events;
  private final Instant now;

  private KqlQuery(String query, EventBook events, Instant now) {
    this.tokens = new KqlTokens(query);
    this.events = events;
    this.now = now;
  }

  /**
   * The result of a query.
   *
   * @param reach which rows of the table are in its reach
   */
  static EventTable run(
      String query, EventBook events, Instant now, Predicate<Map<String, @Nullable Object>> reach) {
    return new KqlQuery(query, events, now).run(reach);
  }

  private EventTable run(Predicate<Map<String, @Nullable Object>> reach) {
    String name = tokens.name();
    EventTable table = events.table(name);
    if (table == null) {
      throw KqlError.semantic(
          name, "Failed to resolve table or column expression named '" + name + "'");
    }
    EventTable result = kept(table, reach);
    while (tokens.take("|")) {
      result = operator(result);
    }
    if (tokens.peek().type() != Token.Type.END) {
      throw KqlError.syntax(tokens.peek().text());
    }
    return result;
  }

  private EventTable operator(EventTable table) {
    String name = tokens.name();
    return switch (name) {
      case "where" -> kept(table, new KqlExpressions(tokens, table.columns(), now).condition());
      case "project" -> project(table);
      case "take", "limit" -> take(table);
      case "order", "sort" -> order(table);
      default -> throw KqlError.unsupported(name);
    };
  }

  private static EventTable kept(
      EventTable table, Predicate<Map<String, @Nullable Object>> condition) {
    return new EventTable(table.columns(), table.rows().stream().filter(condition).toList());
  }

  private EventTable project(EventTable table) {
    Map<String, Kind> columns = new LinkedHashMap<>();
    do {
      String name = column("project", table);
      Kind kind = table.columns().get(name);
      if (kind != null) {
        columns.put(name, kind);
      }
    } while (tokens.take(","));
    return new EventTable(columns, table.rows());
  }

  private EventTable take(EventTable table) {
    if (!(tokens.next().value() instanceof Long count)) {
      throw KqlError.semantic("take", "a number of rows is expected");
    }
    return new EventTable(table.columns(), table.rows().stream().limit(count).toList());
  }

  // Descending where nothing is said, nulls last, as the language has it.
  private EventTable order(EventTable table) {
    tokens.expect("by");
    Comparator<Map<String, @Nullable Object>> order = Comparator.comparing(row -> 0);
    do {
      String name = column("order", table);
      boolean ascending = tokens.take("asc");
      boolean unused = !ascending && tokens.take("desc");
      order =
          order.thenComparing((one, other) -> compare(one.get(name), other.get(name), ascending));
    } while (tokens.take(","));
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(table.rows());
    rows.sort(order);
    return new EventTable(table.columns(), rows);
  }

  private static int compare(@Nullable Object one, @Nullable Object other, boolean ascending) {
    if (one == null || other == null) {
      return one == other ? 0 : one == null ? 1 : -1;
    }
    return ascending ? KqlCompare.order(one, other) : KqlCompare.order(other, one);
  }

  private String column(String operator, EventTable table) {
    String name = tokens.name();
    if (!table.columns().containsKey(name)) {
      throw KqlError.semantic(operator, "Failed to resolve scalar expression named '" + name + "'");
    }
    return name;
  }
}
