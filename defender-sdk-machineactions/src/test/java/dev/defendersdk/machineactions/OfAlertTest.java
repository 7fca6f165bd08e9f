package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ServerErrorException;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.users.User;
import dev.defendersdk.machineactions.users.UsersClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The machine and the user of an alert. */
class OfAlertTest {

  private final SimulatedTenant tenant = Tenants.virtual().machines(3).build();
  private final DefenderClient defender = Tenants.client(tenant).build();
  private final MachinesClient machines = new MachinesClient(defender);
  private final UsersClient users = new UsersClient(defender);
  private final String machineId = tenant.machines().ids().get(1);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void theMachineAndTheUserOfAnAlertAreFound() {
    String alert = tenant.alerts().raise(NewTenantAlert.on(machineId).user("CONTOSO\\user1")).id();
    assertThat(machines.ofAlert(alert).orElseThrow().id()).isEqualTo(machineId);
    assertThat(users.ofAlert(alert).map(User::accountName)).contains("user1");
  }

  /** The pages have a 404 for it; an answer that holds nothing would say the same. */
  @Test
  void whatIsNotThereIsNoError() {
    assertThat(machines.ofAlert("da1_2")).isEmpty();
    assertThat(users.ofAlert("da1_2")).isEmpty();
    String alert = tenant.alerts().raise(NewTenantAlert.on(machineId).user("CONTOSO\\user1")).id();
    tenant.faults().on("alerts.getUser", Occurrence.nth(1), Fault.emptyBody());
    assertThat(users.ofAlert(alert)).isEmpty();
    assertThat(users.ofAlert(alert)).isPresent();

    tenant.faults().on("alerts.getMachine", Occurrence.always(), Fault.status(500));
    assertThatThrownBy(() -> machines.ofAlert(alert)).isInstanceOf(ServerErrorException.class);
    tenant.faults().on("alerts.getUser", Occurrence.always(), Fault.htmlPage(404));
    assertThatThrownBy(() -> users.ofAlert(alert)).as("a gateway's 404 tells nothing").isNotNull();
  }
}
