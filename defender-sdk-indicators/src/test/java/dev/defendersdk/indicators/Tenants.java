package dev.defendersdk.indicators;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import java.time.Instant;

/** The tenant of these tests. */
final class Tenants {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private Tenants() {}

  static SimulatedTenant tenant(VirtualTime time) {
    return SimulatedTenant.builder().time(time).machines(3).build();
  }

  static DefenderClient client(SimulatedTenant tenant) {
    return client(tenant, CallListener.NONE);
  }

  static DefenderClient client(SimulatedTenant tenant, CallListener listener) {
    return tenant
        .connect(DefenderClient.builder())
        .listener(listener)
        .partner("Contoso", "NetShield", "4.2.0")
        .build();
  }
}
