package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantBuilder;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A tenant with events, and findings of a partner on them. */
final class Scene {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  static final String CREATE = "alerts.createByReference";

  // With digits that a client which rounds would lose.
  private static final Instant FIRST_EVENT = Instant.parse("2026-11-24T07:00:00.7115183Z");

  private Scene() {}

  /** A tenant with so many machines that can be investigated. */
  static TenantBuilder tenant(VirtualTime time, int machines) {
    TenantBuilder tenant = SimulatedTenant.builder().time(time);
    for (int i = 0; i < machines; i++) {
      tenant.machine(NewMachine.named("pc-" + i + ".contoso.com").with("osPlatform", "Windows11"));
    }
    return tenant;
  }

  /** An event on the tenant's machine of this number, the same one for the same numbers. */
  static EventReference event(SimulatedTenant tenant, int machine, int number) {
    String id = tenant.machines().ids().get(machine);
    EventReference event =
        new EventReference(id, FIRST_EVENT.plusSeconds(number), Long.toString(7_000_000L + number));
    tenant
        .hunting()
        .event(
            "DeviceProcessEvents",
            Map.of(
                "Timestamp",
                event.eventTime(),
                "DeviceId",
                id,
                "ReportId",
                Long.parseLong(event.reportId()),
                "FileName",
                "beacon-" + number + ".exe"));
    return event;
  }

  /** A finding of its own title. */
  static Finding.Builder finding(String key) {
    return Finding.builder(key)
        .title("Beacon " + key)
        .description("NetShield saw a beacon.")
        .recommendedAction("Isolate the device.")
        .category(AlertCategory.COMMAND_AND_CONTROL)
        .severity(AlertSeverity.MEDIUM);
  }

  static DefenderClientBuilder client(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0");
  }

  /** Those requests that made an alert, or joined one. */
  static List<JournalEntry> pushed(SimulatedTenant tenant) {
    return tenant.journal().effects().stream()
        .filter(entry -> CREATE.equals(entry.operationId()))
        .toList();
  }

  /** The alerts of these requests, in their order. */
  static List<AlertView> pushedAlerts(SimulatedTenant tenant) {
    return pushed(tenant).stream()
        .map(entry -> String.valueOf(entry.effect()))
        .map(effect -> tenant.alerts().get(effect.substring(effect.lastIndexOf(' ') + 1)))
        .toList();
  }
}
