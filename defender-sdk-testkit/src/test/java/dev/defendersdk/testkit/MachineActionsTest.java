package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quirks.SecondAction;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MachineActionsTest {

  private static final String FULL = "{\"Comment\":\"C2\",\"IsolationType\":\"Full\"}";
  private static final String COMMENT = "{\"Comment\":\"clean\"}";

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final Caller caller = Caller.of(tenant);
  private final String id = tenant.machines().get("online").id();

  private static SimulatedTenant tenant(Quirks quirks) {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(Times.virtual())
            .quotas(Quotas.unlimited())
            .quirks(quirks)
            .applicationName("responder")
            .tokenLifetime(Duration.ofDays(30))
            .machine(NewMachine.named("online"))
            .machine(NewMachine.named("away").reach(Reach.offlineForever()))
            .machine(
                NewMachine.named("back").reach(Reach.offlineUntil(Times.START.plusSeconds(7200))))
            .machine(
                NewMachine.named("printer")
                    .reach(Reach.unsupportedPlatform())
                    .with("osPlatform", "Printer"))
            .machine(NewMachine.named("old").reach(Reach.oldAgent()))
            .machine(NewMachine.named("stray").with("onboardingStatus", "CanBeOnboarded"))
            .build();
    tenant.actions().startsAfter(Duration.ofSeconds(10), Duration.ofSeconds(10));
    tenant.actions().takes(Duration.ofSeconds(60), Duration.ofSeconds(60));
    return tenant;
  }

  @Test
  void anActionWalksFromPendingOverInProgressToItsEnd() {
    Caller.Reply started = isolate("online");

    assertThat(started.status()).isEqualTo(201);
    JsonNode action = started.json();
    assertThat(UUID.fromString(action.path("id").asText())).isNotNull();
    assertThat(action.path("type").asText()).isEqualTo("Isolate");
    assertThat(action.path("scope").asText()).isEqualTo("Full");
    assertThat(action.path("status").asText()).isEqualTo("Pending");
    assertThat(action.path("requestor").asText()).isEqualTo("responder");
    assertThat(action.path("requestorComment").asText()).isEqualTo("C2");
    assertThat(action.path("requestSource").asText()).isEqualTo("PublicApi");
    assertThat(action.path("machineId").asText()).isEqualTo(id);
    assertThat(action.path("computerDnsName").asText()).isEqualTo("online");
    assertThat(action.path("commands").isArray()).isTrue();
    assertThat(action.path("cancellationComment").isNull()).isTrue();

    Times.pass(tenant, Duration.ofSeconds(9));
    assertThat(status(action)).isEqualTo("Pending");
    Times.pass(tenant, Duration.ofSeconds(1));
    assertThat(status(action)).isEqualTo("InProgress");
    assertThat(tenant.machines().get("online").isIsolated()).isFalse();
    Times.pass(tenant, Duration.ofSeconds(60));
    assertThat(status(action)).isEqualTo("Succeeded");
    assertThat(tenant.machines().get("online").isolation()).isEqualTo("Full");
    assertThat(get(action).path("lastUpdateDateTimeUtc").asText())
        .isEqualTo(Times.START.plusSeconds(70).toString());
  }

  @Test
  void aReleaseTakesTheIsolationBack() {
    isolate("online");
    Times.pass(tenant, Duration.ofMinutes(2));
    Caller.Reply released = post(id + "/unisolate", COMMENT);
    Times.pass(tenant, Duration.ofMinutes(2));

    assertThat(released.status()).isEqualTo(201);
    assertThat(released.json().path("type").asText()).isEqualTo("Unisolate");
    assertThat(released.json().path("scope").isNull()).isTrue();
    assertThat(tenant.machines().get("online").isolation()).isEqualTo("None");
  }

  @Test
  void anOfflineMachineIsWaitedForThreeDays() {
    JsonNode action = isolate("away").json();

    Times.pass(tenant, Duration.ofDays(3).minusSeconds(1));
    assertThat(status(action)).isEqualTo("Pending");
    Times.pass(tenant, Duration.ofSeconds(1));
    assertThat(status(action)).isEqualTo("TimeOut");
    assertThat(isolate("away").status()).isEqualTo(201);
  }

  @Test
  void aMachineThatComesBackIsReached() {
    JsonNode action = isolate("back").json();

    Times.pass(tenant, Duration.ofHours(2));
    assertThat(status(action)).isEqualTo("Pending");
    Times.pass(tenant, Duration.ofSeconds(70));
    assertThat(status(action)).isEqualTo("Succeeded");
  }

  @Test
  void theOwnerBringsAMachineBackAndTakesOneAway() {
    JsonNode action = isolate("away").json();
    Times.pass(tenant, Duration.ofDays(1));
    tenant.machines().reach("away", Reach.online());
    assertThat(status(action)).isEqualTo("Pending");
    Times.pass(tenant, Duration.ofSeconds(10));
    assertThat(status(action)).isEqualTo("InProgress");

    JsonNode other = isolate("online").json();
    tenant.machines().reach("online", Reach.offlineForever());
    Times.pass(tenant, Duration.ofDays(2));
    assertThat(status(other)).isEqualTo("Pending");
  }

  @Test
  void aSecondActionIsRefusedWhileOneIsUnderWay() {
    isolate("online");

    for (Caller.Reply second : List.of(isolate("online"), post(id + "/unisolate", COMMENT))) {
      assertThat(second.status()).isEqualTo(400);
      assertThat(second.code()).isEqualTo("ActiveRequestAlreadyExists");
      assertThat(second.message()).isEqualTo("Action is already in progress");
    }
    assertThat(tenant.journal().effects()).hasSize(1);
  }

  @Test
  void aSecondActionCanBeAnsweredWithTheFirstOrAccepted() {
    SimulatedTenant first =
        tenant(Quirks.harsh().withSecondAction(SecondAction.ANSWERED_WITH_THE_FIRST));
    Caller caller1 = Caller.of(first);
    String path = "/api/machines/" + first.machines().get("online").id() + "/isolate";
    JsonNode action = caller1.post(path, FULL).json();
    assertThat(caller1.post(path, FULL).json().path("id")).isEqualTo(action.path("id"));
    assertThat(first.actions().all()).hasSize(1);
    assertThat(first.journal().effects()).hasSize(1);

    SimulatedTenant both = tenant(Quirks.harsh().withSecondAction(SecondAction.ACCEPTED));
    Caller caller2 = Caller.of(both);
    String machine = both.machines().get("online").id();
    caller2.post("/api/machines/" + machine + "/isolate", FULL);
    both.actions().takes(Duration.ofSeconds(1), Duration.ofSeconds(1));
    caller2.post("/api/machines/" + machine + "/unisolate", COMMENT);
    Times.pass(both, Duration.ofMinutes(5));
    // The release was asked for last and was done first, so the machine ends isolated.
    assertThat(both.machines().get("online").isIsolated()).isTrue();
  }

  @Test
  void whatAMachineCannotDoIsRefused() {
    assertThat(isolate("printer").code()).isEqualTo("OsPlatformNotSupported");
    assertThat(isolate("printer").message()).contains("Printer");
    assertThat(isolate("old").code()).isEqualTo("ClientVersionNotSupported");
    assertThat(isolate("stray").status()).isEqualTo(400);
    assertThat(post(id + "/isolate", "{\"IsolationType\":\"Full\"}").code())
        .isEqualTo("MissingRequiredParameter");
    assertThat(post(id + "/isolate", "{\"Comment\":\"c\",\"IsolationType\":\"full\"}").code())
        .isEqualTo("InvalidRequestBody");
    assertThat(post(id + "/isolate", "{\"comment\":\"c\"}").code()).isEqualTo("InvalidRequestBody");
    assertThat(post("unknown/isolate", FULL).code()).isEqualTo("ResourceNotFound");
    assertThat(tenant.journal().effects()).isEmpty();
    String stray = tenant.machines().get("stray").id();
    assertThat(
            post(stray + "/isolate", "{\"Comment\":\"c\",\"IsolationType\":\"UnManagedDevice\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void undocumentedMembersOfTheBodyComeBack() {
    JsonNode action =
        post(id + "/isolate", "{\"Comment\":\"c\",\"ExternalId\":\"case-1\",\"Title\":\"t\"}")
            .json();

    assertThat(action.path("externalId").asText()).isEqualTo("case-1");
    assertThat(action.path("title").asText()).isEqualTo("t");
  }

  @Test
  void anActionUnderWayIsCancelledAndAFinalOneIsNot() {
    JsonNode action = isolate("online").json();
    Times.pass(tenant, Duration.ofSeconds(30));

    assertThat(cancel(action, "{}").code()).isEqualTo("MissingRequiredParameter");
    Caller.Reply cancelled = cancel(action, "{\"Comment\":\"mistake\"}");
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.json().path("status").asText()).isEqualTo("Cancelled");
    assertThat(cancelled.json().path("cancellationRequestor").asText()).isEqualTo("responder");
    assertThat(cancelled.json().path("cancellationComment").asText()).isEqualTo("mistake");
    assertThat(cancelled.json().path("cancellationDateTimeUtc").asText())
        .isEqualTo(Times.START.plusSeconds(30).toString());

    assertThat(cancel(action, "{\"Comment\":\"again\"}").status()).isEqualTo(400);
    assertThat(caller.get("/api/machineactions/" + "00000000-0000-4000-8000-000000000000").status())
        .isEqualTo(404);
    Times.pass(tenant, Duration.ofMinutes(5));
    assertThat(tenant.machines().get("online").isIsolated()).isFalse();
  }

  @Test
  void actionsFailWhenTheyAreToldTo() {
    tenant.actions().failNext(1);
    JsonNode first = isolate("online").json();
    JsonNode second = isolate("back").json();
    Times.pass(tenant, Duration.ofHours(3));

    assertThat(status(first)).isEqualTo("Failed");
    assertThat(get(first).path("errorHResult").asInt()).isNotZero();
    assertThat(status(second)).isEqualTo("Succeeded");
    assertThat(tenant.machines().get("online").isIsolated()).isFalse();
    tenant.actions().failing(1);
    JsonNode third = isolate("online").json();
    Times.pass(tenant, Duration.ofHours(3));
    assertThat(status(third)).isEqualTo("Failed");
  }

  @Test
  void theListIsNewestFirstAndSpellsTheLastUpdateInItsOwnWay() {
    isolate("online");
    Times.pass(tenant, Duration.ofSeconds(1));
    isolate("away");
    Times.pass(tenant, Duration.ofMinutes(5));

    Caller.Reply list = caller.get("/api/machineactions");
    assertThat(list.all("computerDnsName")).containsExactly("away", "online");
    assertThat(list.all("status")).containsExactly("Pending", "Succeeded");
    JsonNode first = list.json().path("value").path(0);
    assertThat(first.has("lastUpdateTimeUtc")).isTrue();
    assertThat(first.has("lastUpdateDateTimeUtc")).isFalse();
    assertThat(get(first).has("lastUpdateDateTimeUtc")).isTrue();
    assertThat(get(first).has("lastUpdateTimeUtc")).isFalse();

    assertThat(
            caller
                .filter(
                    "/api/machineactions",
                    "machineId eq '" + id + "' and (status eq 'Pending' or status eq 'Succeeded')")
                .all("computerDnsName"))
        .containsExactly("online");
    assertThat(
            caller
                .get("/api/machineactions?$orderby=creationDateTimeUtc&$top=1")
                .all("computerDnsName"))
        .containsExactly("online");
    assertThat(
            caller
                .filter(
                    "/api/machineactions",
                    "creationDateTimeUtc gt " + Times.START + " and type in ('Isolate')")
                .all("computerDnsName"))
        .containsExactly("away");
    assertThat(caller.filter("/api/machineactions", "requestorComment eq 'C2'").code())
        .isEqualTo("ODataError");
  }

  @Test
  void durationsAreSeededAndWrongOnesAreTold() {
    List<Instant> ends = List.of(endOfWalk(5), endOfWalk(5), endOfWalk(6));

    assertThat(ends.get(0)).isEqualTo(ends.get(1)).isNotEqualTo(ends.get(2));
    assertThatThrownBy(() -> tenant.actions().takes(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("turn them round");
    assertThatThrownBy(() -> tenant.actions().failing(2)).hasMessageContaining("0 to 1");
  }

  private static Instant endOfWalk(long seed) {
    SimulatedTenant tenant =
        SimulatedTenant.builder().time(Times.virtual()).seed(seed).machines(1).build();
    Caller.of(tenant).post("/api/machines/" + tenant.machines().ids().get(0) + "/isolate", FULL);
    Times.pass(tenant, Duration.ofHours(1));
    ActionView action = tenant.actions().all().get(0);
    assertThat(action.status()).isEqualTo("Succeeded");
    return action.updated();
  }

  private Caller.Reply isolate(String name) {
    return post(tenant.machines().get(name).id() + "/isolate", FULL);
  }

  private Caller.Reply post(String path, String body) {
    return caller.post("/api/machines/" + path, body);
  }

  private Caller.Reply cancel(JsonNode action, String body) {
    return caller.post("/api/machineactions/" + action.path("id").asText() + "/cancel", body);
  }

  private JsonNode get(JsonNode action) {
    return caller.get("/api/machineactions/" + action.path("id").asText()).json();
  }

  private String status(JsonNode action) {
    return get(action).path("status").asText();
  }
}
