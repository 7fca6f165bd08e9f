package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.observe.AttemptEvent;
import dev.defendersdk.core.observe.CallEvent;
import dev.defendersdk.core.observe.CallListener;
import dev.defendersdk.core.observe.UnexpectedMemberEvent;
import dev.defendersdk.core.observe.WaitEvent;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a client tells of its calls. */
class ObservationTest {

  private final List<Object> events = new ArrayList<>();
  private final CallListener recorder =
      new CallListener() {
        @Override
        public void onAttempt(AttemptEvent event) {
          events.add(event);
        }

        @Override
        public void onWait(WaitEvent event) {
          events.add(event);
        }

        @Override
        public void onCall(CallEvent event) {
          events.add(event);
        }

        @Override
        public void onUnexpectedMember(UnexpectedMemberEvent event) {
          events.add(event);
        }
      };

  @Test
  void everyAttemptAndWaitOfACallIsToldUnderOneId() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "machines.get",
                Occurrence.nth(1),
                Fault.status(503).retryAfter(Duration.ofSeconds(5)))
            .build();
    UUID id = UUID.fromString("00000000-0000-4000-8000-000000004711");
    try (DefenderClient defender = Tenants.client(tenant).listener(recorder).build()) {
      new MachinesClient(defender)
          .get(tenant.machines().ids().get(0), CallOptions.defaults().clientRequestId(id));
    }
    assertThat(events).hasSize(4);
    assertThat((AttemptEvent) events.get(0))
        .satisfies(
            e -> {
              assertThat(e.operation()).isEqualTo("machines.get");
              assertThat(e.tenantId()).isEqualTo(tenant.tenantId());
              assertThat(e.clientRequestId()).isEqualTo(id.toString());
              assertThat(e.attempt()).isEqualTo(1);
              assertThat(e.status()).isEqualTo(503);
            });
    assertThat((WaitEvent) events.get(1))
        .isEqualTo(
            new WaitEvent(
                "machines.get",
                tenant.tenantId(),
                id.toString(),
                WaitEvent.Reason.RETRY,
                Duration.ofSeconds(5)));
    assertThat(((AttemptEvent) events.get(2)).status()).isEqualTo(200);
    assertThat((CallEvent) events.get(3))
        .satisfies(
            e -> {
              assertThat(e.attempts()).isEqualTo(2);
              assertThat(e.error()).isNull();
              assertThat(e.duration()).isEqualTo(Duration.ofSeconds(5));
            });
    assertThat(tenant.journal().of("machines.get"))
        .allMatch(entry -> id.toString().equals(entry.clientRequestId()));
  }

  @Test
  void membersOfAnUnexpectedKindAreTold() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "machines.get",
                Occurrence.always(),
                Fault.status(200).body("{\"id\":\"a\",\"rbacGroupId\":\"140\"}"))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).listener(recorder).build()) {
      assertThat(new MachinesClient(defender).get("a").additionalProperties())
          .containsEntry("rbacGroupId", "140");
    }
    assertThat(events)
        .contains(new UnexpectedMemberEvent("machines.get", "Machine", "rbacGroupId"));
  }

  @Test
  void aListenerThatThrowsHarmsNoCall() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    CallListener broken =
        new CallListener() {
          @Override
          public void onAttempt(AttemptEvent event) {
            throw new IllegalStateException("broken");
          }
        };
    try (DefenderClient defender = Tenants.client(tenant).listener(broken).build()) {
      assertThat(new MachinesClient(defender).list().toList()).hasSize(1);
    }
  }

  @Test
  void everyRequestNamesThePartner() {
    SimulatedTenant tenant = Tenants.virtual().machines(3).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      new MachinesClient(defender).list(q -> q.pageSize(1)).toList();
    }
    assertThat(tenant.journal().of("machines.list"))
        .hasSize(4)
        .allMatch(entry -> "MdePartner-Contoso-NetShield/4.2.0".equals(entry.userAgent()));
  }
}
