package dev.defendersdk.indicators.match;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host: its rules are those of the address or of the domain itself, and below it are the paths of
 * the URLs that name it.
 */
abstract class Site extends Node {

  private @Nullable Map<String, PathNode> building;
  private @Nullable PrintTable paths;

  Site(long print) {
    super(print);
  }

  /** Adds the rule of a URL by its path and query. */
  final void add(String path, Rule rule) {
    if (building == null) {
      building = new HashMap<>();
    }
    building.computeIfAbsent(path, PathNode::new).add(rule);
  }

  /** Ends the building. */
  final void freeze() {
    if (building != null) {
      paths = new PrintTable(building.values());
      building = null;
    }
  }

  /**
   * Adds its own rules, and those of URLs that name it: on the path of the URL whose path is seen,
   * else, if that is null, those without a path.
   */
  final @Nullable Hits hits(
      @Nullable Hits hits, @Nullable UrlText seen, MatchContext context, int port) {
    Hits all = Hits.with(hits, this, context, port);
    return paths == null ? all : paths(paths, all, seen == null ? "" : seen.path(), context, port);
  }

  /**
   * Adds the rules of a path, and of those above it: all that end where a step of the path, the
   * path, or a member of the query ends.
   */
  private static @Nullable Hits paths(
      PrintTable paths, @Nullable Hits hits, String path, MatchContext context, int port) {
    Hits all = hits;
    boolean query = false;
    long print = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (query ? c == '&' : c == '/' || c == '?') {
        all = Hits.with(all, find(paths, print, path, i), context, port);
        query = c == '?' || query;
      }
      print = step(print, c);
    }
    return Hits.with(all, find(paths, print, path, path.length()), context, port);
  }

  private static @Nullable Node find(PrintTable paths, long print, String text, int length) {
    for (Node each = paths.first(print); each != null; each = each.next()) {
      String path = ((PathNode) each).path;
      if (path.length() == length && text.startsWith(path)) {
        return each;
      }
    }
    return null;
  }

  /** The print of a text, one character longer. */
  static long step(long print, int c) {
    return (print + c) * 0x9E3779B97F4A7C15L;
  }

  private static final class PathNode extends Node {

    private final String path;

    PathNode(String path) {
      super(print(path));
      this.path = path;
    }

    private static long print(String path) {
      long print = 0;
      for (int i = 0; i < path.length(); i++) {
        print = step(print, path.charAt(i));
      }
      return print;
    }
  }
}
