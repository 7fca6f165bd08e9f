package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.AlertVersion;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alerts of the Defender API. */
class AlertsTest {

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final Caller caller = Caller.of(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .tokenLifetime(Duration.ofDays(30))
        .quirks(quirks)
        .machine(NewMachine.named("win").with("osPlatform", "Windows11"))
        .machine(NewMachine.named("lx").with("osPlatform", "Linux"))
        .build();
  }

  private AlertView raise(String title) {
    return tenant.alerts().raise(NewTenantAlert.on("win").title(title).severity("High"));
  }

  private JsonNode get(AlertView alert) {
    return caller.get("/api/alerts/" + alert.id()).json();
  }

  private static String since(Instant instant) {
    return "lastUpdateTime ge " + instant;
  }

  @Test
  void aRaisedAlertIsListedWithoutItsEvidenceUnlessThisIsExpanded() {
    AlertView raised = raise("Beacon");
    JsonNode listed = caller.get("/api/alerts").json().path("value").path(0);
    assertThat(listed.path("id").asText()).isEqualTo(raised.id());
    assertThat(listed.path("title").asText()).isEqualTo("Beacon");
    assertThat(listed.path("machineId").asText()).isEqualTo(raised.machineId());
    assertThat(listed.path("incidentId").isIntegralNumber()).isTrue();
    assertThat(listed.path("evidence").isArray()).isTrue();
    assertThat(listed.path("evidence")).isEmpty();

    JsonNode expanded = caller.get("/api/alerts?$expand=evidence").json().path("value").path(0);
    assertThat(expanded.path("evidence")).isNotEmpty();
    assertThat(get(raised).path("evidence")).isEqualTo(expanded.path("evidence"));
    assertThat(caller.get("/api/alerts?$expand=machine").code()).isEqualTo("ODataError");
    assertThat(caller.get("/api/alerts/da1_2").status()).isEqualTo(404);
  }

  @Test
  void evidenceThatWasSaidIsThere() {
    AlertView raised =
        tenant
            .alerts()
            .raise(NewTenantAlert.on("win").file("ab".repeat(20), "a.exe").ip("198.51.100.7"));
    JsonNode evidence = get(raised).path("evidence");
    assertThat(evidence.path(0).path("entityType").asText()).isEqualTo("File");
    assertThat(evidence.path(0).path("sha1").asText()).isEqualTo("ab".repeat(20));
    assertThat(evidence.path(0).path("url").isNull()).isTrue();
    assertThat(evidence.path(1).path("ipAddress").asText()).isEqualTo("198.51.100.7");
  }

  @Test
  void whatIsMadeLaterIsSeenLaterAndUntilThenTheOlderVersion() {
    AlertView late =
        tenant.alerts().raise(NewTenantAlert.on("win").visibleAfter(Duration.ofMinutes(10)));
    assertThat(caller.get("/api/alerts").ids()).isEmpty();
    assertThat(caller.get("/api/alerts/" + late.id()).status()).isEqualTo(404);
    tenant.alerts().update(late.id(), change -> change.assignedTo("a@contoso.com"));

    Times.pass(tenant, Duration.ofMinutes(10));
    assertThat(get(late).path("lastUpdateTime").asText()).isEqualTo(Times.START.toString());
    assertThat(get(late).path("assignedTo").asText()).isEqualTo("a@contoso.com");

    Instant changed = tenant.time().now();
    tenant.alerts().update(late.id(), change -> change.status("Resolved"), Duration.ofMinutes(5));
    assertThat(tenant.alerts().get(late.id()).status()).isEqualTo("Resolved");
    assertThat(get(late).path("status").asText()).isEqualTo("New");
    Times.pass(tenant, Duration.ofMinutes(5));
    assertThat(get(late).path("status").asText()).isEqualTo("Resolved");
    assertThat(get(late).path("lastUpdateTime").asText()).isEqualTo(changed.toString());
    assertThat(caller.filter("/api/alerts", since(changed)).ids()).containsExactly(late.id());
  }

  @Test
  void theListIsInOrderOfIdsAndMovesUnderThoseWhoSkip() {
    tenant.alerts().generate(50);
    List<String> ids = caller.get("/api/alerts").ids();
    assertThat(ids).hasSize(50).isSorted();
    List<String> paged = new ArrayList<>(caller.get("/api/alerts?$top=20").ids());
    assertThat(caller.get("/api/alerts?$top=20").json().has("@odata.nextLink")).isFalse();
    paged.addAll(caller.get("/api/alerts?$top=20&$skip=20").ids());
    paged.addAll(caller.get("/api/alerts?$top=20&$skip=40").ids());
    assertThat(paged).isEqualTo(ids);

    String open = "/api/alerts?$filter=status%20ne%20'Resolved'&$top=1";
    String first = caller.get(open).ids().get(0);
    String second = caller.get(open + "&$skip=1").ids().get(0);
    tenant.alerts().update(first, change -> change.status("Resolved"));
    assertThat(caller.get(open + "&$skip=1").ids()).doesNotContain(second);
  }

  @Test
  void aSpanOfLastUpdatesHoldsWhatWasChangedInIt() {
    tenant.alerts().generate(500);
    Instant from = Times.START.minus(Duration.ofDays(3));
    Instant to = Times.START.minus(Duration.ofDays(2));
    List<String> expected =
        tenant.alerts().all().stream()
            .filter(alert -> !alert.lastUpdateTime().isBefore(from))
            .filter(alert -> alert.lastUpdateTime().isBefore(to))
            .map(AlertView::id)
            .toList();
    String span = since(from) + " and lastUpdateTime lt " + to;
    assertThat(expected).isNotEmpty();
    assertThat(caller.filter("/api/alerts", span).ids()).isEqualTo(expected);
    assertThat(caller.filter("/api/alerts", span + " and status eq 'New'").ids())
        .isNotEmpty()
        .hasSizeLessThan(expected.size());
    assertThat(caller.filter("/api/alerts", span + " or id eq 'x'").ids()).isEqualTo(expected);
    assertThat(caller.filter("/api/alerts", since(to) + " and lastUpdateTime lt " + from).ids())
        .isEmpty();
    assertThat(caller.filter("/api/alerts", "title eq 'x'").code()).isEqualTo("ODataError");
  }

  @Test
  void anUpdateChangesWhatItNamesAndAddsItsComment() {
    AlertView raised = raise("Beacon");
    Times.pass(tenant, Duration.ofMinutes(1));
    Caller.Reply reply =
        caller.patch(
            "/api/alerts/" + raised.id(),
            "{\"status\":\"Resolved\",\"assignedTo\":\"secop2@contoso.com\",\"classification\":"
                + "\"FalsePositive\",\"determination\":\"Malware\",\"comment\":\"seen\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("evidence")).isEmpty();
    assertThat(reply.json().path("resolvedTime").asText())
        .isEqualTo(Times.START.plusSeconds(60).toString());
    assertThat(reply.json().path("comments").path(0).path("comment").asText()).isEqualTo("seen");
    assertThat(reply.json().path("comments").path(0).path("createdBy").asText())
        .isEqualTo(tenant.applicationName());

    caller.patch("/api/alerts/" + raised.id(), "{\"assignedTo\":null,\"comment\":\"again\"}");
    AlertView now = tenant.alerts().get(raised.id());
    assertThat(now.assignedTo()).isNull();
    assertThat(now.status()).isEqualTo("Resolved");
    assertThat(now.comments()).containsExactly("seen", "again");
    assertThat(caller.patch("/api/alerts/" + raised.id(), "{\"Status\":\"New\"}").code())
        .isEqualTo("InvalidRequestBody");
    assertThat(caller.patch("/api/alerts/" + raised.id(), "{\"status\":\"Closed\"}").status())
        .isEqualTo(400);
  }

  @Test
  void theNamesOfThePagesForDeterminationsAreRefusedUnlessTheQuirkIsSet() {
    String body = "{\"classification\":\"FalsePositive\",\"determination\":\"Clean\"}";
    assertThat(caller.patch("/api/alerts/" + raise("a").id(), body).status()).isEqualTo(400);

    SimulatedTenant liberal =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withPageNamesOfDeterminations(true)));
    String id = liberal.alerts().raise(NewTenantAlert.on("win")).id();
    assertThat(Caller.of(liberal).patch("/api/alerts/" + id, body).json().path("determination"))
        .isEqualTo(Caller.MAPPER.getNodeFactory().textNode("NotMalicious"));
  }

  @Test
  void aBatchChangesAllItsAlertsAndAnswersNothing() {
    AlertView first = raise("a");
    AlertView second = raise("b");
    Caller.Reply reply =
        caller.post("/api/alerts/batchUpdate", batch(first.id(), second.id(), first.id()));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEmpty();
    assertThat(tenant.alerts().all()).extracting(AlertView::status).containsOnly("Resolved");
    assertThat(tenant.alerts().get(first.id()).comments()).hasSize(1);
  }

  @Test
  void aBatchIsRefusedThatIsTooLargeOrNamesNoAlert() {
    SimulatedTenant small = tenant(Quirks.harsh().withAlerts(quirks -> quirks.withBatchMaximum(2)));
    Caller.Reply reply =
        Caller.of(small).post("/api/alerts/batchUpdate", batch("da1_1", "da1_2", "da1_3"));
    assertThat(reply.code()).isEqualTo("MaximumBatchSizeExceeded");
    assertThat(reply.message()).contains("Received: 3, allowed: 2");

    AlertView one = raise("a");
    assertThat(caller.post("/api/alerts/batchUpdate", batch(one.id(), "da1_1")).status())
        .isEqualTo(404);
    assertThat(tenant.alerts().get(one.id()).status()).isEqualTo("New");
    SimulatedTenant silent =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withUnknownIdRefusesBatch(false)));
    assertThat(Caller.of(silent).post("/api/alerts/batchUpdate", batch("da1_1")).status())
        .isEqualTo(200);
  }

  private static String batch(String... ids) {
    return "{\"alertIds\":[\""
        + String.join("\",\"", ids)
        + "\"],\"status\":\"Resolved\",\"comment\":\"done\"}";
  }

  @Test
  void aPoisonedAlertSpoilsEveryPageThatExpandsIt() {
    AlertView good = raise("a");
    AlertView bad = raise("b");
    tenant.alerts().poison(bad.id());
    assertThat(caller.get("/api/alerts?$expand=evidence").status()).isEqualTo(500);
    assertThat(caller.get("/api/alerts").ids()).hasSize(2);
    String id = "/api/alerts?$expand=evidence&$filter=id%20eq%20";
    assertThat(caller.get(id + "'" + good.id() + "'").status()).isEqualTo(200);
    assertThat(caller.get(id + "'" + bad.id() + "'").status()).isEqualTo(500);
    assertThat(caller.get("/api/alerts/" + bad.id()).status()).isEqualTo(500);
  }

  @Test
  void aChangeThatCannotBeAnsweredIsNotMade() {
    SimulatedTenant full =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withEvidenceOnlyIfExpanded(false)));
    AlertView bad = full.alerts().raise(NewTenantAlert.on("win").title("example"));
    full.alerts().poison(bad.id());
    Caller fullCaller = Caller.of(full);
    String body = "{\"status\":\"Resolved\"}";
    assertThat(fullCaller.patch("/api/alerts/" + bad.id(), body).status()).isEqualTo(500);
    Instant event = Times.START.minusSeconds(60);
    full.hunting()
        .event(
            "DeviceEvents",
            Map.of("Timestamp", event, "DeviceId", bad.machineId(), "ReportId", 7L));
    Times.pass(full, Duration.ofMinutes(1));
    assertThat(create(fullCaller, bad.machineId(), event.toString(), "7").status()).isEqualTo(500);
    assertThat(full.alerts().get(bad.id())).isEqualTo(bad);
    assertThat(full.journal().effects()).isEmpty();

    AlertView other = raise("b");
    tenant.alerts().poison(other.id());
    Caller.Reply bare = caller.patch("/api/alerts/" + other.id(), body);
    assertThat(bare.json().path("evidence")).isEmpty();
    assertThat(tenant.alerts().get(other.id()).status()).isEqualTo("Resolved");
  }

  @Test
  void aScriptShowsEachVersionWhenItsTimeComes() {
    Instant start = Times.START;
    tenant
        .alerts()
        .script(
            List.of(
                    new AlertVersion("a", start, start.plusSeconds(10), "Low", "New"),
                    new AlertVersion(
                        "b", start.plusSeconds(20), start.plusSeconds(20), "Low", "New"),
                    new AlertVersion(
                        "a", start.plusSeconds(30), start.plusSeconds(40), "High", "Resolved"),
                    new AlertVersion(
                        "a", start.plusSeconds(25), start.plusSeconds(50), "Low", "InProgress"))
                .iterator());
    assertThat(caller.get("/api/alerts").ids()).isEmpty();
    Times.pass(tenant, Duration.ofSeconds(10));
    assertThat(caller.get("/api/alerts").ids()).containsExactly("a");
    Times.pass(tenant, Duration.ofSeconds(20));
    assertThat(caller.get("/api/alerts").ids()).containsExactly("a", "b");
    assertThat(caller.get("/api/alerts/a").json().path("status").asText()).isEqualTo("New");
    Times.pass(tenant, Duration.ofSeconds(60));
    JsonNode last = caller.get("/api/alerts/a").json();
    assertThat(last.path("status").asText()).isEqualTo("Resolved");
    assertThat(last.path("lastUpdateTime").asText()).isEqualTo(start.plusSeconds(30).toString());
  }

  @Test
  void anAlertIsCreatedForAnEventThatIsThereToTheLastDigit() {
    Instant time = Instant.parse("2025-12-31T16:45:21.7115183Z");
    String machine = tenant.machines().get("win").id();
    tenant
        .hunting()
        .event("DeviceEvents", Map.of("Timestamp", time, "DeviceId", machine, "ReportId", 20776L));

    assertThat(create(machine, "2025-12-31T16:45:21.7115180Z", "20776").status()).isEqualTo(404);
    assertThat(create(machine, "2025-12-31T16:45:21.711518Z", "20776").status()).isEqualTo(404);
    assertThat(create(machine, time.toString(), "20777").status()).isEqualTo(404);
    assertThat(create(tenant.machines().get("lx").id(), time.toString(), "20776").status())
        .isEqualTo(404);

    Caller.Reply created = create(machine, time.toString(), "20776");
    assertThat(created.status()).isEqualTo(200);
    String id = created.json().path("id").asText();
    assertThat(created.json().path("investigationState").asText()).isEqualTo("Queued");
    assertThat(tenant.investigations().all())
        .singleElement()
        .satisfies(one -> assertThat(one.alertId()).isEqualTo(id));

    Times.pass(tenant, Duration.ofMinutes(1));
    Caller.Reply joined = create(machine, time.toString(), "20776");
    assertThat(joined.json().path("id").asText()).isEqualTo(id);
    assertThat(tenant.alerts().all()).hasSize(1);

    caller.patch("/api/alerts/" + id, "{\"status\":\"Resolved\"}");
    assertThat(create(machine, time.toString(), "20776").json().path("id").asText())
        .isNotEqualTo(id);
  }

  private Caller.Reply create(String machine, String time, String reportId) {
    return create(caller, machine, time, reportId);
  }

  private static Caller.Reply create(Caller by, String machine, String time, String reportId) {
    return by.post(
        "/api/alerts/CreateAlertByReference",
        "{\"machineId\":\""
            + machine
            + "\",\"severity\":\"Low\",\"title\":\"example\",\"description\":\"example alert\","
            + "\"recommendedAction\":\"nothing\",\"eventTime\":\""
            + time
            + "\",\"reportId\":\""
            + reportId
            + "\",\"category\":\"Exploit\"}");
  }

  @Test
  void anInvestigationMovesTheStateOfItsAlertAndTheLastUpdate() {
    tenant.investigations().takes(Duration.ofMinutes(5), Duration.ofMinutes(5)).comeTo("Benign");
    AlertView raised = tenant.alerts().raise(NewTenantAlert.on("win").investigated());
    assertThat(get(raised).path("investigationState").asText()).isEqualTo("Queued");
    Times.pass(tenant, Duration.ofSeconds(31));
    JsonNode running = get(raised);
    assertThat(running.path("investigationState").asText()).isEqualTo("Running");
    assertThat(running.path("lastUpdateTime").asText()).isGreaterThan(Times.START.toString());
    Times.pass(tenant, Duration.ofMinutes(6));
    assertThat(get(raised).path("investigationState").asText()).isEqualTo("Benign");
    assertThat(get(raised).path("investigationId").asText())
        .isEqualTo(tenant.investigations().all().get(0).id());

    AlertView other = tenant.alerts().raise(NewTenantAlert.on("lx").investigated());
    assertThat(other.investigationState()).isEqualTo("UnsupportedOs");
    assertThat(other.investigationId()).isNull();
  }

  @Test
  void batchesAndCreationsHaveQuotasOfTheirOwn() {
    String batch = batch(raise("a").id());
    for (int i = 0; i < 10; i++) {
      assertThat(caller.post("/api/alerts/batchUpdate", batch).status()).isEqualTo(200);
    }
    assertThat(caller.post("/api/alerts/batchUpdate", batch).status()).isEqualTo(429);
    for (int i = 0; i < 15; i++) {
      assertThat(create("x", "2025-12-31T00:00:00Z", "1").status()).isEqualTo(404);
    }
    assertThat(create("x", "2025-12-31T00:00:00Z", "1").status()).isEqualTo(429);
  }

  @Test
  void aMachineThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> tenant.alerts().raise(NewTenantAlert.on("nobody")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody");
  }
}
