package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.graph.Incident;
import dev.defendersdk.alerts.graph.IncidentMerge;
import dev.defendersdk.alerts.graph.IncidentStatus;
import dev.defendersdk.alerts.graph.IncidentsClient;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.IncidentView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.AlertVersion;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Feeds of a tenant's alerts and incidents. */
@Timeout(300)
class AlertFeedsTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private final List<FeedNotice> notices = Collections.synchronizedList(new ArrayList<>());

  private SimulatedTenant tenant(Quirks quirks) {
    // What a fault is set on that no client asks for: see failing expansions.
    return SimulatedTenant.builder()
        .time(time)
        .machines(4)
        .quirks(quirks)
        .fault("graph.alerts.get", Occurrence.always(), Fault.status(500))
        .build();
  }

  private static DefenderClientBuilder client(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0");
  }

  private <T> FeedBuilder<T> ready(FeedBuilder<T> feed) {
    return feed.name("siem")
        .store(CheckpointStore.memory())
        .start(FeedStart.at(START.minus(Duration.ofDays(60))))
        .onNotice(notices::add);
  }

  private void pass(Duration span) throws InterruptedException {
    time.newSignal().await(time.nanos() + span.toNanos());
  }

  @Test
  void alertsComeWithTheirEvidenceAndChangesOnceMore() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    tenant.alerts().generate(120);
    try (DefenderClient defender = client(tenant).build()) {
      List<Alert> taken = new ArrayList<>();
      FeedHandle feed = ready(AlertFeeds.alerts(defender)).pageSize(25).start(taken::add);
      pass(Duration.ofMinutes(10));
      assertThat(taken).hasSize(120).isSortedAccordingTo(AlertFeedsTest::byLastUpdate);
      assertThat(taken).anyMatch(alert -> !alert.evidence().isEmpty());

      AlertView raised =
          tenant
              .alerts()
              .raise(
                  NewTenantAlert.on(tenant.machines().ids().get(0))
                      .title("Beacon")
                      .severity("High")
                      .ip("203.0.113.7"));
      pass(Duration.ofMinutes(3));
      tenant.alerts().update(raised.id(), change -> change.status("Resolved"));
      pass(Duration.ofMinutes(3));
      assertThat(taken.subList(120, taken.size()))
          .extracting(alert -> alert.id() + " " + alert.status().value())
          .containsExactly(raised.id() + " New", raised.id() + " Resolved");
      assertThat(feed.stop(MINUTE).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    }
  }

  private static int byLastUpdate(Alert one, Alert other) {
    return one.lastUpdateTime().compareTo(other.lastUpdateTime());
  }

  @Test
  void alertsCanComeWithoutEvidence() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    tenant.alerts().generate(30);
    tenant.alerts().poison(tenant.alerts().all().get(7).id());
    try (DefenderClient defender = client(tenant).build()) {
      List<Alert> taken = new ArrayList<>();
      ready(AlertFeeds.alertsWithoutEvidence(defender)).start(taken::add);
      pass(MINUTE);
      assertThat(taken).hasSize(30).allMatch(alert -> alert.evidence().isEmpty());
      assertThat(notices).isEmpty();
    }
  }

  @Test
  void oneAlertWhoseEvidenceFailsHoldsNoneUp() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    tenant.alerts().generate(120);
    AlertView poisoned = tenant.alerts().all().get(50);
    tenant.alerts().poison(poisoned.id());
    try (DefenderClient defender = client(tenant).build()) {
      List<Alert> taken = new ArrayList<>();
      FeedHandle feed = ready(AlertFeeds.alerts(defender)).start(taken::add);
      pass(Duration.ofHours(1));
      assertThat(taken)
          .extracting(Alert::id)
          .containsExactlyInAnyOrderElementsOf(
              tenant.alerts().all().stream().map(AlertView::id).toList());
      assertThat(taken)
          .filteredOn(alert -> alert.id().equals(poisoned.id()))
          .allMatch(alert -> alert.evidence().isEmpty());
      assertThat(notices)
          .filteredOn(notice -> notice.kind() == FeedNotice.Kind.WITHOUT_DETAIL)
          .singleElement()
          .satisfies(notice -> assertThat(notice.id()).isEqualTo(poisoned.id()));
      assertThat(feed.progress().poison()).isEqualTo(1);
    }
  }

  @Test
  void alertsOfGraphComeThoughItDoesNotSort() throws Exception {
    SimulatedTenant tenant =
        tenant(Quirks.harsh().withAlerts(quirks -> quirks.withOrderedOnGraph(false)));
    tenant.alerts().generate(200);
    try (DefenderClient defender = client(tenant).build()) {
      List<SecurityAlert> taken = new ArrayList<>();
      ready(AlertFeeds.securityAlerts(defender)).pageSize(20).start(taken::add);
      pass(Duration.ofHours(1));
      assertThat(taken)
          .extracting(SecurityAlert::id)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              tenant.alerts().all().stream()
                  .filter(alert -> alert.incidentId() != null)
                  .map(AlertView::id)
                  .toList());
    }
  }

  @Test
  void manyAlertsOfGraphAtOneInstantComeByItsLinks() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 140; i++) {
      ids.add(
          tenant
              .alerts()
              .raise(NewTenantAlert.on(tenant.machines().ids().get(i % 4)).title("Burst " + i))
              .id());
    }
    try (DefenderClient defender = client(tenant).build()) {
      List<SecurityAlert> taken = new ArrayList<>();
      ready(AlertFeeds.securityAlerts(defender)).pageSize(20).start(taken::add);
      pass(Duration.ofHours(1));
      assertThat(taken).extracting(SecurityAlert::id).containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private static List<String> burst(SimulatedTenant tenant, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(
          tenant
              .alerts()
              .raise(NewTenantAlert.on(tenant.machines().ids().get(i % 4)).title("Burst " + i))
              .id());
    }
    return ids;
  }

  private SimulatedTenant graph(int mostSkip, int depth) {
    return SimulatedTenant.builder()
        .time(time)
        .machines(4)
        .quirks(
            Quirks.harsh()
                .withAlerts(quirks -> quirks.withGraphMostSkip(mostSkip).withGraphDepth(depth)))
        .build();
  }

  @Test
  void oneAlertOfGraphWhoseEvidenceFailsHoldsNoneUpInACrowd() throws Exception {
    SimulatedTenant tenant = graph(5, 1_000);
    List<String> ids = burst(tenant, 7);
    tenant.alerts().poison(ids.get(3));
    try (DefenderClient defender = client(tenant).build()) {
      List<SecurityAlert> taken = new ArrayList<>();
      FeedHandle feed = ready(AlertFeeds.securityAlerts(defender)).start(taken::add);
      pass(Duration.ofHours(1));
      assertThat(taken).extracting(SecurityAlert::id).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(taken)
          .allMatch(alert -> alert.evidence().isEmpty() == alert.id().equals(ids.get(3)))
          .allMatch(alert -> alert.title().startsWith("Burst"));
      assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    }
  }

  @Test
  void whereLinksOfGraphEndEarlyWhatIsBehindIsReadOrReported() throws Exception {
    SimulatedTenant tenant = graph(500, 20);
    List<String> ids = burst(tenant, 140);
    try (DefenderClient defender = client(tenant).build()) {
      List<SecurityAlert> taken = new ArrayList<>();
      ready(AlertFeeds.securityAlerts(defender)).pageSize(20).start(taken::add);
      pass(Duration.ofHours(1));
      assertThat(taken).extracting(SecurityAlert::id).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(notices).isEmpty();

      int before = taken.size();
      burst(tenant, 560);
      pass(Duration.ofHours(1));
      assertThat(taken.size() - before).isBetween(500, 559);
      assertThat(notices)
          .filteredOn(notice -> notice.kind() == FeedNotice.Kind.REST_UNREAD)
          .hasSize(1);
    }
  }

  @Test
  void incidentsComeWithTheirAlertsAndARedirectedOneOnceMore() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    tenant.alerts().generate(60);
    List<String> ids = tenant.incidents().all().stream().map(IncidentView::id).toList();
    try (DefenderClient defender = client(tenant).build()) {
      List<Incident> taken = new ArrayList<>();
      ready(AlertFeeds.incidents(defender)).start(taken::add);
      pass(Duration.ofMinutes(5));
      assertThat(taken).extracting(Incident::id).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(taken).allMatch(incident -> !incident.alerts().isEmpty());

      int before = taken.size();
      String target =
          new IncidentsClient(defender)
              .merge(IncidentMerge.of(ids.subList(0, 2)))
              .targetIncidentId();
      pass(Duration.ofHours(2));
      List<Incident> after = taken.subList(before, taken.size());
      assertThat(after).extracting(Incident::id).containsOnly(ids.get(0), ids.get(1));
      assertThat(after)
          .filteredOn(incident -> incident.status().equals(IncidentStatus.REDIRECTED))
          .singleElement()
          .satisfies(redirected -> assertThat(redirected.redirectIncidentId()).isEqualTo(target));
    }
  }

  @Test
  void whereTheirExpansionFailsTheAlertsOfIncidentsAreAskedForOneByOne() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    tenant.alerts().generate(60);
    List<String> ids = tenant.incidents().all().stream().map(IncidentView::id).toList();
    GatewayHttpClient failing =
        new GatewayHttpClient(tenant.httpClient(), new FailingExpansions(tenant.graphUri()));
    try (DefenderClient defender = client(tenant).httpClient(failing).build()) {
      List<Incident> taken = new ArrayList<>();
      ready(AlertFeeds.incidents(defender)).start(taken::add);
      pass(Duration.ofHours(3));
      assertThat(taken).extracting(Incident::id).containsExactlyInAnyOrderElementsOf(ids);
      for (Incident incident : taken) {
        assertThat(incident.alerts())
            .extracting(SecurityAlert::id)
            .containsExactlyInAnyOrderElementsOf(tenant.incidents().get(incident.id()).alertIds());
      }
      assertThat(notices).noneMatch(each -> each.kind() == FeedNotice.Kind.WITHOUT_DETAIL);
    }
  }

  /** Answers every list with expanded alerts by 500: by an operation on which that is set. */
  private record FailingExpansions(URI graph) implements GatewayHttpClient.Gateway {

    @Override
    public HttpRequest out(HttpRequest request) {
      if (!request.uri().toString().contains("expand=alerts")) {
        return request;
      }
      URI failing = graph.resolve("/v1.0/security/alerts_v2/any");
      return HttpRequest.newBuilder(request, (name, value) -> true).uri(failing).build();
    }

    @Override
    public void back() {}
  }

  @Test
  void aFeedOfOneListRefusesTheCheckpointOfAnother() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    CheckpointStore store = CheckpointStore.memory();
    try (DefenderClient defender = client(tenant).build()) {
      FeedHandle feed = ready(AlertFeeds.alerts(defender)).store(store).start(alert -> {});
      pass(MINUTE);
      feed.stop(MINUTE);
      assertThatThrownBy(
              () ->
                  AlertFeeds.securityAlerts(defender).name("siem").store(store).start(alert -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("of list \"alerts\", and this feed is of list \"alerts_v2\"");
    }
  }

  @Test
  void aFeedHoldsNoThreadWhileItWaits() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    List<FeedHandle> feeds = new ArrayList<>();
    try (DefenderClient defender = client(tenant).backgroundThreads(1).build()) {
      for (int i = 0; i < 50; i++) {
        // So seldom that all of them fit into the tenant's quota.
        feeds.add(
            ready(AlertFeeds.alerts(defender))
                .name("feed-" + i)
                .pollEvery(MINUTE.multipliedBy(5), MINUTE.multipliedBy(5))
                .start(alert -> {}));
      }
      pass(Duration.ofHours(1));
      assertThat(feeds)
          .allMatch(feed -> feed.progress().lag().compareTo(MINUTE.multipliedBy(7)) < 0);
    }
  }

  /** An alert a minute for three hours; every tenth is to be seen when the window is over. */
  private static Iterator<AlertVersion> someAfterTheWindow() {
    List<AlertVersion> versions = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      Instant made = START.plus(MINUTE.multipliedBy(i)).plusSeconds(7);
      boolean late = i >= 100 && i % 10 == 0;
      Instant visible = late ? made.plus(MINUTE.multipliedBy(50)) : made;
      versions.add(
          new AlertVersion((late ? "late" : "da") + i + "_1", made, visible, "Low", "New"));
    }
    versions.sort(Comparator.comparing(AlertVersion::visibleAt));
    return versions.iterator();
  }

  private <T> void afterTheWindow(
      Function<DefenderClient, FeedBuilder<T>> feeds,
      Function<T, String> id,
      Function<SimulatedTenant, Set<String>> late)
      throws Exception {
    // Of so many machines that most alerts begin an incident of their own.
    SimulatedTenant tenant =
        SimulatedTenant.builder().time(time).machines(400).quirks(Quirks.harsh()).build();
    tenant.alerts().script(someAfterTheWindow());
    try (DefenderClient defender = client(tenant).build()) {
      Set<String> taken = Collections.synchronizedSet(new HashSet<>());
      FeedHandle feed =
          ready(feeds.apply(defender))
              .overlap(MINUTE.multipliedBy(30))
              .start(entity -> taken.add(id.apply(entity)));
      pass(Duration.ofHours(5));
      Set<String> expected = late.apply(tenant);
      assertThat(expected).isNotEmpty();
      assertThat(taken).containsAll(expected);
      assertThat(notices)
          .filteredOn(notice -> notice.kind() == FeedNotice.Kind.AFTER_WINDOW)
          .extracting(FeedNotice::id)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(feed.progress().afterWindow()).isEqualTo(expected.size());
    }
  }

  private static Set<String> lateAlerts(SimulatedTenant tenant) {
    return tenant.alerts().all().stream()
        .map(AlertView::id)
        .filter(id -> id.startsWith("late"))
        .collect(Collectors.toSet());
  }

  @Test
  void anAlertThatIsSeenAfterTheWindowIsReported() throws Exception {
    afterTheWindow(AlertFeeds::alerts, Alert::id, AlertFeedsTest::lateAlerts);
  }

  @Test
  void anAlertOfGraphThatIsSeenAfterTheWindowIsReported() throws Exception {
    afterTheWindow(
        AlertFeeds::securityAlerts,
        SecurityAlert::id,
        tenant ->
            lateAlerts(tenant).stream()
                .filter(id -> tenant.alerts().get(id).incidentId() != null)
                .collect(Collectors.toSet()));
  }

  @Test
  void anIncidentThatIsSeenAfterTheWindowIsReported() throws Exception {
    afterTheWindow(
        AlertFeeds::incidents,
        Incident::id,
        tenant ->
            tenant.incidents().all().stream()
                .filter(
                    incident -> incident.alertIds().stream().allMatch(id -> id.startsWith("late")))
                .map(IncidentView::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void aFeedThatPollsStaysFarWithinTheQuota() throws Exception {
    SimulatedTenant tenant = tenant(Quirks.harsh());
    tenant.alerts().script(someAfterTheWindow());
    try (DefenderClient defender = client(tenant).build()) {
      List<Alert> taken = new ArrayList<>();
      ready(AlertFeeds.alerts(defender)).start(taken::add);
      pass(Duration.ofHours(4));
      assertThat(taken).hasSizeGreaterThan(150);
    }
    assertThat(tenant.journal().count(429)).isZero();
    Map<Instant, Integer> callsAMinute = new HashMap<>();
    tenant
        .journal()
        .of("alerts.list")
        .forEach(
            call ->
                callsAMinute.merge(
                    call.arrived().truncatedTo(ChronoUnit.MINUTES), 1, Integer::sum));
    assertThat(callsAMinute).hasSizeGreaterThan(60);
    assertThat(Collections.max(callsAMinute.values())).isBetween(1, 10); // of 100
  }
}
