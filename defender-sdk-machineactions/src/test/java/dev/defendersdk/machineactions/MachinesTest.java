package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.machineactions.machines.DeviceValue;
import dev.defendersdk.machineactions.machines.HealthStatus;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineUpdate;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.machines.RiskScore;
import dev.defendersdk.machineactions.users.User;
import dev.defendersdk.machineactions.users.UsersClient;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Machines: found by what is known of them, and tagged. */
class MachinesTest {

  private final SimulatedTenant tenant =
      Tenants.virtual()
          .machines(50)
          .machine(
              NewMachine.named("o'neil.contoso.com")
                  .id("a".repeat(40))
                  .ipAddress("10.9.8.7")
                  .reach(Reach.offlineForever())
                  .tags("red", "reddish")
                  .with("riskScore", "High")
                  .with("healthStatus", "Active"))
          .machine(NewMachine.named("plain.contoso.com").id("b".repeat(40)).tags("reddish"))
          .logOn("o'neil.w", "o'neil.contoso.com", "plain.contoso.com")
          .build();
  private final DefenderClient defender = Tenants.client(tenant).build();
  private final MachinesClient machines = new MachinesClient(defender);

  @AfterEach
  void close() {
    defender.close();
  }

  @Test
  void byIdOrName() {
    assertThat(machines.get("a".repeat(40)).computerDnsName()).isEqualTo("o'neil.contoso.com");
    assertThat(machines.get("plain.contoso.com").id()).isEqualTo("b".repeat(40));
  }

  @Test
  void byFilterWithValuesThatCannotBreakOut() {
    assertThat(ids(machines.list(q -> q.where(m -> m.computerDnsName().eq("o'neil.contoso.com")))))
        .containsExactly("a".repeat(40));
    assertThat(ids(machines.list(q -> q.where(m -> m.computerDnsName().eq("x' or 'a' eq 'a")))))
        .isEmpty();
    assertThat(
            ids(
                machines.list(
                    q ->
                        q.where(m -> m.riskScore().eq(RiskScore.HIGH))
                            .where(m -> m.healthStatus().in(HealthStatus.ACTIVE)))))
        .contains("a".repeat(40));
    assertThat(
            ids(
                machines.list(
                    q ->
                        q.where(
                            m ->
                                m.computerDnsName()
                                    .startsWith("plain")
                                    .or(m.id().eq("a".repeat(40)))))))
        .containsExactlyInAnyOrder("a".repeat(40), "b".repeat(40));
    assertThat(ids(machines.list(q -> q.whereRaw("id eq '" + "b".repeat(40) + "'"))))
        .containsExactly("b".repeat(40));
  }

  @Test
  void byAddressAroundATime() {
    Machine machine = machines.get("a".repeat(40));
    assertThat(ids(machines.findByIp("10.9.8.7", machine.lastSeen())))
        .containsExactly("a".repeat(40));
    assertThat(ids(machines.findByIp("10.9.8.7", machine.lastSeen().plus(Duration.ofHours(1)))))
        .isEmpty();
  }

  @Test
  void byTag() {
    assertThat(ids(machines.findByTag("red"))).containsExactly("a".repeat(40));
    assertThat(ids(machines.findByTagPrefix("red")))
        .containsExactlyInAnyOrder("a".repeat(40), "b".repeat(40));
  }

  @Test
  void tagsOfOneAndOfMany() {
    String id = "b".repeat(40);
    assertThat(machines.addTag(id, "hunted & found").machineTags()).contains("hunted & found");
    assertThat(machines.removeTag(id, "hunted & found").machineTags())
        .doesNotContain("hunted & found");

    List<String> all = machines.list().stream().map(Machine::id).toList();
    List<Machine> changed = machines.addTag(all, "fleet");
    assertThat(changed).hasSize(52).allMatch(machine -> machine.machineTags().contains("fleet"));
    machines.removeTag(all, "fleet");
    assertThat(machines.findByTag("fleet")).isEmpty();
  }

  @Test
  void theDeviceValueIsSet() {
    String id = "b".repeat(40);
    assertThat(machines.setDeviceValue(id, DeviceValue.LOW).deviceValue())
        .isEqualTo(DeviceValue.LOW);
    assertThat(machines.get(id).deviceValue()).isEqualTo(DeviceValue.LOW);
  }

  @Test
  void anUpdateChangesWhatItSaysAndLeavesTheRest() {
    String id = "a".repeat(40);
    Machine updated =
        machines.update(
            id, u -> u.machineTags(List.of("red", "new")).deviceValue(DeviceValue.HIGH));
    assertThat(updated.machineTags()).as("the sent list is the list").containsExactly("red", "new");
    assertThat(updated.deviceValue()).isEqualTo(DeviceValue.HIGH);

    machines.update(id, u -> u.deviceValue(DeviceValue.NORMAL));
    assertThat(machines.get(id).machineTags()).containsExactly("red", "new");
    machines.update(id, MachineUpdate.nothing().machineTags(List.of("one")));
    assertThat(machines.get(id).deviceValue()).isEqualTo(DeviceValue.NORMAL);
    assertThat(machines.get(id).machineTags()).containsExactly("one");
  }

  @Test
  void byUser() {
    assertThat(ids(machines.ofUser("o'neil.w"))).containsExactly("a".repeat(40), "b".repeat(40));
    assertThat(ids(machines.ofUser("nobody"))).isEmpty();

    for (User user : new UsersClient(defender).ofMachine("a".repeat(40))) {
      assertThat(ids(machines.ofUser(user.accountName()))).contains("a".repeat(40));
    }
  }

  @Test
  void byFileAndByDomain() {
    String sha1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    AlertView unused =
        tenant
            .alerts()
            .raise(
                NewTenantAlert.on("b".repeat(40))
                    .file(sha1, "invoice.exe")
                    .evidence("Url", Map.of("url", "https://www.contoso.example/a")));
    assertThat(ids(machines.ofFile(sha1))).containsExactly("b".repeat(40));
    assertThat(ids(machines.ofDomain("www.contoso.example"))).containsExactly("b".repeat(40));
    assertThat(ids(machines.ofFile("ab".repeat(20)))).isEmpty();
    assertThat(ids(machines.ofDomain("never.example"))).isEmpty();
  }

  @Test
  void usersOfAMachine() {
    UsersClient users = new UsersClient(defender);
    User user = users.ofMachine("a".repeat(40)).first().orElseThrow();
    assertThat(user.id()).isEqualTo("contoso\\o'neil.w");
    assertThat(user.accountDomain()).isEqualTo("contoso");
    assertThat(user.logonTypes()).isEqualTo("Interactive");
    assertThat(user.isOnlyNetworkUser()).isFalse();
    assertThat(user.lastSeen()).isAfter(user.firstSeen());
    assertThat(user.accountSid()).as("lists leave it out").isNull();
    assertThat(user).hasToString("User[contoso\\o'neil.w]");
    assertThatThrownBy(() -> users.ofMachine("c".repeat(40)).first())
        .isInstanceOf(NotFoundException.class);
  }

  private static List<String> ids(Iterable<Machine> found) {
    List<String> ids = new ArrayList<>();
    found.forEach(machine -> ids.add(machine.id()));
    return ids;
  }
}
