package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.alerts.Alert;
import dev.defendersdk.testkit.internal.alerts.Incident;
import dev.defendersdk.testkit.internal.alerts.IncidentState;
import dev.defendersdk.testkit.internal.alerts.Note;
import dev.defendersdk.testkit.internal.engine.CloudState;
import dev.defendersdk.testkit.internal.engine.TenantState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of a simulated tenant, as its owner sees them: each gathers the alerts of one
 * machine, up to fifty, and as long as it is open. Safe for use by many threads.
 */
public final class TenantIncidents {

  private final CloudState cloud;
  private final TenantState tenant;
  private final TimeSource time;

  TenantIncidents(CloudState cloud, TenantState tenant, TimeSource time) {
    this.cloud = cloud;
    this.tenant = tenant;
    this.time = time;
  }

  /** All incidents, in the order of their ids, whether clients see them yet or not. */
  public List<IncidentView> all() {
    return locked(
        () -> tenant.alerts().incidents().all().stream().map(TenantIncidents::view).toList());
  }

  /**
   * One incident.
   *
   * @param id digits
   * @throws IllegalArgumentException if there is none
   */
  public IncidentView get(String id) {
    Objects.requireNonNull(id, "id");
    return locked(() -> view(find(id)));
  }

  /**
   * Changes a text of an incident now: its last update is this instant.
   *
   * @param id digits
   * @param property such as {@code status} or {@code displayName}, as Microsoft Graph has it
   * @param value as Microsoft Graph has it; null for none
   * @param visibleAfter how long clients see the older version; not negative
   * @throws IllegalArgumentException if there is no such incident
   */
  public IncidentView change(
      String id, String property, @Nullable String value, Duration visibleAfter) {
    Objects.requireNonNull(property, "property");
    if (visibleAfter.isNegative()) {
      throw new IllegalArgumentException(
          "visibleAfter is " + visibleAfter + ": nothing is seen before it is made; give more");
    }
    return locked(
        () -> {
          Incident incident = find(id);
          IncidentState next = incident.newest().with(property, value);
          tenant.alerts().change(incident, next, time.now(), visibleAfter);
          return view(incident);
        });
  }

  private Incident find(String id) {
    Incident incident = tenant.alerts().incidents().find(id);
    if (incident == null) {
      throw new IllegalArgumentException(
          "there is no incident '" + id + "': give the id of one of this tenant");
    }
    return incident;
  }

  private static IncidentView view(Incident incident) {
    IncidentState state = incident.newest();
    return new IncidentView(
        incident.id(),
        state.always("displayName"),
        state.always("severity"),
        state.always("status"),
        state.text("redirectIncidentId"),
        state.text("assignedTo"),
        state.customTags(),
        state.comments().stream().map(Note::text).toList(),
        incident.alerts().stream().map(Alert::id).toList(),
        incident.createdTime(),
        incident.lastUpdateTime());
  }

  private <T> T locked(Supplier<T> task) {
    return cloud.locked(
        () -> {
          tenant.alerts().settle(time.now());
          return task.get();
        });
  }
}
