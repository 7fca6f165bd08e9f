package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.odata.Row;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as clients see it at one moment: immutable, so that it can be written outside the lock.
 *
 * @param created in ticks
 * @param machine the machine that it is on
 * @param incidentId digits; null if it is in none
 * @param investigationId digits; null if nothing investigates it
 */
public record AlertSnapshot(
    String id,
    long created,
    AlertState state,
    AlertFacts facts,
    Row machine,
    @Nullable String incidentId,
    @Nullable String investigationId) {

  public Instant createdTime() {
    return Ticks.instant(created);
  }

  public Instant lastUpdateTime() {
    return Ticks.instant(state.lastUpdate());
  }

  public Instant firstEventTime() {
    return Ticks.instant(state.firstEvent());
  }

  public Instant lastEventTime() {
    return Ticks.instant(state.lastEvent());
  }

  public @Nullable Instant resolvedTime() {
    return Ticks.orNull(state.resolved());
  }

  /** The domain of the user that it is about; null if there is no user. */
  public @Nullable String domain() {
    String account = facts.account();
    return account == null ? null : account.substring(0, account.indexOf('\\'));
  }

  /** The name of the user that it is about; null if there is no user. */
  public @Nullable String userName() {
    String account = facts.account();
    return account == null ? null : account.substring(account.indexOf('\\') + 1);
  }

  /** What it is about: as was said, or the same for the same id each time. */
  public List<NewTenantAlert.Evidence> evidence() {
    List<NewTenantAlert.Evidence> said = facts.evidence();
    return said == null ? EvidenceGenerator.of(this) : said;
  }
}
