package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.argument.Check;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that are to become one. Immutable: every method returns a new one. Page:
 * security-incident-mergeincidents.md.
 */
public final class IncidentMerge {

  private final Map<String, @Nullable Object> members;

  private IncidentMerge(Map<String, @Nullable Object> members) {
    this.members = members;
  }

  /**
   * These incidents. Which of them remains is the service's choice.
   *
   * @param incidentIds from 2 to 1,000; no page gives a bound. One that comes twice counts once
   */
  public static IncidentMerge of(Collection<String> incidentIds) {
    List<String> ids = GraphRequests.ids(incidentIds, "incidentIds", "Incident.id()");
    if (ids.size() < 2) {
      throw new IllegalArgumentException(
          "incidentIds is "
              + incidentIds
              + ": a merge takes at least two incidents. Pass those that belong together.");
    }
    return new IncidentMerge(Map.of("incidentIds", ids));
  }

  /** With a comment on the incident that remains. */
  public IncidentMerge comment(String comment) {
    return with("incidentComment", Check.notBlank(comment, "comment"));
  }

  /** Why they belong together. */
  public IncidentMerge because(CorrelationReason... reasons) {
    return because(Arrays.asList(Check.notNull(reasons, "reasons")));
  }

  /**
   * Why they belong together.
   *
   * @param reasons at least one
   */
  public IncidentMerge because(Collection<CorrelationReason> reasons) {
    return with("mergeReasons", GraphRequests.reasons(reasons, "reasons"));
  }

  Map<String, @Nullable Object> members() {
    return members;
  }

  private IncidentMerge with(String name, Object value) {
    return new IncidentMerge(GraphRequests.with(members, name, value));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IncidentMerge that && that.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /** Shows what is said of the merge, not the incidents. */
  @Override
  public String toString() {
    return "IncidentMerge" + members.keySet();
  }
}
