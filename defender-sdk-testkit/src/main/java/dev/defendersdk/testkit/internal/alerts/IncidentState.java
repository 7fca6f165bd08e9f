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

  /** At another tick. */
  IncidentState at(long tick) {
    return new IncidentState(tick, texts, customTags, comments);
  }

  /** At least as severe as said. */
  IncidentState atLeast(String other) {
    boolean worse = SEVERITIES.indexOf(other) > SEVERITIES.indexOf(always("severity"));
    return worse ? with("severity", other) : this;
  }

  /** With another text; null for none. */
  public IncidentState with(String name, @Nullable String value) {
    Map<String, String> more = new HashMap<>(texts);
    if (value == null) {
      more.remove(name);
    } else {
      more.put(name, value);
    }
    return new IncidentState(lastUpdate, Collections.unmodifiableMap(more), customTags, comments);
  }

  /** With other tags. */
  public IncidentState withTags(List<String> tags) {
    return new IncidentState(lastUpdate, texts, List.copyOf(tags), comments);
  }

  /** With one comment more. */
  IncidentState with(Note comment) {
    List<Note> more = new ArrayList<>(comments);
    more.add(comment);
    return new IncidentState(lastUpdate, texts, customTags, List.copyOf(more));
  }
}
