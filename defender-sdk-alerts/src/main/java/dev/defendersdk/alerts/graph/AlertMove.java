package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.argument.Check;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that are to move to another incident. Immutable: every method returns a new one. Page:
 * security-alert-movealerts.md.
 */
public final class AlertMove {

  private final Map<String, @Nullable Object> members;

  private AlertMove(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * These alerts, to an incident of their own that the service creates.
   *
   * @param alertIds from 1 to 1,000; no page gives a bound. One that comes twice counts once
   */
  public static AlertMove of(Collection<String> alertIds) {
    List<String> ids = GraphRequests.ids(alertIds, "alertIds", "SecurityAlert.id()");
    return new AlertMove(Map.of("alertIds", ids));
  }

  /** To an incident that is there. */
  public AlertMove toIncident(String incidentId) {
    return with("incidentId", GraphRequests.incidentId(incidentId));
  }

  /** With a comment on the alerts. */
  public AlertMove comment(String comment) {
    return with("alertComment", Check.notBlank(comment, "comment"));
  }

  /** Why they belong there. */
  public AlertMove because(CorrelationReason... reasons) {
    return because(Arrays.asList(Check.notNull(reasons, "reasons")));
  }

  /**
   * Why they belong there.
   *
   * @param reasons at least one
   */
  public AlertMove because(Collection<CorrelationReason> reasons) {
    return with("newCorrelationReasons", GraphRequests.reasons(reasons, "reasons"));
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  private AlertMove with(String name, Object value) {
    return new AlertMove(GraphRequests.with(members, name, value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlertMove that && that.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Shows what is said of the move, not the alerts. */
  @Override
  public String toString() {
    return "AlertMove" + members.keySet();
  }
}
