package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.machineactions.actions.ActionHandle;
import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.machines.RiskScore;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import dev.defendersdk.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole way once: find a machine, isolate it, wait, release it. */
class FirstPlaybookTest {

  @Test
  void inProcessAndInVirtualTime() {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(VirtualTime.startingAt(Instant.parse("2026-11-24T08:00:00Z")))
            .machines(250)
            .build();
    try (DefenderClient defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build()) {
      play(defender);
    }
    assertThat(tenant.journal().of("machines.isolate")).hasSize(1);
    assertThat(tenant.journal().of("machines.isolate").get(0).userAgent())
        .isEqualTo("MdePartner-Contoso-NetShield/4.2.0");
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void overSockets() {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(VirtualTime.startingAt(Instant.parse("2026-11-24T08:00:00Z")))
            .machines(250)
            .build();
    try (TenantServer server = tenant.serve();
        DefenderClient defender =
            tenant
                .connect(DefenderClient.builder(), server)
                .partner("Contoso", "NetShield", "4.2.0")
                .build()) {
      play(defender);
    }
    assertThat(tenant.journal().effects()).isNotEmpty();
  }

  private static void play(DefenderClient defender) {
    MachinesClient machines = new MachinesClient(defender);
    MachineActionsClient actions = new MachineActionsClient(defender);

    assertThat(machines.list().toList()).hasSize(250);
    List<Machine> risky =
        machines.list(q -> q.where(m -> m.riskScore().eq(RiskScore.HIGH))).toList();
    assertThat(risky).isNotEmpty().allMatch(m -> RiskScore.HIGH.equals(m.riskScore()));

    String id = risky.get(0).id();
    ActionHandle isolation = actions.isolate(id, Isolation.full("C2 beacon, case 4711"));
    MachineAction done = isolation.await(Duration.ofMinutes(30));
    assertThat(done.status()).isEqualTo(ActionStatus.SUCCEEDED);
    assertThat(done.machineId()).isEqualTo(id);

    MachineAction released = actions.release(id, "clean").await(Duration.ofMinutes(30));
    assertThat(released.status()).isEqualTo(ActionStatus.SUCCEEDED);
  }
}
