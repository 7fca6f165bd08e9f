package dev.defendersdk.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.time.TimeSource;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the service counts together is counted together here, and what is left can be read. */
class QuotaGroupsTest {

  private static final Operation<WireServer.Thing> ALERTS =
      graph("graph.alerts.get", Quota.GRAPH_SECURITY);
  private static final Operation<WireServer.Thing> INCIDENTS =
      graph("graph.incidents.get", Quota.GRAPH_SECURITY);
  private static final Operation<WireServer.Thing> HUNTING =
      graph("graph.hunting.run", Quota.GRAPH_HUNTING);

  @Test
  void operationsOfDefenderAreCountedEachForItself() throws IOException {
    try (WireServer service = WireServer.plain();
        DefenderClient defender = service.client().build()) {
      defender.execute(Call.of(WireServer.GET));
      assertThat(defender.quota(WireServer.GET).leftThisMinute()).isEqualTo(99);
      assertThat(defender.quota(WireServer.GET).leftThisHour()).isEqualTo(1_499);
      assertThat(defender.quota(WireServer.START).leftThisMinute()).isEqualTo(100);
    }
  }

  @Test
  void alertsAndIncidentsOfGraphAreCountedTogetherAndHuntingApart() throws IOException {
    try (WireServer service = WireServer.plain();
        DefenderClient defender = client(service, "app", SharedLimits.create())) {
      defender.execute(Call.of(ALERTS));
      defender.execute(Call.of(INCIDENTS));
      assertThat(defender.quota(ALERTS).leftThisMinute()).isEqualTo(148);
      assertThat(defender.quota(INCIDENTS).leftThisMinute()).isEqualTo(148);
      assertThat(defender.quota(HUNTING).leftThisMinute()).isEqualTo(45);
    }
  }

  @Test
  void huntingIsCountedByTheTenantAndTheRestByTheApplicationToo() throws IOException {
    SharedLimits limits = SharedLimits.create();
    try (WireServer service = WireServer.plain();
        DefenderClient one = client(service, "app-1", limits);
        DefenderClient other = client(service, "app-2", limits)) {
      one.execute(Call.of(HUNTING));
      one.execute(Call.of(ALERTS));
      assertThat(other.quota(HUNTING).leftThisMinute()).isEqualTo(44);
      assertThat(other.quota(ALERTS).leftThisMinute()).isEqualTo(150);
      assertThat(other.forTenant("fabrikam.example").quota(HUNTING).leftThisMinute()).isEqualTo(45);
    }
  }

  @Test
  void aProcessOfSeveralKeepsToItsShare() throws IOException {
    SharedLimits third = SharedLimits.create(TimeSource.system(), 1.0 / 3);
    try (WireServer service = WireServer.plain();
        DefenderClient defender = client(service, "app", third)) {
      assertThat(defender.quota(ALERTS).leftThisMinute()).isEqualTo(50);
      assertThat(defender.quota(ALERTS).leftThisHour()).isEqualTo(3_000);
    }
  }

  private static Operation<WireServer.Thing> graph(String id, Quota quota) {
    return Operation.get(id, "/v1.0/security/thing")
        .service(Service.GRAPH)
        .quota(quota)
        .returns(WireServer.Thing.class);
  }

  private static DefenderClient client(
      WireServer service, String application, SharedLimits limits) {
    return service
        .client()
        .credential(
            Credentials.tokenSupplier(
                "contoso.example", application, request -> AccessToken.of("t0k3n", Instant.MAX)))
        .cloud(DefenderCloud.builder().graph("http://127.0.0.1:" + service.port()).build())
        .limits(limits)
        .build();
  }
}
