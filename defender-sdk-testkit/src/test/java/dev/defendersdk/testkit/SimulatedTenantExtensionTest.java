package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatedTenantExtensionTest {

  @RegisterExtension
  final SimulatedTenantExtension defender =
      SimulatedTenantExtension.with(tenant -> tenant.machines(7).seed(11));

  @Test
  void eachTestHasATenantOfItsOwn(SimulatedTenant tenant) {
    assertThat(tenant).isSameAs(defender.tenant());
    assertThat(tenant.seed()).isEqualTo(11);
    assertThat(tenant.machines().all()).hasSize(7);
    assertThat(tenant.journal().entries()).isEmpty();
    Caller.of(tenant).get("/api/machines");
    assertThat(tenant.journal().entries()).hasSize(2);
  }

  @Test
  void itsJournalIsEmptyAgain(SimulatedTenant tenant) {
    assertThat(tenant.journal().entries()).isEmpty();
  }

  @Test
  void timePassesOnlyWhenTheTestWaitsInIt(SimulatedTenant tenant) throws InterruptedException {
    VirtualTime time = (VirtualTime) tenant.time();
    Thread background = new Thread(time.tracked(() -> Times.pass(tenant, Duration.ofMinutes(50))));
    background.start();
    assertThat(time.now()).isEqualTo(Times.START);

    Times.pass(tenant, Duration.ofHours(1));
    background.join();
    assertThat(time.now()).isEqualTo(Times.START.plus(Duration.ofHours(1)));
  }
}
