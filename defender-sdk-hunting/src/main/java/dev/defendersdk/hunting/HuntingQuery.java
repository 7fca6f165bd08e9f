package dev.defendersdk.hunting;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query in the language of hunting (KQL), with values in it that are escaped by construction:
 * places for them are names in braces, without quotes around. Immutable: every method returns a new
 * query.
 *
 * <pre>{@code
 * HuntingQuery query =
 *     HuntingQuery.of("DeviceEvents | where DeviceName == {name} and Timestamp > {since}")
 *         .with("name", name)
 *         .with("since", Instant.parse("2026-11-20T00:00:00Z"));
 * }</pre>
 */
public final class HuntingQuery {

  private final KqlTemplate template;
  private final Map<String, String> literals;
  private final @Nullable HuntingTimespan timespan;
  private final @Nullable String workspaceId;

  private HuntingQuery(
      KqlTemplate template,
      Map<String, String> literals,
      @Nullable HuntingTimespan timespan,
      @Nullable String workspaceId) {
    this.template = template;
    this.literals = literals;
    this.timespan = timespan;
    this.workspaceId = workspaceId;
  }

  /**
   * A query. Names in braces outside of quotes and comments are places for values, such as {@code
   * {name}}; other braces are text. Do not put values into the text yourself.
   */
  public static HuntingQuery of(String kql) {
    return new HuntingQuery(new KqlTemplate(Check.notBlank(kql, "kql")), Map.of(), null, null);
  }

  /**
   * Sets the value of a place, everywhere that it occurs.
   *
   * @param name without braces
   * @param value a text, a {@code Long} or {@code Integer}, a {@code BigDecimal} or {@code Double},
   *     a boolean, an {@code Instant} (sent to seven digits of a second), a {@code Duration}, or a
   *     collection of texts, whole numbers and booleans, for {@code in ({names})}
   * @throws IllegalArgumentException if the query has no such place, or the language no literal of
   *     the value
   */
  public HuntingQuery with(String name, Object value) {
    if (!template.names().contains(Check.notBlank(name, "name"))) {
      throw new IllegalArgumentException(
          "name is "
              + Check.quote(name)
              + ": outside of quotes the query has places for "
              + template.names()
              + " only. Use one of these, and put no quotes around a place.");
    }
    Map<String, String> more = new LinkedHashMap<>(literals);
    more.put(name, KqlLiteral.of(Check.notNull(value, name), name));
    return new HuntingQuery(template, more, timespan, workspaceId);
  }

  /** Sets the time that it looks at; 30 days up to now by default. */
  public HuntingQuery timespan(HuntingTimespan timespan) {
    return new HuntingQuery(template, literals, Check.notNull(timespan, "timespan"), workspaceId);
  }

  /**
   * Sets the Log Analytics workspace that it looks at. The service takes the primary one where this
   * is not known or may not be read, and does not say so.
   *
   * @param workspaceId a GUID
   */
  public HuntingQuery workspaceId(String workspaceId) {
    String given = Check.notBlank(workspaceId, "workspaceId");
    try {
      return new HuntingQuery(template, literals, timespan, UUID.fromString(given).toString());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "workspaceId is " + Check.quote(given) + ": it must be a GUID. Pass the workspace's id.");
    }
  }

  /**
   * The text that is sent, with the values in their places.
   *
   * @throws IllegalArgumentException if a place has no value
   */
  public String kql() {
    return template.with(literals);
  }

  /** The time that it looks at; null for the service's own choice. */
  public @Nullable HuntingTimespan timespan() {
    return timespan;
  }

  /** The workspace that it looks at; null for the primary one. */
  public @Nullable String workspaceId() {
    return workspaceId;
  }

  /** Shows the length, no text: it may hold what a log must not. */
  @Override
  public String toString() {
    int length = template.with(placeholders()).length();
    return "HuntingQuery[" + length + " characters, values for " + literals.keySet() + "]";
  }

  private Map<String, String> placeholders() {
    Map<String, String> all = new LinkedHashMap<>();
    template.names().forEach(name -> all.put(name, "{" + name + "}"));
    return all;
  }

  void checkForDefender() {
    if (timespan != null) {
      throw new IllegalArgumentException(
          "timespan is "
              + timespan
              + ": Defender's own route takes none. Filter by Timestamp in the query.");
    }
    if (workspaceId != null) {
      throw new IllegalArgumentException(
          "workspaceId is "
              + workspaceId
              + ": Defender's own route takes none. Leave it out, or run it on Graph.");
    }
  }

  void checkSliceable() {
    for (String end : new String[] {"from", "to"}) {
      if (!template.names().contains(end) || literals.containsKey(end)) {
        throw new IllegalArgumentException(
            "query is one with values for "
                + literals.keySet()
                + " and places for "
                + template.names()
                + ": slices need the places {from} and {to}, without values."
                + " Filter by Timestamp >= {from} and Timestamp < {to}.");
      }
    }
    if (timespan != null) {
      throw new IllegalArgumentException(
          "timespan is " + timespan + ": each slice has its own. Leave it out.");
    }
    Map<String, String> all = new LinkedHashMap<>(literals);
    all.put("from", "");
    all.put("to", "");
    String unused = template.with(all); // every other place has its value
  }

  /**
   * This query in one slice. Its own filter is exact; the time span only says how far back to look,
   * and no page tells whether the ends belong to it, so it reaches a second further.
   */
  HuntingQuery in(TimeSlices.Slice slice) {
    Duration margin = Duration.ofSeconds(1);
    return with("from", slice.from())
        .with("to", slice.to())
        .timespan(HuntingTimespan.between(slice.from().minus(margin), slice.to().plus(margin)));
  }
}
