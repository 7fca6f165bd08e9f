package dev.defendersdk.core.call;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.internal.text.Timestamps;
import dev.defendersdk.core.odata.ListQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An operation and its arguments. Immutable: every method returns a new call.
 *
 * <pre>{@code
 * Machine machine = defender.execute(Call.of(MACHINES_GET).path("id", machineId));
 * }</pre>
 *
 * @param <T> what a successful call returns
 */
public final class Call<T> {

  private final Operation<T> operation;
  private final Map<String, String> pathValues;
  private final Map<String, String> queryValues;
  private final Map<String, @Nullable Object> members;
  private final ListQuery listQuery;
  private final @Nullable Multipart multipart;
  private final boolean once;

  private Call(
      Operation<T> operation,
      Map<String, String> pathValues,
      Map<String, String> queryValues,
      Map<String, @Nullable Object> members,
      ListQuery listQuery,
      @Nullable Multipart multipart,
      boolean once) {
    this.operation = operation;
    this.pathValues = pathValues;
    this.queryValues = queryValues;
    this.members = members;
    this.listQuery = listQuery;
    this.multipart = multipart;
    this.once = once;
  }

  /** A call of an operation, with no arguments yet. */
  public static <T> Call<T> of(Operation<T> operation) {
    return new Call<>(
        Check.notNull(operation, "operation"),
        Map.of(),
        Map.of(),
        Map.of(),
        ListQuery.all(),
        null,
        false);
  }

  /**
   * Sets a placeholder of the path. Instants are written as the service takes them, all else by its
   * {@code toString}. The value is percent-encoded, and quotes within it doubled where the path has
   * the placeholder in quotes.
   *
   * @throws IllegalArgumentException if the path has no such placeholder or the value is blank
   */
  public Call<T> path(String name, Object value) {
    if (!operation.pathNames().contains(Check.notBlank(name, "name"))) {
      throw new IllegalArgumentException(
          "path name is "
              + Check.quote(name)
              + ": "
              + operation
              + " has "
              + operation.pathNames()
              + ". Use one of these.");
    }
    String checked = Check.notBlank(text(Check.notNull(value, name)), name);
    if (checked.equals(".") || checked.equals("..")) {
      throw new IllegalArgumentException(
          name + " is " + Check.quote(checked) + ": it would change the path. Pass an id.");
    }
    return new Call<>(
        operation,
        with(pathValues, name, checked),
        queryValues,
        members,
        listQuery,
        multipart,
        once);
  }

  /** Sets a query parameter, written as a path value and percent-encoded. */
  public Call<T> query(String name, Object value) {
    Map<String, String> values =
        with(queryValues, Check.notBlank(name, "name"), text(Check.notNull(value, name)));
    return new Call<>(operation, pathValues, values, members, listQuery, multipart, once);
  }

  /** Sets filter, order, page size and the like of a list. */
  public Call<T> query(ListQuery query) {
    return new Call<>(
        operation,
        pathValues,
        queryValues,
        members,
        Check.notNull(query, "query"),
        multipart,
        once);
  }

  /**
   * Sets a member of the JSON body. Texts, numbers, booleans, instants, lists of these and the
   * SDK's own value types are written as the service wants them. A null leaves the member out.
   */
  public Call<T> member(String name, @Nullable Object value) {
    Check.notBlank(name, "name");
    return value == null ? this : withMembers(with(members, name, value));
  }

  /** Sets a member of the JSON body to null, which the service takes for "no value". */
  public Call<T> clear(String name) {
    Map<String, @Nullable Object> cleared = new LinkedHashMap<>(members);
    cleared.put(Check.notBlank(name, "name"), null);
    return withMembers(Collections.unmodifiableMap(cleared));
  }

  private Call<T> withMembers(Map<String, @Nullable Object> changed) {
    if (multipart != null) {
      throw bothBodies();
    }
    return new Call<>(operation, pathValues, queryValues, changed, listQuery, null, once);
  }

  /**
   * Sets a body of {@code multipart/form-data}, in place of JSON.
   *
   * @throws IllegalArgumentException if a member of a JSON body was set
   */
  public Call<T> multipart(Multipart body) {
    Check.notNull(body, "body");
    if (!members.isEmpty()) {
      throw bothBodies();
    }
    return new Call<>(operation, pathValues, queryValues, members, listQuery, body, once);
  }

  /**
   * Says that with these arguments a second sending would do something twice, though the operation
   * is repeatable by itself: it adds a comment, say. The call is then sent again as little as one
   * of an acting operation.
   */
  public Call<T> once() {
    return new Call<>(operation, pathValues, queryValues, members, listQuery, multipart, true);
  }

  private IllegalArgumentException bothBodies() {
    return new IllegalArgumentException(
        "the call of "
            + operation
            + " has a body of JSON and one of parts: it can have one only."
            + " Use either member(…) or multipart(…).");
  }

  /** The operation. */
  public Operation<T> operation() {
    return operation;
  }

  /** What a second sending would do: as the operation says, unless {@link #once()} was called. */
  public Repeatability repeatability() {
    return once && operation.repeatability() == Repeatability.REPEATABLE
        ? Repeatability.ACTING
        : operation.repeatability();
  }

  /** Filter, order, page size and the like; everything by default. */
  public ListQuery listQuery() {
    return listQuery;
  }

  /** The members of the JSON body, in the order in which they were set; empty if there is none. */
  public Map<String, @Nullable Object> members() {
    return members;
  }

  /** The body of {@code multipart/form-data}; null if there is none. */
  public @Nullable Multipart multipart() {
    return multipart;
  }

  /**
   * The path with its values and the query parameters, encoded, without the list query.
   *
   * @throws IllegalArgumentException if a placeholder has no value
   */
  public String target() {
    StringBuilder target = new StringBuilder(operation.path());
    for (String name : operation.pathNames()) {
      String value = pathValues.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            name + " is missing: the path of " + operation + " needs it. Set it with path(…).");
      }
      int at = target.indexOf("{" + name + "}");
      boolean quoted = at > 0 && target.charAt(at - 1) == '\'';
      target.replace(at, at + name.length() + 2, encode(quoted ? value.replace("'", "''") : value));
    }
    if (!queryValues.isEmpty()) {
      StringJoiner query = new StringJoiner("&", "?", "");
      queryValues.forEach(
          (name, value) -> query.add(encode(name).replace("%24", "$") + "=" + encode(value)));
      target.append(query);
    }
    return target.toString();
  }

  /** Names the operation. Arguments are not shown: they may hold what a log must not. */
  @Override
  public String toString() {
    return "Call[" + operation.id() + "]";
  }

  private static String text(Object value) {
    return value instanceof Instant instant ? Timestamps.write(instant) : value.toString();
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%3A", ":");
  }

  private static <V> Map<String, V> with(Map<String, V> values, String name, V value) {
    Map<String, V> copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return Collections.unmodifiableMap(copy);
  }
}
