package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.argument.Check;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an alert; what is not said stays as it is. Immutable: every method returns a
 * new one. Page: security-alert-update.md. Nothing else of an alert can be changed: a comment is
 * added by {@link SecurityAlertsClient#addComment(String, String)}.
 */
public final class SecurityAlertUpdate {

  private static final SecurityAlertUpdate NOTHING = new SecurityAlertUpdate(Map.of());

  private final Map<String, @Nullable Object> members;

  private SecurityAlertUpdate(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /** Changes nothing yet. */
  public static SecurityAlertUpdate nothing() {
    return NOTHING;
  }

  /** How far the work on it is. */
  public SecurityAlertUpdate status(SecurityAlertStatus status) {
    return with("status", GraphRequests.settable(status, "status").sent());
  }

  /** What people found it to be. */
  public SecurityAlertUpdate classification(SecurityAlertClassification classification) {
    return with("classification", GraphRequests.settable(classification, "classification").sent());
  }

  /** What was behind it. */
  public SecurityAlertUpdate determination(SecurityAlertDetermination determination) {
    return with("determination", GraphRequests.settable(determination, "determination").sent());
  }

  /** Who works on it. */
  public SecurityAlertUpdate assignedTo(String assignedTo) {
    return with("assignedTo", Check.notBlank(assignedTo, "assignedTo"));
  }

  /**
   * Nobody works on it any more. Null is sent: that it clears follows from its meaning in answers;
   * no page says it.
   */
  public SecurityAlertUpdate unassigned() {
    return with("assignedTo", null);
  }

  /** Whether it changes nothing. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  private SecurityAlertUpdate with(String name, @Nullable Object value) {
    return new SecurityAlertUpdate(GraphRequests.with(members, name, value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecurityAlertUpdate that && that.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Shows what is changed, not to what. */
  @Override
  public String toString() {
    return "SecurityAlertUpdate" + members.keySet();
  }
}
