package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The whole in one: what a newcomer reads first. */
class SimulatedTenantTest {

  @Test
  void aMachineIsIsolatedAndTheJournalTellsIt() throws InterruptedException {
    VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-01-01T00:00:00Z"));
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .seed(42)
            .machines(250)
            .fault("machines.list", Occurrence.first(1), Fault.status(503))
            .build();
    Caller caller = Caller.of(tenant);

    assertThat(caller.get("/api/machines").status()).isEqualTo(503);
    String machineId = caller.get("/api/machines?$top=1").ids().get(0);
    Caller.Reply action =
        caller.post(
            "/api/machines/" + machineId + "/isolate",
            "{\"Comment\":\"C2 beacon\",\"IsolationType\":\"Full\"}");
    assertThat(action.status()).isEqualTo(201);
    assertThat(action.json().path("status").asText()).isEqualTo("Pending");

    time.newSignal().await(time.nanos() + Duration.ofMinutes(5).toNanos());

    assertThat(
            caller
                .get("/api/machineactions/" + action.json().path("id").asText())
                .json()
                .path("status")
                .asText())
        .isEqualTo("Succeeded");
    assertThat(tenant.machines().get(machineId).isIsolated()).isTrue();
    assertThat(tenant.journal().effects()).hasSize(1);
    assertThat(tenant.journal().table()).contains("machines.isolate").contains("STATUS 503");
  }
}
