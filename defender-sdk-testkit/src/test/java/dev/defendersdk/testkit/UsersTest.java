package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quotas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who logs on to which machine: said, or invented. */
class UsersTest {

  private static final String FIRST = "a".repeat(40);
  private static final String SECOND = "b".repeat(40);

  private static SimulatedTenant tenant(long seed) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .quotas(Quotas.unlimited())
        .seed(seed)
        .machines(40)
        .machine(NewMachine.named("first.contoso.com").id(FIRST))
        .machine(NewMachine.named("second.contoso.com").id(SECOND))
        .logOn("user1", FIRST, "second.contoso.com")
        .logOn("fabrikam\\USER1", SECOND)
        .build();
  }

  private final SimulatedTenant tenant = tenant(7);
  private final Caller caller = Caller.of(tenant);

  @Test
  void aUserWhoWasSaidIsAmongTheUsersOfTheMachine() {
    JsonNode machine = caller.get("/api/machines/" + FIRST).json();
    JsonNode user = users(FIRST).json().path("value").path(0);

    assertThat(user.path("id").asText()).isEqualTo("contoso\\user1");
    assertThat(user.path("accountName").asText()).isEqualTo("user1");
    assertThat(user.path("accountDomain").asText()).isEqualTo("contoso");
    assertThat(user.path("logonTypes").asText()).isEqualTo("Interactive");
    assertThat(user.path("isDomainAdmin").isBoolean()).isTrue();
    assertThat(user.path("firstSeen")).isEqualTo(machine.path("firstSeen"));
    assertThat(user.has("accountSid")).as("as in the page's sample").isFalse();
    assertThat(users(SECOND).ids()).startsWith("contoso\\user1", "fabrikam\\USER1");
    assertThat(users("c".repeat(40)).code()).isEqualTo("ResourceNotFound");
  }

  @Test
  void theMachinesOfANameAreThoseOfAllDomainsAndOfAnUnknownNameNone() {
    assertThat(machinesOf("user1").ids()).containsExactly(FIRST, SECOND);
    assertThat(machinesOf("nobody").status()).isEqualTo(200);
    assertThat(machinesOf("nobody").ids()).isEmpty();
    assertThat(machinesOf("user1@contoso.com").ids()).isEmpty();
    assertThat(machinesOf("contoso%5Cuser1").ids()).isEmpty();
  }

  @Test
  void everyInventedUserIsFoundFromBothSides() {
    Set<String> types = new HashSet<>();
    Set<Boolean> admins = new HashSet<>();
    int logons = 0;
    for (String id : tenant.machines().ids()) {
      for (JsonNode user : users(id).json().path("value")) {
        types.add(user.path("logonTypes").asText());
        admins.add(user.path("isDomainAdmin").asBoolean());
        String name = user.path("accountName").asText().replace("'", "%27");
        assertThat(machinesOf(name).ids()).as(name).contains(id);
        logons++;
      }
    }
    assertThat(logons).isBetween(40, 140);
    assertThat(types).contains("Interactive", "Network", "Interactive, Network");
    assertThat(admins).hasSize(2);
  }

  @Test
  void usersAreTheSameForTheSameSeed() {
    assertThat(allUsers(tenant(7)))
        .isEqualTo(allUsers(tenant(7)))
        .isNotEqualTo(allUsers(tenant(8)));
  }

  @Test
  void theOwnerLetsUsersLogOnLaterAndIsToldOfWrongOnes() {
    tenant.machines().logOn("late", FIRST);

    assertThat(machinesOf("late").ids()).containsExactly(FIRST);
    assertThatThrownBy(() -> tenant.machines().logOn("late", "nowhere"))
        .hasMessageContaining("'nowhere'");
    assertThatThrownBy(() -> tenant.machines().logOn("late@contoso.com", FIRST))
        .hasMessageContaining("bare account name");
  }

  private static List<List<String>> allUsers(SimulatedTenant tenant) {
    Caller caller = Caller.of(tenant);
    return tenant.machines().ids().stream()
        .map(id -> caller.get("/api/machines/" + id + "/logonusers").ids())
        .toList();
  }

  private Caller.Reply users(String machineId) {
    return caller.get("/api/machines/" + machineId + "/logonusers");
  }

  private Caller.Reply machinesOf(String name) {
    return caller.get("/api/users/" + name + "/machines");
  }
}
