package dev.defendersdk.testkit.internal.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An incident of the tenant. Guarded by the cloud's lock. */
public final class Incident extends Changing<IncidentState> {

  private final long created;
  private final List<Alert> alerts = new ArrayList<>();

  Incident(String id, long created, IncidentState first, long visibleFrom) {
    super(id, first, visibleFrom);
    this.created = created;
  }

  public Instant createdTime() {
    return Ticks.instant(created);
  }

  /** Of its newest version, whether clients see it or not. */
  public Instant lastUpdateTime() {
    return Ticks.instant(newest().lastUpdate());
  }

  /** As clients see it. */
  public Instant shownUpdateTime() {
    IncidentState shown = shown();
    return Ticks.instant(shown == null ? newest().lastUpdate() : shown.lastUpdate());
  }

  /** All its alerts, whether clients see them or not. */
  public List<Alert> alerts() {
    return alerts;
  }
}
