package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.internal.machines.Machine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert of the tenant, small enough to hold a million of. Guarded by the cloud's lock. */
public final class Alert extends Changing<AlertState> {

  private final Machine machine;
  private final long created;
  private final @Nullable AlertFacts facts;
  private @Nullable Incident incident;
  private @Nullable String investigationId;

  /**
   * Begins with its first version.
   *
   * @param created in ticks
   * @param facts null if they follow from its id
   */
  Alert(
      String id,
      Machine machine,
      long created,
      @Nullable AlertFacts facts,
      AlertState first,
      long visibleFrom) {
    super(id, first, visibleFrom);
    this.machine = machine;
    this.created = created;
    this.facts = facts;
  }

  public Machine machine() {
    return machine;
  }

  long created() {
    return created;
  }

  /** Null if they follow from its id. */
  @Nullable AlertFacts facts() {
    return facts;
  }

  /** Null if it was never made part of one. */
  public @Nullable Incident incident() {
    return incident;
  }

  void incident(Incident other) {
    incident = other;
  }

  /** Digits; null if nothing investigates it. */
  @Nullable String investigationId() {
    return investigationId;
  }

  void investigationId(String id) {
    investigationId = id;
  }

  /** The product that raised it, as Graph has it. */
  public String serviceSource() {
    return facts == null ? AlertFacts.DEFENDER : facts.serviceSource();
  }

  public Instant createdTime() {
    return Ticks.instant(created);
  }

  /** As clients see it. */
  public Instant lastUpdateTime() {
    AlertState shown = shown();
    return Ticks.instant(shown == null ? newest().lastUpdate() : shown.lastUpdate());
  }

  /** Whether Defender itself raised it: its API knows no others. */
  boolean isDefenders() {
    return serviceSource().equals(AlertFacts.DEFENDER);
  }
}
