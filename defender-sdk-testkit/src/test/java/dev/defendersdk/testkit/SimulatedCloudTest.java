package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedCloudTest {

  private final SimulatedCloud cloud =
      SimulatedCloud.builder().time(Times.virtual()).seed(3).build();
  private final SimulatedTenant first = cloud.addTenant(tenant -> tenant.machines(3));
  private final SimulatedTenant second = cloud.addTenant(tenant -> tenant.machines(5));

  @Test
  void theTokenAloneSaysWhichTenantIsMeant() {
    assertThat(Caller.of(first).get("/api/machines").ids()).isEqualTo(first.machines().ids());
    assertThat(Caller.of(second).get("/api/machines").ids()).isEqualTo(second.machines().ids());
    assertThat(first.machines().ids()).doesNotContainAnyElementsOf(second.machines().ids());
    assertThat(cloud.tenants()).containsExactly(first, second);
  }

  @Test
  void aTokenOfOneTenantSignedAsAnothersIsRefused() {
    String[] mine = Caller.of(first).token().split("\\.", -1);
    String[] theirs = Caller.of(second).token().split("\\.", -1);
    String mixed = theirs[0] + "." + theirs[1] + "." + mine[2];

    assertThat(Caller.of(first).withToken(mixed).get("/api/machines").status()).isEqualTo(401);
  }

  @Test
  void aTokenOfAnotherCloudIsRefused() {
    SimulatedTenant foreign =
        SimulatedTenant.builder().time(Times.virtual()).seed(99).machines(1).build();

    assertThat(Caller.of(first).withToken(Caller.of(foreign).token()).get("/api/machines").status())
        .isEqualTo(401);
  }

  @Test
  void eachTenantsJournalHasItsOwnRequests() {
    Caller.of(first).get("/api/machines");
    Caller.of(second).get("/api/machineactions");

    assertThat(first.journal().of("machines.list")).hasSize(1);
    assertThat(first.journal().of("machineActions.list")).isEmpty();
    assertThat(cloud.journal().entries()).hasSize(4);
  }

  @Test
  void aPartnersApplicationIsTheSameInSeveralTenants() {
    String clientId = "11111111-2222-4333-8444-555555555555";
    SimulatedCloud partners = SimulatedCloud.builder().time(Times.virtual()).build();
    List<SimulatedTenant> customers =
        List.of(
            partners.addTenant(t -> t.clientId(clientId).clientSecret("s").machines(1)),
            partners.addTenant(t -> t.clientId(clientId).clientSecret("s").machines(2)));

    for (SimulatedTenant customer : customers) {
      assertThat(Caller.of(customer).get("/api/machines").ids())
          .isEqualTo(customer.machines().ids());
    }
  }

  @Test
  void whatTheCloudDecidesCannotBeSetOnATenantOfIt() {
    assertThatThrownBy(() -> cloud.addTenant(tenant -> tenant.seed(4)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("seed");
    assertThatThrownBy(() -> cloud.addTenant(tenant -> tenant.tenantId(first.tenantId())))
        .hasMessageContaining("unique");
    assertThatThrownBy(() -> SimulatedTenant.builder().tenantId("contoso"))
        .hasMessageContaining("'contoso'");
  }
}
