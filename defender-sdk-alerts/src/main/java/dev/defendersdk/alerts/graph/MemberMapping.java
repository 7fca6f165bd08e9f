package dev.defendersdk.alerts.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which member of one model is which of the other, and how the value changes. On Graph's side a
 * member may be within another: {@code fileDetails/sha1}. What is absent stays so.
 */
final class MemberMapping {

  /** One member on both sides; a direction without a function is not gone. */
  private record Pair(
      String defender,
      String graph,
      @Nullable UnaryOperator<Object> toGraph,
      @Nullable UnaryOperator<Object> toDefender) {}

  /** What a function gives for a value without counterpart: the member is then absent. */
  static final Object NO_VALUE = new Object();

  private final List<Pair> pairs = new ArrayList<>();

  /** Members that are called the same and hold the same. */
  MemberMapping same(String... names) {
    for (String name : names) {
      renamed(name, name);
    }
    return this;
  }

  /** A member that is called differently. */
  MemberMapping renamed(String defender, String graph) {
    return changed(defender, graph, value -> value, value -> value);
  }

  /** Another name on Graph's side, read where the first is missing. */
  MemberMapping alsoFromGraph(String defender, String graph) {
    pairs.add(new Pair(defender, graph, null, value -> value));
    return this;
  }

  /** Another name on Defender's side, read where the first is missing. */
  MemberMapping alsoFromDefender(String defender, String graph) {
    pairs.add(new Pair(defender, graph, value -> value, null));
    return this;
  }

  /** A member whose values are other words. */
  MemberMapping values(String name, ValueMapping.TwoWays<?, ?> values) {
    return changed(name, name, values::toGraph, values::toDefender);
  }

  /** A member whose value changes. */
  MemberMapping changed(
      String defender,
      String graph,
      UnaryOperator<Object> toGraph,
      UnaryOperator<Object> toDefender) {
    pairs.add(new Pair(defender, graph, toGraph, toDefender));
    return this;
  }

  /** Graph's members for Defender's. */
  Map<String, Object> toGraph(Map<String, ?> defender) {
    Map<String, Object> graph = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      Object value = defender.get(pair.defender);
      if (value != null && pair.toGraph != null) {
        put(graph, pair.graph, pair.toGraph.apply(value));
      }
    }
    graph.values().removeIf(NO_VALUE::equals);
    return graph;
  }

  /** Defender's members for Graph's. */
  Map<String, Object> toDefender(Map<String, ?> graph) {
    Map<String, Object> defender = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      Object value = get(graph, pair.graph);
      if (value != null && pair.toDefender != null) {
        defender.putIfAbsent(pair.defender, pair.toDefender.apply(value));
      }
    }
    defender.values().removeIf(NO_VALUE::equals);
    return defender;
  }

  private static @Nullable Object get(Map<String, ?> members, String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return members.get(path);
    }
    Map<String, ?> inner = object(members.get(path.substring(0, slash)));
    return inner.get(path.substring(slash + 1));
  }

  private static void put(Map<String, Object> members, String path, Object value) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      members.putIfAbsent(path, value);
      return;
    }
    String outer = path.substring(0, slash);
    Map<String, Object> inner = new LinkedHashMap<>(object(members.get(outer)));
    inner.putIfAbsent(path.substring(slash + 1), value);
    members.put(outer, inner);
  }

  /** An object's members; none if it is no object. */
  @SuppressWarnings("unchecked") // the names of JSON are texts
  static Map<String, Object> object(@Nullable Object value) {
    return value instanceof Map<?, ?> members ? (Map<String, Object>) members : Map.of();
  }

  /** The objects of a list; none if it is no list. */
  static List<Map<String, Object>> objects(@Nullable Object value) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (value instanceof List<?> elements) {
      elements.forEach(element -> objects.add(object(element)));
    }
    return objects;
  }
}
