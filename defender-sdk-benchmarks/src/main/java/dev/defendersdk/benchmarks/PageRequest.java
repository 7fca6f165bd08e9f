package dev.defendersdk.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page that is asked for, of a list that holds so many.
 *
 * @param root of the server, as the caller named it
 * @param query what is said of its size, to be said again in the next link
 * @param from how many elements come before it
 * @param size how many it holds
 * @param all how many the list holds
 */
record PageRequest(Listed<?> listed, String root, String query, int from, int size, int all) {

  private static final Pattern TOP = Pattern.compile("\\$top=(\\d+)");
  private static final Pattern SKIP = Pattern.compile("\\$skip(?:token)?=(\\d+)");
  private static final long SEED = 20_261_124L;

  static PageRequest of(HttpExchange exchange, Listed<?> listed, int all) {
    String asked = String.valueOf(exchange.getRequestURI().getQuery());
    Matcher top = TOP.matcher(asked);
    Matcher skip = SKIP.matcher(asked);
    boolean sized = top.find();
    int from = skip.find() ? Integer.parseInt(skip.group(1)) : 0;
    int most = sized ? Integer.parseInt(top.group(1)) : listed.pageSize();
    return new PageRequest(
        listed,
        "http://" + exchange.getRequestHeaders().getFirst("Host"),
        sized ? top.group() + "&" : "",
        from,
        Math.max(0, Math.min(most, all - from)),
        all);
  }

  /** Writes it, never holding it whole. */
  void write(OutputStream to) throws IOException {
    listed.pages().write(to, SEED + from, size, nextLink());
  }

  // Defender gives none to who says how many a page shall hold.
  private @Nullable String nextLink() {
    int next = from + size;
    boolean none = next >= all || (listed.path().startsWith("/api/") && !query.isEmpty());
    return none ? null : root + listed.path() + "?" + query + "$skiptoken=" + next;
  }
}
