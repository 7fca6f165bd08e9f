package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Quirks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts of Microsoft Graph. */
class GraphAlertsTest {

  private static final String ALERTS = "/v1.0/security/alerts_v2";
  private static final String INCIDENTS = "/v1.0/security/incidents";

  private final SimulatedTenant tenant = tenant(Quirks.harsh());
  private final Caller caller = Caller.onGraph(tenant);

  private static SimulatedTenant tenant(Quirks quirks) {
    return SimulatedTenant.builder()
        .time(Times.virtual())
        .tokenLifetime(Duration.ofDays(30))
        .quirks(quirks)
        .machine(NewMachine.named("win.contoso.com").with("osPlatform", "Windows11"))
        .machine(NewMachine.named("lx").with("osPlatform", "Linux"))
        .build();
  }

  private AlertView raise(String machine, String title) {
    return tenant.alerts().raise(NewTenantAlert.on(machine).title(title).severity("High"));
  }

  private AlertView raise(String title) {
    return raise("win.contoso.com", title);
  }

  private Caller.Reply all(String path) {
    return caller.send(
        caller.request(path).header("Prefer", "include-unknown-enum-members").build());
  }

  @Test
  void bothServicesShowOneAlertEachInItsModel() {
    AlertView raised =
        tenant
            .alerts()
            .raise(
                NewTenantAlert.on("win.contoso.com")
                    .title("Beacon")
                    .severity("High")
                    .category("Malware")
                    .detectionSource("WindowsDefenderAv")
                    .user("contoso\\ben")
                    .file("ab".repeat(20), "a.exe"));
    JsonNode alert = caller.get(ALERTS).json().path("value").path(0);
    assertThat(alert.path("id").asText()).isEqualTo(raised.id());
    assertThat(alert.path("severity").asText()).isEqualTo("high");
    assertThat(alert.path("status").asText()).isEqualTo("new");
    assertThat(alert.path("classification").asText()).isEqualTo("unknown");
    assertThat(alert.path("detectionSource").asText()).isEqualTo("antivirus");
    assertThat(alert.path("serviceSource").asText()).isEqualTo("microsoftDefenderForEndpoint");
    assertThat(alert.path("incidentId").isTextual()).isTrue();
    assertThat(alert.path("createdDateTime").asText()).isEqualTo(Times.START.toString());
    JsonNode device = alert.path("evidence").path(0);
    assertThat(device.path("@odata.type").asText())
        .isEqualTo("#microsoft.graph.security.deviceEvidence");
    assertThat(device.path("mdeDeviceId").asText()).isEqualTo(raised.machineId());
    assertThat(device.path("hostName").asText()).isEqualTo("win");
    assertThat(device.path("loggedOnUsers").path(0).path("accountName").asText()).isEqualTo("ben");
    JsonNode file = alert.path("evidence").path(1);
    assertThat(file.path("fileDetails").path("sha1").asText()).isEqualTo("ab".repeat(20));
    assertThat(caller.get(ALERTS + "/" + raised.id()).json()).isEqualTo(alert);

    JsonNode defenders = Caller.of(tenant).get("/api/alerts/" + raised.id()).json();
    assertThat(defenders.path("title")).isEqualTo(alert.path("title"));
    assertThat(defenders.path("incidentId").asText()).isEqualTo(alert.path("incidentId").asText());
    assertThat(caller.get("/v1.0/security/alerts_v2/none").status()).isEqualTo(404);
  }

  @Test
  void membersThatCameLaterAreMaskedUnlessTheCallerAsksForThem() {
    raise("a");
    AlertView other =
        tenant
            .alerts()
            .raise(
                NewTenantAlert.on("lx")
                    .serviceSource("microsoftSentinel")
                    .detectionSource("scheduledAlerts"));
    JsonNode masked = caller.get(ALERTS + "/" + other.id()).json();
    assertThat(masked.path("serviceSource").asText()).isEqualTo("unknownFutureValue");
    assertThat(masked.path("detectionSource").asText()).isEqualTo("unknownFutureValue");
    JsonNode plain = all(ALERTS + "/" + other.id()).json();
    assertThat(plain.path("serviceSource").asText()).isEqualTo("microsoftSentinel");
    assertThat(plain.path("detectionSource").asText()).isEqualTo("scheduledAlerts");
    assertThat(caller.get(ALERTS).text()).contains("unknownFutureValue");
    assertThat(all(ALERTS).text()).doesNotContain("unknownFutureValue");
    assertThat(caller.filter(ALERTS, "serviceSource eq 'microsoftSentinel'").ids())
        .containsExactly(other.id());
    assertThat(Caller.of(tenant).get("/api/alerts").ids()).doesNotContain(other.id());
  }

  @Test
  void theLastChangedComesFirstUnlessAnotherOrderIsAskedFor() {
    tenant.alerts().generate(60);
    List<String> oldestFirst =
        tenant.alerts().all().stream()
            .filter(alert -> alert.incidentId() != null)
            .sorted(Comparator.comparing(AlertView::lastUpdateTime).thenComparing(AlertView::id))
            .map(AlertView::id)
            .toList();
    List<String> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    assertThat(caller.get(ALERTS).ids()).isEqualTo(newestFirst);
    String asc = ALERTS + "?$orderby=lastUpdateDateTime%20asc";
    assertThat(caller.get(asc).ids()).isEqualTo(oldestFirst);
    assertThat(caller.get(ALERTS + "?$orderby=lastUpdateDateTime%20desc").ids())
        .isEqualTo(newestFirst);
    assertThat(caller.get(ALERTS + "?$orderby=severity,createdDateTime%20desc").ids())
        .containsExactlyInAnyOrderElementsOf(oldestFirst);

    Instant from = Times.START.minus(Duration.ofDays(5));
    List<String> recent =
        oldestFirst.stream()
            .filter(id -> !tenant.alerts().get(id).lastUpdateTime().isBefore(from))
            .toList();
    String filter = Caller.encode("lastUpdateDateTime ge " + from);
    assertThat(caller.get(asc + "&$filter=" + filter).ids()).isEqualTo(recent);

    SimulatedTenant plain =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withOrderedOnGraph(false)));
    assertThat(Caller.onGraph(plain).get(asc).status()).isEqualTo(400);
  }

  @Test
  void linksLeadThroughTheWholeListAndTopIsTheSizeOfAPage() {
    tenant.alerts().generate(40);
    List<String> whole = caller.get(ALERTS).ids();
    List<String> paged = new ArrayList<>();
    String next = ALERTS + "?$top=7&$count=true";
    int pages = 0;
    while (!next.isEmpty()) {
      Caller.Reply page = caller.get(next);
      assertThat(page.json().path("@odata.count").asInt()).isEqualTo(whole.size());
      paged.addAll(page.ids());
      String link = page.json().path("@odata.nextLink").asText();
      assertThat(link).doesNotContain("$skip=");
      next =
          link.isEmpty()
              ? ""
              : link.substring(URI.create(link).resolve("/").toString().length() - 1);
      pages++;
    }
    assertThat(paged).isEqualTo(whole);
    assertThat(pages).isEqualTo((whole.size() + 6) / 7);
    assertThat(caller.get(ALERTS + "?$top=5000").ids()).isEqualTo(whole);
    assertThat(caller.get(ALERTS + "?$skip=500").status()).isEqualTo(200);
    assertThat(caller.get(ALERTS + "?$skip=501").status()).isEqualTo(400);

    SimulatedTenant shallow =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withGraphDepth(10)));
    shallow.alerts().generate(40);
    assertThat(Caller.onGraph(shallow).get(ALERTS + "?$top=9").json().has("@odata.nextLink"))
        .isTrue();
    assertThat(Caller.onGraph(shallow).get(ALERTS + "?$top=10").json().has("@odata.nextLink"))
        .isFalse();
  }

  @Test
  void pastSomeDepthPagesStopComingAndALaterStartLeadsOn() {
    tenant.alerts().generate(8_000);
    List<String> whole =
        tenant.alerts().all().stream()
            .filter(alert -> alert.incidentId() != null)
            .sorted(Comparator.comparing(AlertView::lastUpdateTime).thenComparing(AlertView::id))
            .map(AlertView::id)
            .toList();
    assertThat(whole).hasSizeGreaterThan(6_000);
    String list = ALERTS + "?$orderby=lastUpdateDateTime&$select=id,lastUpdateDateTime";
    List<String> reached = linked(list);
    assertThat(reached).isEqualTo(whole.subList(0, 6_000));

    Instant last = tenant.alerts().get(reached.get(5_999)).lastUpdateTime();
    List<String> rest = linked(list + "&$filter=" + Caller.encode("lastUpdateDateTime ge " + last));
    List<String> all = new ArrayList<>(reached);
    rest.stream().filter(id -> !reached.contains(id)).forEach(all::add);
    assertThat(all).isEqualTo(whole);
  }

  /** Ids of a list as far as its links lead. */
  private List<String> linked(String list) {
    List<String> ids = new ArrayList<>();
    String next = list;
    while (!next.isEmpty()) {
      Caller.Reply page = caller.get(next);
      ids.addAll(page.ids());
      String link = page.json().path("@odata.nextLink").asText();
      next = link.isEmpty() ? "" : link.substring(link.indexOf("/v1.0/"));
    }
    return ids;
  }

  @Test
  void anOptionThatAListDoesNotHaveIsRefused() {
    AlertView raised = raise("a");
    assertThat(caller.get(ALERTS + "?$expand=evidence").code()).isEqualTo("BadRequest");
    assertThat(caller.get(INCIDENTS + "?$expand=comments").code()).isEqualTo("BadRequest");
    String ofIncident = INCIDENTS + "/" + raised.incidentId() + "/alerts";
    for (String option :
        List.of("$top=1", "$skip=0", "$count=true", "$orderby=id", "$select=id", "$expand=a")) {
      assertThat(caller.get(ofIncident + "?" + option).code()).as(option).isEqualTo("BadRequest");
    }
    assertThat(caller.get(ofIncident).ids()).containsExactly(raised.id());
  }

  @Test
  void anAlertThatIsInNoIncidentIsMissing() {
    AlertView alone = tenant.alerts().raise(NewTenantAlert.on("lx").withoutIncident());
    assertThat(alone.incidentId()).isNull();
    assertThat(caller.get(ALERTS).ids()).isEmpty();
    assertThat(caller.get(ALERTS + "/" + alone.id()).status()).isEqualTo(404);
    assertThat(Caller.of(tenant).get("/api/alerts").ids()).containsExactly(alone.id());

    SimulatedTenant full =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withUnpromotedMissingOnGraph(false)));
    full.alerts().raise(NewTenantAlert.on("lx").withoutIncident());
    assertThat(Caller.onGraph(full).get(ALERTS).ids()).hasSize(1);
  }

  @Test
  void anUpdateAndACommentAreSeenInBothServices() {
    AlertView raised = raise("a");
    Caller.Reply reply =
        caller.patch(
            ALERTS + "/" + raised.id(),
            "{\"status\":\"resolved\",\"classification\":\"falsePositive\",\"determination\":"
                + "\"notEnoughDataToValidate\",\"assignedTo\":\"a@contoso.com\"}");
    assertThat(reply.json().path("determination").asText()).isEqualTo("notEnoughDataToValidate");
    AlertView now = tenant.alerts().get(raised.id());
    assertThat(now.status()).isEqualTo("Resolved");
    assertThat(now.determination()).isEqualTo("NoEnoughDataToValidate");
    caller.patch(ALERTS + "/" + raised.id(), "{\"assignedTo\":null}");
    assertThat(tenant.alerts().get(raised.id()).assignedTo()).isNull();
    assertThat(caller.patch(ALERTS + "/" + raised.id(), "{\"determination\":\"clean\"}").code())
        .isEqualTo("BadRequest");
    assertThat(caller.patch(ALERTS + "/" + raised.id(), "{\"severity\":\"low\"}").code())
        .isEqualTo("BadRequest");

    caller.post(ALERTS + "/" + raised.id() + "/comments", comment("one"));
    JsonNode comments =
        caller.post(ALERTS + "/" + raised.id() + "/comments", comment("two")).json().path("value");
    assertThat(comments).hasSize(2);
    assertThat(comments.path(1).path("comment").asText()).isEqualTo("two");
    assertThat(comments.path(1).path("createdByDisplayName").asText())
        .isEqualTo(tenant.applicationName());
    assertThat(caller.post(ALERTS + "/" + raised.id() + "/comments", "{\"comment\":\"x\"}").code())
        .isEqualTo("BadRequest");
    assertThat(tenant.alerts().get(raised.id()).comments()).containsExactly("one", "two");
  }

  private static String comment(String text) {
    return "{\"@odata.type\":\"microsoft.graph.security.alertComment\",\"comment\":\""
        + text
        + "\"}";
  }

  @Test
  void aPoisonedAlertSpoilsWhatHoldsItsEvidence() {
    AlertView bad = raise("a");
    raise("lx", "b");
    tenant.alerts().poison(bad.id());
    assertThat(caller.get(ALERTS).status()).isEqualTo(500);
    assertThat(caller.get(ALERTS + "?$select=id,title").ids()).hasSize(2);
    assertThat(caller.get(INCIDENTS).status()).isEqualTo(200);
    assertThat(caller.get(INCIDENTS + "?$expand=alerts").status()).isEqualTo(500);
    assertThat(caller.get(INCIDENTS + "/" + bad.incidentId() + "/alerts").status()).isEqualTo(500);
  }

  @Test
  void aChangeThatCannotBeAnsweredIsNotMade() {
    AlertView bad = raise("a");
    tenant.alerts().poison(bad.id());
    assertThat(caller.patch(ALERTS + "/" + bad.id(), "{\"status\":\"resolved\"}").status())
        .isEqualTo(500);
    assertThat(tenant.alerts().get(bad.id())).isEqualTo(bad);
    String incident = INCIDENTS + "/" + bad.incidentId();
    Caller.Reply changed =
        caller.patch(incident + "?$expand=alerts", "{\"displayName\":\"Renamed\"}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().has("alerts")).isFalse();
    assertThat(tenant.journal().effects())
        .singleElement()
        .satisfies(entry -> assertThat(entry.operationId()).isEqualTo("graph.incidents.update"));
  }

  @Test
  void alertsAndIncidentsShareOneQuota() {
    for (int i = 0; i < 75; i++) {
      assertThat(caller.get(ALERTS).status()).isEqualTo(200);
      assertThat(caller.get(INCIDENTS).status()).isEqualTo(200);
    }
    assertThat(caller.get(ALERTS).status()).isEqualTo(429);
    assertThat(caller.get(INCIDENTS).status()).isEqualTo(429);
    assertThat(Caller.of(tenant).get("/api/alerts").status()).isEqualTo(200);
  }

  @Test
  void aTokenOfDefenderIsWorthNothingHere() {
    assertThat(caller.withToken(Caller.of(tenant).token()).get(ALERTS).status()).isEqualTo(401);
    assertThat(Caller.of(tenant).withToken(caller.token()).get("/api/alerts").status())
        .isEqualTo(401);
  }
}
