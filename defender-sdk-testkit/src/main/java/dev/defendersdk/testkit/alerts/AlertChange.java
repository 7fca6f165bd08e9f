package dev.defendersdk.testkit.alerts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an alert: what is not said stays. Values are those of the Defender API, and any
 * other text that a client is to meet. Immutable: every method returns a new change.
 */
public final class AlertChange {

  private static final AlertChange NOTHING = new AlertChange(Map.of(), List.of());

  /**
   * A comment to be added.
   *
   * @param by who says it
   */
  public record Comment(String text, String by) {}

  private final Map<String, @Nullable String> values;
  private final List<Comment> comments;

  private AlertChange(Map<String, @Nullable String> values, List<Comment> comments) {
    this.values = values;
    this.comments = comments;
  }

  /** A change of nothing, to begin with. */
  public static AlertChange nothing() {
    return NOTHING;
  }

  /** Its status, such as {@code New}, {@code InProgress} or {@code Resolved}. */
  public AlertChange status(String value) {
    return with("status", Objects.requireNonNull(value, "value"));
  }

  /** Its severity, such as {@code High}. */
  public AlertChange severity(String value) {
    return with("severity", Objects.requireNonNull(value, "value"));
  }

  /** Its owner; null for nobody. */
  public AlertChange assignedTo(@Nullable String value) {
    return with("assignedTo", value);
  }

  /** Its classification, such as {@code TruePositive}; null for none. */
  public AlertChange classification(@Nullable String value) {
    return with("classification", value);
  }

  /** Its determination, such as {@code Malware}; null for none. */
  public AlertChange determination(@Nullable String value) {
    return with("determination", value);
  }

  /**
   * Adds a comment.
   *
   * @param by who says it
   */
  public AlertChange comment(String text, String by) {
    List<Comment> more = new ArrayList<>(comments);
    more.add(new Comment(Objects.requireNonNull(text, "text"), Objects.requireNonNull(by, "by")));
    return new AlertChange(values, List.copyOf(more));
  }

  private AlertChange with(String name, @Nullable String value) {
    Map<String, @Nullable String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new AlertChange(Collections.unmodifiableMap(more), comments);
  }

  /** Whether it changes nothing. */
  public boolean isNothing() {
    return values.isEmpty() && comments.isEmpty();
  }

  /**
   * What a property becomes.
   *
   * @param name as the Defender API spells it
   * @param before what it is
   */
  public @Nullable String of(String name, @Nullable String before) {
    return values.containsKey(name) ? values.get(name) : before;
  }

  /** What it sets, by name. */
  public Map<String, @Nullable String> values() {
    return values;
  }

  /** The comments that it adds. */
  public List<Comment> comments() {
    return comments;
  }

  @Override
  public String toString() {
    return "AlertChange" + values;
  }
}
