package dev.defendersdk.testkit.internal.odata;

import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.QueryString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query options of a list. */
public final class ListQuery {

  /** The most that {@code $top} may ask for. */
  public static final int MOST = 10_000;

  private static final Comparator<@Nullable Object> VALUES =
      (a, b) -> a == null ? (b == null ? 0 : -1) : b == null ? 1 : Comparison.compare(a, b);

  private static final Set<String> OPTIONS =
      Set.of("$filter", "$top", "$skip", "$orderby", "$select", "$skiptoken");

  private final Schema schema;
  private final QueryString query;
  private final @Nullable Filter filter;
  private final @Nullable Comparator<Row> order;
  private final @Nullable Set<String> selected;
  private final @Nullable Integer top;
  private final int skip;

  private ListQuery(Schema schema, QueryString query, Set<String> options) {
    this.schema = schema;
    this.query = query;
    for (String name : query.parameters().keySet()) {
      if (name.startsWith("$") && !options.contains(name)) {
        throw ApiError.odata("The query option '" + name + "' is not supported.");
      }
    }
    String condition = query.get("$filter");
    this.filter = condition == null ? null : FilterParser.parse(schema, condition);
    String ordering = query.get("$orderby");
    this.order = ordering == null ? null : order(schema, ordering);
    String selection = query.get("$select");
    this.selected = selection == null ? null : select(schema, selection);
    this.top = query.get("$top") == null ? null : number(query, "$top");
    String token = query.get("$skiptoken");
    this.skip =
        token != null ? fromToken(token) : query.get("$skip") == null ? 0 : number(query, "$skip");
  }

  /**
   * Reads the options.
   *
   * @param more options that this list takes beside the usual ones; it looks at them itself
   * @throws ApiError {@code ODataError} if one cannot be read or is not supported, or {@code $top}
   *     is over 10,000
   */
  public static ListQuery of(Schema schema, QueryString query, String... more) {
    ListQuery read = withAnyTop(schema, query, more);
    if (read.top != null && read.top > MOST) {
      throw ApiError.odata(topExceeded(MOST, read.top));
    }
    return read;
  }

  /** The same, but whether {@code $top} is too large is left to the list. */
  public static ListQuery withAnyTop(Schema schema, QueryString query, String... more) {
    Set<String> options = new HashSet<>(OPTIONS);
    options.addAll(List.of(more));
    return new ListQuery(schema, query, options);
  }

  /**
   * Reads the options of a list that takes few or none. Its links must carry {@code $skiptoken},
   * which is taken beside these: {@link Paging#bySkipToken()}.
   *
   * @throws ApiError {@code ODataError} if one cannot be read or is another
   */
  public static ListQuery ofOnly(Schema schema, QueryString query, String... options) {
    Set<String> all = new HashSet<>(List.of(options));
    all.add("$skiptoken");
    return new ListQuery(schema, query, all);
  }

  /** The service's words for a {@code $top} that is too large. */
  public static String topExceeded(int most, int top) {
    return "The limit of '"
        + most
        + "' for Top query has been exceeded. The value from the incoming request is '"
        + top
        + "'.";
  }

  /** {@code $top}; null if it was not given. */
  public @Nullable Integer top() {
    return top;
  }

  /** How many of the list are passed over. */
  public int skip() {
    return skip;
  }

  /** Names of the properties to write; null for all. */
  public @Nullable Set<String> selected() {
    return selected;
  }

  /** Between which instants the filter lets a property be. */
  public Bounds bounds(String property) {
    return filter == null ? Bounds.NONE : filter.bounds(schema.get(property));
  }

  /** Whether it asks for the order of this property alone. */
  public boolean isOrderedBy(String property, boolean descending) {
    String ordering = query.get("$orderby");
    List<String> words =
        ordering == null
            ? List.of()
            : List.of(ordering.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    List<String> direction = descending ? List.of("desc") : List.of("asc");
    return !words.isEmpty()
        && words.get(0).equals(property.toLowerCase(Locale.ROOT))
        && (words.size() == 1 ? !descending : words.subList(1, words.size()).equals(direction));
  }

  /** Whether it asks for all there is: no condition, nothing skipped. */
  public boolean isWhole() {
    return filter == null && skip == 0 && (top == null || top > 0);
  }

  /**
   * Cuts one page out of all rows.
   *
   * @param path of the list, for its next link
   */
  public Page page(List<Row> all, String path, Paging paging) {
    Cut<Row> cut = cut(all, false, row -> row, path, paging);
    return new Page(cut.items(), selected, cut.nextLink());
  }

  /**
   * One page of things that are written as rows.
   *
   * @param nextLink where the list goes on; null if it ends here
   */
  public record Cut<T>(List<T> items, @Nullable String nextLink) {}

  /**
   * Cuts one page out of candidates, and looks at no more of them than the page needs.
   *
   * @param candidates in the list's own order
   * @param inOrder whether that is the order which is asked for
   * @param row how one looks to the filter and the order
   */
  public <T> Cut<T> cut(
      Iterable<T> candidates, boolean inOrder, Function<T, Row> row, String path, Paging paging) {
    Filter condition = order == null || inOrder ? filter : null;
    Iterable<T> rest = order == null || inOrder ? candidates : sorted(candidates, row, order);
    boolean capped = top != null && paging.top() != Paging.Top.PAGE_SIZE;
    boolean cutIntoPages = top == null || paging.top() != Paging.Top.CAPS_UNCUT;
    int wanted = capped && top != null ? top : Integer.MAX_VALUE;
    int pageSize =
        top != null && paging.top() == Paging.Top.PAGE_SIZE
            ? Math.min(top, paging.pageSize())
            : paging.pageSize();
    int size = cutIntoPages ? Math.min(wanted, pageSize) : wanted;
    List<T> items = new ArrayList<>();
    int passed = 0;
    for (T candidate : rest) {
      if (condition != null && !condition.matches(row.apply(candidate), Map.of())) {
        continue;
      }
      passed++;
      if (passed > skip + (long) size) {
        break;
      }
      if (passed > skip) {
        items.add(candidate);
      }
    }
    boolean more = passed > skip + (long) size && size < wanted;
    return new Cut<>(items, more ? link(path, skip + size, size, paging) : null);
  }

  /** How many of the candidates the filter lets pass. */
  public <T> long count(Iterable<T> candidates, Function<T, Row> row) {
    long count = 0;
    for (T candidate : candidates) {
      if (filter == null || filter.matches(row.apply(candidate), Map.of())) {
        count++;
      }
    }
    return count;
  }

  /** Those that the filter lets pass, in order: each is made a row once. */
  private <T> List<T> sorted(
      Iterable<T> candidates, Function<T, Row> row, Comparator<Row> comparator) {
    record Seen<T>(T candidate, Row row) {}
    List<Seen<T>> seen = new ArrayList<>();
    for (T candidate : candidates) {
      Row own = row.apply(candidate);
      if (filter == null || filter.matches(own, Map.of())) {
        seen.add(new Seen<>(candidate, own));
      }
    }
    seen.sort(Comparator.comparing(Seen::row, comparator));
    return seen.stream().map(Seen::candidate).toList();
  }

  private String link(String path, int next, int size, Paging paging) {
    StringBuilder link = new StringBuilder(paging.linkHost().apply(path)).append('?');
    query
        .parameters()
        .forEach(
            (name, value) -> {
              if (!Set.of("$skip", "$skiptoken", "$top").contains(name)) {
                link.append(name).append('=').append(encode(value)).append('&');
              }
            });
    if (top != null) {
      int rest = paging.top() == Paging.Top.PAGE_SIZE ? top : top - size;
      link.append("$top=").append(rest).append('&');
    }
    return paging.skipToken()
        ? link.append("$skiptoken=").append(encode(toToken(next))).toString()
        : link.append("$skip=").append(next).toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String toToken(int next) {
    return Base64.getUrlEncoder()
        .encodeToString(("after:" + next).getBytes(StandardCharsets.US_ASCII));
  }

  private static int fromToken(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
      if (text.startsWith("after:")) {
        return Integer.parseInt(text.substring(6));
      }
    } catch (IllegalArgumentException e) {
      throw ApiError.odata("The value of '$skiptoken' is not valid.");
    }
    throw ApiError.odata("The value of '$skiptoken' is not valid.");
  }

  private static int number(QueryString query, String name) {
    try {
      int number = Integer.parseInt(String.valueOf(query.get(name)));
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(query, name);
    }
    throw notANumber(query, name);
  }

  private static ApiError notANumber(QueryString query, String name) {
    return ApiError.odata(
        "Invalid value '"
            + query.get(name)
            + "' for "
            + name
            + " query option found. It requires a non-negative integer value.");
  }

  private static Comparator<Row> order(Schema schema, String text) {
    Comparator<Row> order = null;
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      Property property = schema.find(words[0]);
      String direction = words.length < 2 ? "asc" : words[1].toLowerCase(Locale.ROOT);
      if (property == null
          || !property.filterable()
          || words.length > 2
          || !Set.of("asc", "desc").contains(direction)) {
        throw ApiError.odata("The $orderby expression '" + part.strip() + "' is not valid.");
      }
      Comparator<Row> next = Comparator.comparing(row -> row.at(property), VALUES);
      next = direction.equals("desc") ? next.reversed() : next;
      order = order == null ? next : order.thenComparing(next);
    }
    if (order == null) {
      throw ApiError.odata("The $orderby expression is empty.");
    }
    return order;
  }

  private static Set<String> select(Schema schema, String text) {
    Set<String> names = new HashSet<>();
    for (String part : text.split(",", -1)) {
      Property property = schema.find(part.strip());
      if (property == null) {
        throw ApiError.odata("Could not find a property named '" + part.strip() + "'.");
      }
      names.add(property.name());
    }
    return names;
  }
}
