package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.argument.Check;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an incident; what is not said stays as it is. Immutable: every method returns a
 * new one. Page: security-incident-update.md. An older revision of it lets only owner,
 * classification, determination, status and tags be changed.
 */
public final class IncidentUpdate {

  private static final IncidentUpdate NOTHING = new IncidentUpdate(Map.of());

  private final Map<String, @Nullable Object> members;

  private IncidentUpdate(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /** Changes nothing yet. */
  public static IncidentUpdate nothing() {
    return NOTHING;
  }

  /**
   * How far the work on it is. The page has {@code active}, {@code resolved} and {@code
   * redirected}; the schema {@code inProgress} too, so it is sent. The service may refuse what the
   * page does not have, and {@code redirected}, which cannot say where to.
   */
  public IncidentUpdate status(IncidentStatus status) {
    return with("status", GraphRequests.settable(status, "status").sent());
  }

  /** How severe it is. */
  public IncidentUpdate severity(SecurityAlertSeverity severity) {
    return with("severity", GraphRequests.settable(severity, "severity").sent());
  }

  /** What people found it to be. */
  public IncidentUpdate classification(SecurityAlertClassification classification) {
    return with("classification", GraphRequests.settable(classification, "classification").sent());
  }

  /** What was behind it. */
  public IncidentUpdate determination(SecurityAlertDetermination determination) {
    return with("determination", GraphRequests.settable(determination, "determination").sent());
  }

  /** Who works on it, free text. */
  public IncidentUpdate assignedTo(String assignedTo) {
    return with("assignedTo", Check.notBlank(assignedTo, "assignedTo"));
  }

  /**
   * Nobody works on it any more. Null is sent: that it clears follows from its meaning in answers;
   * no page says it.
   */
  public IncidentUpdate unassigned() {
    return with("assignedTo", null);
  }

  /**
   * These tags and no other: what is left out should be removed, though no page says so. So send
   * all that are to stay.
   *
   * @param tags none to remove them all
   */
  public IncidentUpdate customTags(Collection<String> tags) {
    List<String> given = Check.noNulls(tags, "tags");
    for (int i = 0; i < given.size(); i++) {
      Check.notBlank(given.get(i), "tags[" + i + "]");
    }
    return with("customTags", given);
  }

  /** Its name. */
  public IncidentUpdate displayName(String displayName) {
    return with("displayName", Check.notBlank(displayName, "displayName"));
  }

  /** What happened: rich text. */
  public IncidentUpdate description(String description) {
    return with("description", Check.notBlank(description, "description"));
  }

  /** An overview of the attack. */
  public IncidentUpdate summary(String summary) {
    return with("summary", Check.notBlank(summary, "summary"));
  }

  /** Why it is closed. */
  public IncidentUpdate resolvingComment(String comment) {
    return with("resolvingComment", Check.notBlank(comment, "comment"));
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  private IncidentUpdate with(String name, @Nullable Object value) {
    return new IncidentUpdate(GraphRequests.with(members, name, value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IncidentUpdate that && that.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Shows what is changed, not to what. */
  @Override
  public String toString() {
    return "IncidentUpdate" + members.keySet();
  }
}
