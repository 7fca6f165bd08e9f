package dev.defendersdk.indicators.match;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Domains, and URLs whose host is a name. */
final class DomainTable {

  private final PrintTable table;

  private DomainTable(PrintTable table) {
    this.table = table;
  }

  /**
   * Adds the rules of a URL's host and of all domains above it, and those of URLs that name the
   * host: on its path if that is seen, else those without a path.
   */
  @Nullable Hits find(UrlText url, MatchContext context, int port, boolean pathSeen) {
    String text = url.text();
    int to = url.hostTo();
    Hits hits = null;
    long print = 0;
    for (int i = to - 1; i >= url.hostFrom(); i--) {
      char c = text.charAt(i);
      if (c == '.') {
        hits = Hits.with(hits, find(print, text, i + 1, to), context, port);
      }
      print = step(print, c);
    }
    Site site = find(print, text, url.hostFrom(), to);
    if (url.above()) {
      return Hits.with(hits, site, context, port);
    }
    return site == null ? hits : site.hits(hits, pathSeen ? url : null, context, port);
  }

  private @Nullable Site find(long print, String text, int from, int to) {
    for (Node each = table.first(print); each != null; each = each.next()) {
      DomainNode node = (DomainNode) each;
      if (node.name.length() == to - from
          && text.regionMatches(true, from, node.name, 0, to - from)) {
        return node;
      }
    }
    return null;
  }

  /** The characters of a plain host that differ without this bit are letters of other case. */
  private static long step(long print, char c) {
    return Site.step(print, c | 0x20);
  }

  /** Collects domains before the table is made. */
  static final class Builder {

    private final Map<String, DomainNode> nodes = new HashMap<>();

    /** The node of a plain host. */
    Site node(String host) {
      return nodes.computeIfAbsent(host.toLowerCase(Locale.ROOT), DomainNode::new);
    }

    DomainTable build() {
      nodes.values().forEach(Site::freeze);
      return new DomainTable(new PrintTable(nodes.values()));
    }
  }

  private static final class DomainNode extends Site {

    private final String name;

    DomainNode(String name) {
      super(print(name));
      this.name = name;
    }

    /** From its end, so that the prints of all domains above a host come on the way to its own. */
    private static long print(String name) {
      long print = 0;
      for (int i = name.length() - 1; i >= 0; i--) {
        print = DomainTable.step(print, name.charAt(i));
      }
      return print;
    }
  }
}
