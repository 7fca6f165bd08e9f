package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.AlertChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an alert is from one change to the next. Values are those of the Defender API.
 *
 * @param lastUpdate in ticks
 * @param firstEvent in ticks
 * @param lastEvent in ticks
 * @param resolved in ticks; {@link Ticks#NONE} if it is not
 */
public record AlertState(
    long lastUpdate,
    String severity,
    String status,
    @Nullable String assignedTo,
    @Nullable String classification,
    @Nullable String determination,
    @Nullable String investigationState,
    List<Note> comments,
    long firstEvent,
    long lastEvent,
    long resolved)
    implements Changing.Version {

  static AlertState first(long at, String severity, long firstEvent, long lastEvent) {
    return new AlertState(
        at, severity, "New", null, null, null, null, List.of(), firstEvent, lastEvent, Ticks.NONE);
  }

  boolean isOpen() {
    return !status.equals("Resolved");
  }

  /** With a change made at the given tick. */
  AlertState with(AlertChange change, long at) {
    String newStatus = orElse(change.of("status", status), status);
    List<Note> notes = comments;
    if (!change.comments().isEmpty()) {
      notes = new ArrayList<>(comments);
      for (AlertChange.Comment comment : change.comments()) {
        notes.add(new Note(comment.text(), comment.by(), Ticks.instant(at)));
      }
    }
    return new AlertState(
        at,
        orElse(change.of("severity", severity), severity),
        newStatus,
        change.of("assignedTo", assignedTo),
        change.of("classification", classification),
        change.of("determination", determination),
        investigationState,
        List.copyOf(notes),
        firstEvent,
        lastEvent,
        resolvedAfter(newStatus, at));
  }

  private long resolvedAfter(String newStatus, long at) {
    if (!newStatus.equals("Resolved")) {
      return Ticks.NONE;
    }
    return resolved == Ticks.NONE ? at : resolved;
  }

  private static String orElse(@Nullable String value, String other) {
    return value == null ? other : value;
  }

  AlertState investigated(String state, long at) {
    return new AlertState(
        at,
        severity,
        status,
        assignedTo,
        classification,
        determination,
        state,
        comments,
        firstEvent,
        lastEvent,
        resolved);
  }

  /** Nothing but another instant, and one event more. */
  AlertState touched(long at, long event) {
    return new AlertState(
        at,
        severity,
        status,
        assignedTo,
        classification,
        determination,
        investigationState,
        comments,
        Math.min(firstEvent, event),
        Math.max(lastEvent, event),
        resolved);
  }

  /** As a script has it. */
  AlertState scripted(String newSeverity, String newStatus, long at) {
    return new AlertState(
        at,
        newSeverity,
        newStatus,
        assignedTo,
        classification,
        determination,
        investigationState,
        comments,
        firstEvent,
        lastEvent,
        resolvedAfter(newStatus, at));
  }
}
