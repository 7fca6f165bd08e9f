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
import org.jspecify.annotations.Nullable;

/** The query options of a list. */
public final class ListQuery {

  /** The most that {@code $top} may ask for. */
  public static final int MOST = 10_000;

  private static final Comparator<@Nullable Object> VALUES =
      (a, b) -> a == null ? (b == null ? 0 : -1) : b == null ? 1 : Comparison.compare(a, b);

  private final QueryString query;
  private final @Nullable Filter filter;
  private final @Nullable Comparator<Row> order;
  private final @Nullable Set<String> selected;
  private final @Nullable Integer top;
  private final int skip;

  private ListQuery(Schema schema, QueryString query) {
    this.query = query;
    for (String name : query.parameters().keySet()) {
      if (name.startsWith("$")
          && !Set.of("$filter", "$top", "$skip", "$orderby", "$select", "$skiptoken")
              .contains(name)) {
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
    if (top != null && top > MOST) {
      throw ApiError.odata(
          "The limit of '"
              + MOST
              + "' for Top query has been exceeded. The value from the incoming request is '"
              + top
              + "'.");
    }
  }

  /**
   * Reads the options.
   *
   * @throws ApiError {@code ODataError} if one cannot be read or is not supported
   */
  public static ListQuery of(Schema schema, QueryString query) {
    return new ListQuery(schema, query);
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
    List<Row> rows = new ArrayList<>(filter == null ? all : List.of());
    if (filter != null) {
      for (Row row : all) {
        if (filter.matches(row, Map.of())) {
          rows.add(row);
        }
      }
    }
    if (order != null) {
      rows.sort(order);
    }
    int start = Math.min(skip, rows.size());
    int wanted = Math.min(rows.size() - start, top == null ? Integer.MAX_VALUE : top);
    int size = top == null || paging.linkWithTop() ? Math.min(wanted, paging.pageSize()) : wanted;
    String link = size < wanted ? link(path, start + size, size, paging) : null;
    return new Page(rows.subList(start, start + size), selected, link);
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
      link.append("$top=").append(top - size).append('&');
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
