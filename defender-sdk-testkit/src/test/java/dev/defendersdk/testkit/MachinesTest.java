package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MachinesTest {

  private static final String ID = "0123456789abcdef0123456789abcdef01234567";

  private final SimulatedTenant tenant =
      SimulatedTenant.builder()
          .time(Times.virtual())
          .quotas(Quotas.unlimited())
          .machine(
              NewMachine.named("first.contoso.com").id(ID).tags("a", "b").ipAddress("10.1.2.3"))
          .machines(20)
          .build();
  private final Caller caller = Caller.of(tenant);

  @Test
  void aMachineIsFoundByIdAndByNameUnderEveryPathThatTheServiceTakes() {
    for (String path :
        List.of(
            "/api/machines/" + ID,
            "/api/v1.0/machines/" + ID,
            "/API/Machines/" + ID.toUpperCase(Locale.ROOT),
            "/api/machines/first.contoso.com")) {
      Caller.Reply reply = caller.get(path);
      assertThat(reply.status()).as(path).isEqualTo(200);
      assertThat(reply.json().path("id").asText()).isEqualTo(ID);
    }
    assertThat(caller.get("/api/v1.0/machines/" + ID).json().path("@odata.context").asText())
        .endsWith("/api/v1.0/$metadata#Machines/$entity");
  }

  @Test
  void anUnknownMachineAnUnknownPathAndAWrongMethodAreTold() {
    Caller.Reply unknown = caller.get("/api/machines/123123123");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.code()).isEqualTo("ResourceNotFound");
    assertThat(unknown.message()).isEqualTo("Machine 123123123 was not found");
    assertThat(unknown.json().path("error").path("target").asText()).hasSize(36);
    assertThat(caller.get("/api/nothing").status()).isEqualTo(404);
    assertThat(caller.post("/api/machines", "{}").status()).isEqualTo(405);
  }

  @Test
  void aTagIsAddedOnceAndRemovedOnce() {
    assertThat(tag("{\"Value\":\"c\",\"Action\":\"Add\"}").json().path("machineTags"))
        .extracting(JsonNode::asText)
        .containsExactly("a", "b", "c");
    tag("{\"Value\":\"c\",\"Action\":\"Add\"}");
    tag("{\"Value\":\"a\",\"Action\":\"Remove\"}");
    tag("{\"Value\":\"a\",\"Action\":\"Remove\"}");

    assertThat(tenant.machines().get(ID).tags()).containsExactly("b", "c");
    assertThat(tenant.journal().of("machines.changeTag")).hasSize(4);
    assertThat(tenant.journal().effects()).hasSize(2);
    assertThat(tenant.journal().effects().get(0).effect())
        .isEqualTo("tag 'c' added to machine " + ID);
  }

  @Test
  void membersOfABodyAreReadWithRegardToCase() {
    assertThat(tag("{\"value\":\"c\",\"Action\":\"Add\"}").code()).isEqualTo("InvalidRequestBody");
    assertThat(tag("{\"Action\":\"Add\"}").code()).isEqualTo("MissingRequiredParameter");
    assertThat(tag("{\"Value\":\"\",\"Action\":\"Add\"}").code())
        .isEqualTo("MissingRequiredParameter");
    assertThat(tag("{\"Value\":\"c\",\"Action\":\"add\"}").code()).isEqualTo("InvalidRequestBody");
    assertThat(tag("{\"Value\":7,\"Action\":\"Add\"}").code()).isEqualTo("InvalidRequestBody");
    assertThat(tag("not json").code()).isEqualTo("InvalidRequestBody");
    assertThat(tag("[]").code()).isEqualTo("InvalidRequestBody");
    assertThat(tenant.journal().effects()).isEmpty();
  }

  @Test
  void fiveHundredMachinesAreTaggedInOneCallAndNotOneMore() {
    tenant.machines().add(Fleet.of(500));
    List<String> ids = tenant.machines().ids();

    Caller.Reply tooMany = tagMany(ids.subList(0, 501));
    assertThat(tooMany.status()).isEqualTo(400);
    assertThat(tooMany.code()).isEqualTo("MaximumBatchSizeExceeded");
    assertThat(tooMany.message()).contains("501").contains("500");

    Caller.Reply reply = tagMany(ids.subList(0, 500));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.ids()).hasSize(500);
    assertThat(tenant.journal().effects().get(0).effect())
        .isEqualTo("tag 'many' added to 500 machines");
    assertThat(caller.get("/api/machines/findbytag?tag=many").ids()).hasSize(500);
    assertThat(caller.get("/api/machines/findbytag?tag=man").ids()).isEmpty();
    assertThat(caller.get("/api/machines/findbytag?tag=man&useStartsWithFilter=true").ids())
        .hasSize(500);
    assertThat(caller.get("/api/machines/findbytag").code()).isEqualTo("MissingRequiredParameter");
  }

  @Test
  void anUnknownMachineAmongManyChangesNone() {
    Caller.Reply reply = tagMany(List.of(ID, "unknown"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(tenant.machines().get(ID).tags()).containsExactly("a", "b");
  }

  @Test
  void anAddressFindsWhoeverWasSeenWithItWithinFifteenMinutes() {
    Instant seen = Times.START.minus(Duration.ofDays(10));
    tenant
        .machines()
        .add(
            NewMachine.named("gone.contoso.com")
                .ipAddress("10.9.9.9")
                .with("lastSeen", seen)
                .reach(Reach.offlineForever()));

    assertThat(byIp("10.9.9.9", seen.plus(Duration.ofMinutes(15)))).hasSize(1);
    assertThat(byIp("10.9.9.9", seen.plus(Duration.ofMinutes(16)))).isEmpty();
    assertThat(byIp("10.1.2.3", Times.START)).containsExactly(ID);
    assertThat(
            caller
                .get("/api/machines/FindByIp(ip=%2710.1.2.3%27%2Ctimestamp=2025-12-31T12%3A00:00Z)")
                .ids())
        .containsExactly(ID);
    assertThat(findLegacy("10.9.9.9", seen.plus(Duration.ofMinutes(16))).ids()).hasSize(1);
    assertThat(findLegacy("10.8.8.8", seen).status()).isEqualTo(404);
  }

  @Test
  void anAddressThatIsNoneAndATimeTooOldAreRefused() {
    Instant old = Times.START.minus(Duration.ofDays(31));

    assertThat(caller.get(findByIp("300.1.1.1", Times.START)).code()).isEqualTo("InvalidIpAddress");
    assertThat(caller.get(findByIp("10.1.2.3", old)).status()).isEqualTo(400);
    assertThat(caller.get("/api/machines/findbyip(ip='10.1.2.3',timestamp=now)").code())
        .isEqualTo("ODataError");
    assertThat(caller.get(findByIp("fe80::1", Times.START)).status()).isEqualTo(200);
  }

  @Test
  void deviceValueAndTagsAreUpdated() {
    assertThat(
            caller
                .post("/api/machines/" + ID + "/setDeviceValue", "{\"DeviceValue\":\"High\"}")
                .json()
                .path("deviceValue")
                .asText())
        .isEqualTo("High");
    assertThat(
            caller
                .patch("/api/machines/" + ID, "{\"machineTags\":[\"x\"],\"deviceValue\":\"Low\"}")
                .json()
                .path("machineTags"))
        .extracting(JsonNode::asText)
        .containsExactly("x");
    assertThat(caller.patch("/api/machines/" + ID, "{\"machineTags\":[]}").code())
        .isEqualTo("InvalidRequestBody");
    assertThat(
            caller
                .post("/api/machines/" + ID + "/setDeviceValue", "{\"DeviceValue\":\"Huge\"}")
                .code())
        .isEqualTo("InvalidRequestBody");
  }

  @Test
  void aFleetIsTheSameForTheSameSeedAndVaried() {
    JsonNode first = fleet(7).get("/api/machines").json();

    assertThat(fleet(7).get("/api/machines").json()).isEqualTo(first);
    assertThat(fleet(8).get("/api/machines").json()).isNotEqualTo(first);
    Set<String> platforms = values(first, "osPlatform");
    assertThat(platforms).hasSizeGreaterThan(4).contains("Linux", "macOS");
    assertThat(values(first, "riskScore")).hasSizeGreaterThan(4).contains("Critical");
    Set<Integer> digits =
        values(first, "lastSeen").stream().map(MachinesTest::fraction).collect(Collectors.toSet());
    assertThat(digits)
        .containsAll(IntStream.rangeClosed(0, 7).boxed().toList())
        .allMatch(count -> count <= 7);
    assertThat(first.findValues("vmMetadata")).isNotEmpty();
    assertThat(first.toString()).contains("fe80::").contains("\"machineTags\":[\"\"]");
    assertThat(values(first, "id")).hasSize(300).allMatch(id -> id.matches("[0-9a-f]{40}"));
  }

  @Test
  void aGentleTenantHasDocumentedMembersOnly() {
    SimulatedTenant gentle =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .quirks(Quirks.gentle())
            .machines(100)
            .build();
    JsonNode machines = Caller.of(gentle).get("/api/machines").json();

    assertThat(machines.findValues("vmMetadata")).isEmpty();
    assertThat(machines.toString()).doesNotContain("\"machineTags\":[\"\"]");
  }

  @Test
  void aListOfNoMachinesIs404AndAnEmptyFilterResultIsNot() {
    SimulatedTenant empty = SimulatedTenant.builder().time(Times.virtual()).build();

    assertThat(Caller.of(empty).get("/api/machines").status()).isEqualTo(404);
    Caller.Reply none = caller.filter("/api/machines", "computerDnsName eq 'nobody'");
    assertThat(none.status()).isEqualTo(200);
    assertThat(none.ids()).isEmpty();
  }

  @Test
  void theOwnerChangesMachinesAndWrongOnesAreTold() {
    tenant.machines().change(ID, "riskScore", "High");

    assertThat(caller.get("/api/machines/" + ID).json().path("riskScore").asText())
        .isEqualTo("High");
    assertThatThrownBy(() -> tenant.machines().get("nobody")).hasMessageContaining("'nobody'");
    assertThatThrownBy(() -> tenant.machines().change(ID, "colour", "red"))
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> tenant.machines().add(NewMachine.named("x").id(ID)))
        .hasMessageContaining("unique");
    assertThatThrownBy(() -> NewMachine.named("x").id("7")).hasMessageContaining("40 hex digits");
    assertThatThrownBy(() -> Fleet.of(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> Fleet.of(1).withOldAgent(0.6).withUnsupported(0.6))
        .hasMessageContaining("1.2");
  }

  private Caller.Reply tag(String body) {
    return caller.post("/api/machines/" + ID + "/tags", body);
  }

  private Caller.Reply tagMany(List<String> ids) {
    return caller.post(
        "/api/machines/AddOrRemoveTagForMultipleMachines",
        "{\"Value\":\"many\",\"Action\":\"Add\",\"MachineIds\":[\""
            + String.join("\",\"", ids)
            + "\"]}");
  }

  private List<String> byIp(String ip, Instant time) {
    return caller.get(findByIp(ip, time)).ids();
  }

  private static String findByIp(String ip, Instant time) {
    return "/api/machines/findbyip(ip='" + ip + "',timestamp=" + time + ")";
  }

  private Caller.Reply findLegacy(String ip, Instant time) {
    return caller.get("/api/machines/find(timestamp=" + time + ",key=" + ip + ")");
  }

  private static Caller fleet(long seed) {
    return Caller.of(
        SimulatedTenant.builder().time(Times.virtual()).seed(seed).machines(300).build());
  }

  private static Set<String> values(JsonNode list, String property) {
    Set<String> values = new HashSet<>();
    list.path("value").forEach(machine -> values.add(machine.path(property).asText()));
    return Collections.unmodifiableSet(values);
  }

  private static int fraction(String timestamp) {
    int dot = timestamp.indexOf('.');
    return dot < 0 ? 0 : timestamp.length() - dot - 2;
  }
}
