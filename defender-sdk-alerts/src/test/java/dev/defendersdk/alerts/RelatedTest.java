package dev.defendersdk.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testsupport.InVirtualTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts of what they are about, and what an alert is about. */
class RelatedTest {

  private static final String SHA1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final AlertsClient alerts = new AlertsClient(defender);
  private final List<String> machineIds = tenant.machines().ids();

  private final String whole = raise(machineIds.get(0), true);
  private final String bare = raise(machineIds.get(0), false);
  private final String elsewhere = raise(machineIds.get(1), false);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private String raise(String machineId, boolean whole) {
    NewTenantAlert alert = NewTenantAlert.on(machineId).title("Beacon").file("cd".repeat(20), "b");
    return tenant
        .alerts()
        .raise(
            whole
                ? alert
                    .user("CONTOSO\\user1")
                    .file(SHA1, "a.exe")
                    .ip("198.51.100.7")
                    .url("https://www.contoso.example/a?b=c")
                : alert)
        .id();
  }

  private static List<String> ids(Paged<Alert> list) {
    return list.stream().map(Alert::id).toList();
  }

  @Test
  void theAlertsOfAMachineAreFilteredAndCounted() {
    String machineId = machineIds.get(0);
    tenant.alerts().update(bare, change -> change.status("Resolved"));
    assertThat(ids(alerts.ofMachine(machineId))).containsExactlyInAnyOrder(whole, bare);
    assertThat(ids(alerts.ofMachine(machineId, a -> a.status().ne(AlertStatus.RESOLVED))))
        .containsExactly(whole);
    assertThat(alerts.countOfMachine(machineId)).isEqualTo(2);
    assertThat(alerts.countOfMachine(machineId, a -> a.status().ne(AlertStatus.RESOLVED)))
        .isEqualTo(1);
    assertThat(alerts.countOfMachine(machineIds.get(2))).isZero();
    assertThat(ids(alerts.ofMachine(machineIds.get(1)))).containsExactly(elsewhere);

    assertThatThrownBy(() -> alerts.ofMachine("0f").toList()).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> alerts.countOfMachine("0f")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void theAlertsOfAFileAnAddressADomainAndAUserAreFound() {
    assertThat(ids(alerts.ofFile(SHA1))).containsExactly(whole);
    assertThat(ids(alerts.ofIp("198.51.100.7"))).containsExactly(whole);
    assertThat(ids(alerts.ofDomain("www.contoso.example"))).containsExactly(whole);
    assertThat(ids(alerts.ofUser("user1"))).contains(whole);
  }

  @Test
  void ofWhatIsNotKnownThereAreNone() {
    assertThat(alerts.ofFile("ef".repeat(20))).isEmpty();
    assertThat(alerts.ofIp("2001:db8::7")).isEmpty();
    assertThat(alerts.ofDomain("nowhere.example")).isEmpty();
    assertThat(alerts.ofUser("nobody")).isEmpty();
  }

  /** An alert without any is not told from none: no page says what it answers. */
  @Test
  void theDomainsAndAddressesOfAnAlertAreListed() {
    assertThat(alerts.domainsOf(whole))
        .extracting(RelatedDomain::host)
        .containsExactly("www.contoso.example");
    assertThat(alerts.ipsOf(whole)).extracting(RelatedIp::id).containsExactly("198.51.100.7");
    assertThat(alerts.domainsOf(bare)).isEmpty();
    assertThat(alerts.ipsOf(bare)).isEmpty();
    assertThat(alerts.domainsOf("da1_2")).isEmpty();
    assertThat(alerts.ipsOf("da1_2")).isEmpty();
  }
}
