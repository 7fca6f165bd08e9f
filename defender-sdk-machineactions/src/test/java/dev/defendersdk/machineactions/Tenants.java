package dev.defendersdk.machineactions;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantBuilder;
import dev.defendersdk.testkit.VirtualTime;
import java.time.Instant;

/** Simulated tenants, and clients pointed at them, as the tests of this module want them. */
final class Tenants {

  static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private Tenants() {}

  /** A tenant in virtual time. */
  static TenantBuilder virtual() {
    return SimulatedTenant.builder().time(VirtualTime.startingAt(START));
  }

  static DefenderClientBuilder client(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0");
  }

  static VirtualTime timeOf(SimulatedTenant tenant) {
    return (VirtualTime) tenant.time();
  }
}
