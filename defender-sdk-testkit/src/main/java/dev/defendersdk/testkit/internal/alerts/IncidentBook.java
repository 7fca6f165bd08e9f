package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.odata.Bounds;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All incidents of a tenant. An incident gathers the alerts of one machine, up to fifty and as long
 * as it is open. Guarded by the cloud's lock.
 */
public final class IncidentBook {

  private static final int MOST_ALERTS = 50;
  private static final int FIRST_ID = 7_587;

  private final Shelf<IncidentState, Incident> shelf = new Shelf<>();
  private final Map<String, Incident> open = new HashMap<>();
  private int last = FIRST_ID - 1;

  IncidentBook() {}

  /** Makes an alert part of the incident of its machine, or of a new one. */
  void gather(Alert alert, String title) {
    Incident incident = open.get(alert.machine().id());
    if (incident == null
        || !incident.newest().isOpen()
        || incident.alerts().size() >= MOST_ALERTS
        || (incident.shown() == null && incident.visibleFrom() > alert.visibleFrom())) {
      incident = begin(alert, title, alert.newest().lastUpdate(), alert.visibleFrom());
      open.put(alert.machine().id(), incident);
    }
    put(alert, incident);
  }

  /** A new incident, named after an alert that is then made part of it. */
  Incident begin(Alert alert, String title, long created, long visibleFrom) {
    last++;
    Incident incident =
        new Incident(
            Integer.toString(last),
            created,
            IncidentState.first(
                created,
                title + " on one endpoint",
                GraphNames.enumValue(alert.newest().severity())),
            visibleFrom);
    shelf.add(incident);
    return incident;
  }

  /** Makes an alert part of an incident, and of no other. */
  static void put(Alert alert, Incident incident) {
    Incident before = alert.incident();
    if (before != null) {
      before.alerts().remove(alert);
    }
    incident.alerts().add(alert);
    alert.incident(incident);
  }

  /** Takes note that an alert was seen to change at the given tick. */
  void alertSeen(Alert alert, long at) {
    Incident incident = alert.incident();
    if (incident == null) {
      return;
    }
    if (incident.shown() == null) {
      show(incident, incident.newest(), incident.made());
      return;
    }
    String severity = GraphNames.enumValue(alert.newest().severity());
    change(incident, incident.newest().atLeast(severity), at);
  }

  /** Changes an incident at a tick, for all to see. */
  void change(Incident incident, IncidentState next, long at) {
    IncidentState stamped = stamped(incident, next, at);
    show(incident, stamped, incident.change(stamped));
  }

  /** The state that an incident comes to by a change at a tick. */
  static IncidentState stamped(Incident incident, IncidentState next, long at) {
    return next.at(Math.max(at, incident.newest().lastUpdate()));
  }

  /** Shows a version, as long as no newer one is shown. */
  void show(Incident incident, IncidentState version, int change) {
    shelf.show(incident, version, change);
  }

  /** Whether clients see it or not; null if there is none. */
  public @Nullable Incident find(String id) {
    return shelf.find(id);
  }

  /**
   * One that clients see.
   *
   * @throws ApiError 404 if there is none
   */
  public Incident get(String id) {
    Incident incident = shelf.find(id);
    if (incident == null || incident.shown() == null) {
      throw ApiError.notFound("Incident", id);
    }
    return incident;
  }

  /**
   * One that clients see and that was not merged into another.
   *
   * @throws ApiError 404 if there is none, 400 if it was merged
   */
  public Incident getOpen(String id) {
    Incident incident = get(id);
    if (incident.newest().always("status").equals("redirected")) {
      throw ApiError.badRequest("Incident " + id + " was merged into another");
    }
    return incident;
  }

  /** All, whether clients see them or not. */
  public Collection<Incident> all() {
    return shelf.all();
  }

  /** Those that clients see, the last changed first. */
  public Collection<Incident> newestFirst(Bounds bounds) {
    return shelf.newestFirst(bounds);
  }

  /** Those that clients see, the last changed last. */
  public Collection<Incident> oldestFirst(Bounds bounds) {
    return shelf.oldestFirst(bounds);
  }
}
