package dev.defendersdk.alerts.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.alerts.graph.evidence.DeviceEvidence;
import dev.defendersdk.alerts.graph.evidence.Evidence;
import dev.defendersdk.alerts.graph.evidence.FileEvidence;
import dev.defendersdk.alerts.graph.evidence.OtherEvidence;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts and incidents of a simulated tenant, through Microsoft Graph. */
@Timeout(120)
class TenantTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private final VirtualTime time = VirtualTime.startingAt(START);

  @RegisterExtension private final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private final SimulatedTenant tenant = SimulatedTenant.builder().time(time).machines(3).build();
  private final DefenderClient defender =
      tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0").build();
  private final SecurityAlertsClient alerts = new SecurityAlertsClient(defender);
  private final IncidentsClient incidents = new IncidentsClient(defender);

  @AfterEach
  void close() {
    defender.close();
  }

  private NewTenantAlert on(int machine) {
    return NewTenantAlert.on(tenant.machines().ids().get(machine));
  }

  @Test
  void anAlertComesWithItsEvidence() {
    AlertView raised =
        tenant
            .alerts()
            .raise(
                on(0)
                    .title("Beacon")
                    .severity("High")
                    .user("contoso\\ben")
                    .file("ab".repeat(20), "a.exe"));
    SecurityAlert alert = alerts.get(raised.id());
    assertThat(alert.title()).isEqualTo("Beacon");
    assertThat(alert.severity()).isEqualTo(SecurityAlertSeverity.HIGH);
    assertThat(alert.incidentId()).isEqualTo(raised.incidentId());
    assertThat(alert.createdDateTime()).isEqualTo(raised.createdTime());
    assertThat(alert.evidenceOf(DeviceEvidence.class))
        .extracting(DeviceEvidence::mdeDeviceId)
        .containsExactly(raised.machineId());
    assertThat(alert.evidenceOf(FileEvidence.class))
        .extracting(file -> file.fileDetails().sha1())
        .containsExactly("ab".repeat(20));
    assertThatThrownBy(() -> alerts.get("da0_0")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void aListIsReadToItsEndInLargePages() {
    tenant.alerts().generate(2_300);
    List<SecurityAlert> listed = alerts.list(SecurityAlertQuery::orderByLastUpdate).toList();
    List<String> expected =
        tenant.alerts().all().stream()
            .filter(alert -> alert.incidentId() != null)
            .sorted(Comparator.comparing(AlertView::lastUpdateTime).thenComparing(AlertView::id))
            .map(AlertView::id)
            .toList();
    assertThat(listed).extracting(SecurityAlert::id).isEqualTo(expected);
    assertThat(tenant.journal().of("graph.alerts.list")).hasSize((expected.size() + 999) / 1_000);
    // All that the tenant has is known: nothing of it is left over.
    assertThat(listed)
        .flatExtracting(alert -> alert.additionalProperties().keySet())
        .containsOnly("@odata.type");
    assertThat(listed)
        .flatExtracting(SecurityAlert::evidence)
        .isNotEmpty()
        .doesNotHaveAnyElementsOfTypes(OtherEvidence.class)
        .allMatch(evidence -> ((Evidence) evidence).additionalProperties().isEmpty());
  }

  /** The service was seen to end a deep list as if it were complete: its last change leads on. */
  @Test
  void moreThanAListIsDeepIsReadFromChangeToChange() {
    SimulatedTenant large =
        SimulatedTenant.builder()
            .time(time)
            .machines(3)
            .quirks(Quirks.harsh().withAlerts(a -> a.withGraphDepth(100)))
            .build();
    large.alerts().generate(350);
    List<String> expected =
        large.alerts().all().stream()
            .filter(alert -> alert.incidentId() != null)
            .map(AlertView::id)
            .toList();
    try (DefenderClient client =
        large.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "1").build()) {
      SecurityAlertsClient deep = new SecurityAlertsClient(client);
      assertThat(deep.list(q -> q.pageSize(50))).as("the list alone").hasSize(100);

      Set<String> read = new LinkedHashSet<>();
      Instant from = Instant.EPOCH;
      boolean more = true;
      while (more) {
        Instant since = from;
        List<SecurityAlert> part =
            deep.list(
                    q ->
                        q.where(a -> a.lastUpdateDateTime().ge(since))
                            .orderByLastUpdate()
                            .pageSize(50))
                .toList();
        more = read.addAll(part.stream().map(SecurityAlert::id).toList());
        from = part.get(part.size() - 1).lastUpdateDateTime();
      }
      assertThat(read).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void onlyWhatPassesTheFilterComes() throws Exception {
    AlertView high = tenant.alerts().raise(on(0).title("a").severity("High"));
    AlertView low = tenant.alerts().raise(on(1).title("b").severity("Low"));
    time.advance(Duration.ofMinutes(5));
    Instant later = time.now();
    tenant.alerts().update(low.id(), change -> change.assignedTo("o'brien@contoso.example"));

    assertThat(alerts.list(q -> q.where(a -> a.severity().eq(SecurityAlertSeverity.HIGH))))
        .extracting(SecurityAlert::id)
        .containsExactly(high.id());
    assertThat(alerts.list(q -> q.where(a -> a.lastUpdateDateTime().ge(later))))
        .extracting(SecurityAlert::id)
        .containsExactly(low.id());
    assertThat(alerts.list(q -> q.where(a -> a.assignedTo().eq("o'brien@contoso.example"))))
        .extracting(SecurityAlert::id)
        .containsExactly(low.id());
    assertThat(alerts.list(q -> q.where(a -> a.assignedTo().isNull())))
        .extracting(SecurityAlert::id)
        .containsExactly(high.id());
    assertThat(alerts.list(q -> q.limit(1))).hasSize(1);
  }

  @Test
  void valuesThatCameLaterAreNotMasked() {
    AlertView raised =
        tenant
            .alerts()
            .raise(on(0).serviceSource("microsoftSentinel").detectionSource("scheduledAlerts"));
    SecurityAlert alert = alerts.get(raised.id());
    assertThat(alert.serviceSource()).isEqualTo(ServiceSource.MICROSOFT_SENTINEL);
    assertThat(alert.detectionSource()).isEqualTo(SecurityAlertDetectionSource.SCHEDULED_ALERTS);
  }

  @Test
  void anUpdateChangesWhatItSaysAndClearsWhatItSaysIsNobodys() {
    AlertView raised = tenant.alerts().raise(on(0).title("Beacon"));
    SecurityAlert changed =
        alerts.update(
            raised.id(),
            u ->
                u.status(SecurityAlertStatus.IN_PROGRESS)
                    .assignedTo("ada@contoso.example")
                    .classification(SecurityAlertClassification.TRUE_POSITIVE)
                    .determination(SecurityAlertDetermination.of("compromisedUser")));
    assertThat(changed.assignedTo()).isEqualTo("ada@contoso.example");
    assertThat(changed.determination()).isEqualTo(SecurityAlertDetermination.COMPROMISED_ACCOUNT);
    assertThat(tenant.alerts().get(raised.id()).status()).isEqualTo("InProgress");

    SecurityAlert cleared = alerts.update(raised.id(), SecurityAlertUpdate::unassigned);
    assertThat(cleared.assignedTo()).isNull();
    assertThat(cleared.status()).as("stays").isEqualTo(SecurityAlertStatus.IN_PROGRESS);
    assertThat(tenant.alerts().get(raised.id()).assignedTo()).isNull();
  }

  @Test
  void aCommentIsAnsweredByAllOfThem() {
    AlertView raised = tenant.alerts().raise(on(0));
    assertThat(alerts.addComment(raised.id(), "first")).hasSize(1);
    List<SecurityAlertComment> comments = alerts.addComment(raised.id(), "zweitens: Größe ✓");
    assertThat(comments)
        .extracting(SecurityAlertComment::comment)
        .containsExactly("first", "zweitens: Größe ✓");
    assertThat(comments).allSatisfy(comment -> assertThat(comment.time()).isNotNull());
    assertThat(alerts.get(raised.id()).comments()).isEqualTo(comments);

    String incident = raised.incidentId();
    assertThat(incidents.addComment(incident, "closed"))
        .extracting(SecurityAlertComment::comment)
        .containsExactly("closed");
    assertThat(incidents.get(incident).comments())
        .extracting(SecurityAlertComment::author)
        .doesNotContainNull()
        .hasSize(1);
  }

  @Test
  void incidentsComeWithoutTheirAlertsAndWithThem() {
    AlertView raised = tenant.alerts().raise(on(0).title("Beacon"));
    String id = raised.incidentId();

    assertThat(incidents.list().first().orElseThrow().alerts()).isEmpty();
    assertThat(incidents.get(id).alerts()).isEmpty();
    SecurityAlert alert = alerts.get(raised.id());
    assertThat(incidents.list(IncidentQuery::expandAlerts).first().orElseThrow().alerts())
        .containsExactly(alert);
    assertThat(incidents.getWithAlerts(id).alerts()).containsExactly(alert);
    assertThat(incidents.alertsOf(id)).containsExactly(alert);
  }

  @Test
  void moreThanFiftyIncidentsCostAPageForEachFifty() {
    SimulatedTenant large = SimulatedTenant.builder().time(time).machines(120).build();
    large.machines().ids().forEach(id -> large.alerts().raise(NewTenantAlert.on(id)));
    try (DefenderClient client =
        large.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "1").build()) {
      assertThat(new IncidentsClient(client).list()).hasSize(120);
      assertThat(large.journal().of("graph.incidents.list")).hasSize(3);
      assertThatThrownBy(
              () -> new IncidentsClient(client).list(q -> q.whereRaw("nonsense")).first())
          .isInstanceOf(BadRequestException.class);
    }
  }

  @Test
  void anIncidentIsChanged() {
    String id = tenant.alerts().raise(on(0)).incidentId();
    Incident changed =
        incidents.update(
            id,
            u ->
                u.status(IncidentStatus.RESOLVED)
                    .displayName("Case 4711")
                    .customTags(List.of("case 4711", "beacon"))
                    .resolvingComment("all done"));
    assertThat(changed.status()).isEqualTo(IncidentStatus.RESOLVED);
    assertThat(changed.customTags()).containsExactly("case 4711", "beacon");
    assertThat(tenant.incidents().get(id).displayName()).isEqualTo("Case 4711");
    assertThat(incidents.update(id, u -> u.customTags(List.of())).customTags()).isEmpty();
  }

  @Test
  void alertsMoveAndIncidentsMergeAndAreFollowed() {
    AlertView a = tenant.alerts().raise(on(0).title("a"));
    AlertView b = tenant.alerts().raise(on(1).title("b"));
    AlertView c = tenant.alerts().raise(on(2).title("c"));
    MergeResponse moved =
        alerts.move(
            AlertMove.of(List.of(b.id()))
                .toIncident(a.incidentId())
                .because(CorrelationReason.SAME_ACTOR));
    assertThat(moved.targetIncidentId()).isEqualTo(a.incidentId());
    assertThat(alerts.get(b.id()).incidentId()).isEqualTo(a.incidentId());
    String own = alerts.move(AlertMove.of(List.of(b.id()))).targetIncidentId();
    assertThat(own).isNotIn(a.incidentId(), b.incidentId(), c.incidentId());

    String target =
        incidents.merge(IncidentMerge.of(List.of(own, a.incidentId()))).targetIncidentId();
    assertThat(target).as("not the one that was named first").isEqualTo(a.incidentId());
    String last =
        incidents.merge(IncidentMerge.of(List.of(c.incidentId(), target))).targetIncidentId();
    for (String any : List.of(a.incidentId(), own, c.incidentId())) {
      assertThat(incidents.getFollowingRedirects(any).id()).isEqualTo(last);
    }
    assertThat(incidents.alertsOf(last))
        .extracting(SecurityAlert::id)
        .containsExactlyInAnyOrder(a.id(), b.id(), c.id());
    String redirected = own.equals(last) ? a.incidentId() : own;
    assertThat(incidents.get(redirected).status()).isEqualTo(IncidentStatus.REDIRECTED);
  }

  /** 150 a minute, of alerts and incidents together: the service never has to say no. */
  @Test
  void bothShareOneQuota() {
    AlertView raised = tenant.alerts().raise(on(0));
    for (int i = 0; i < 80; i++) {
      assertThat(alerts.get(raised.id()).id()).isEqualTo(raised.id());
      assertThat(incidents.get(raised.incidentId()).id()).isEqualTo(raised.incidentId());
    }
    assertThat(tenant.journal().count(429)).isZero();
    assertThat(Duration.between(START, time.now())).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
  }
}
