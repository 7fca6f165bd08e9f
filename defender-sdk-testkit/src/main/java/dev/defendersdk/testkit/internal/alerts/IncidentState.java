package dev.defendersdk.testkit.internal.alerts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an incident is from one change to the next. Values are those of Graph.
 *
 * @param lastUpdate in ticks
 * @param texts its members that are texts, by the names that Graph has; what is null is absent
 */
public record IncidentState(
    long lastUpdate, Map<String, String> texts, List<String> customTags, List<Note> comments)
    implements Changing.Version {

  private static final List<String> SEVERITIES =
      List.of("unknown", "informational", "low", "medium", "high");

  static IncidentState first(long at, String displayName, String severity) {
    return new IncidentState(
        at,
        Map.of(
            "displayName", displayName,
            "severity", severity,
            "status", "active",
            "classification", "unknown",
            "determination", "unknown"),
        List.of(),
        List.of());
  }

  /** A text; null if it has none. */
  public @Nullable String text(String name) {
    return texts.get(name);
  }

  /** A text that it always has. */
  public String always(String name) {
    return texts.getOrDefault(name, "");
  }

  boolean isOpen() {
    return always("status").equals("active") || always("status").equals("inProgress");
  }

  /** At another instant, and at least as severe as said. */
  IncidentState touched(long at, String atLeast) {
    String severity = always("severity");
    return SEVERITIES.indexOf(atLeast) > SEVERITIES.indexOf(severity)
        ? with(at, "severity", atLeast)
        : new IncidentState(at, texts, customTags, comments);
  }

  /** With another text. */
  public IncidentState with(long at, String name, @Nullable String value) {
    Map<String, String> more = new HashMap<>(texts);
    if (value == null) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return new IncidentState(at, Collections.unmodifiableMap(more), customTags, comments);
  }

  /** With other tags. */
  public IncidentState withTags(long at, List<String> tags) {
    return new IncidentState(at, texts, List.copyOf(tags), comments);
  }

  /** With one comment more. */
  public IncidentState withComment(long at, String text, String by) {
    List<Note> more = new ArrayList<>(comments);
    more.add(new Note(text, by, Ticks.instant(at)));
    return new IncidentState(at, texts, customTags, List.copyOf(more));
  }
}
