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

  /**
   * Who works on it.
   *
   * @param assignedTo a user, or null for nobody. That null clears it follows from its meaning in
   *     answers; no page says it.
   */
  public SecurityAlertUpdate assignedTo(@Nullable String assignedTo) {
    return with("assignedTo", assignedTo == null ? null : Check.notBlank(assignedTo, "assignedTo"));
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

  /** Shows what is changed, not to what. */
  @Override
  public String toString() {
    return "SecurityAlertUpdate" + members.keySet();
  }
}
