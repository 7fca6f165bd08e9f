package dev.defendersdk.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.OutcomeUnknownException;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Alerts of a tenant, listed, read, changed and raised. */
class AlertsTest {

  private final VirtualTime time = VirtualTime.startingAt(Tenants.NOW);
  private final SimulatedTenant tenant = Tenants.tenant(time);
  private final DefenderClient defender = Tenants.client(tenant);
  private final AlertsClient alerts = new AlertsClient(defender);
  private final String machineId = tenant.machines().ids().get(0);

  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  @AfterEach
  void close() {
    defender.close();
  }

  private AlertView raise(String title, String severity) {
    return tenant.alerts().raise(NewTenantAlert.on(machineId).title(title).severity(severity));
  }

  /** A new alert of which all is said. */
  static NewAlert filled(NewAlert alert) {
    return alert
        .severity(AlertSeverity.MEDIUM)
        .title("Beacon to a known host")
        .description("12 connections in an hour")
        .recommendedAction("Isolate the machine")
        .category(AlertCategory.COMMAND_AND_CONTROL);
  }

  @Test
  void alertsAreListedByWhatIsAskedOfThem() {
    AlertView high = raise("Beacon", "High");
    AlertView low = raise("Scan", "Low");
    tenant.alerts().update(low.id(), change -> change.status("Resolved"));

    assertThat(alerts.list().stream().map(Alert::id))
        .containsExactlyInAnyOrder(high.id(), low.id());
    assertThat(
            alerts.list(
                q ->
                    q.where(
                        a ->
                            a.severity()
                                .eq(AlertSeverity.HIGH)
                                .and(a.status().ne(AlertStatus.RESOLVED))
                                .and(a.lastUpdateTime().ge(Tenants.NOW)))))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.title()).isEqualTo("Beacon");
              assertThat(alert.machineId()).isEqualTo(machineId);
              assertThat(alert.incidentId()).hasToString(high.incidentId());
              assertThat(alert.status()).isEqualTo(AlertStatus.NEW);
            });
    assertThat(alerts.list(q -> q.whereRaw("severity eq 'Low' and status eq 'Resolved'")).first())
        .isPresent();
  }

  @Test
  void evidenceComesWhereItIsAskedFor() {
    NewTenantAlert found = NewTenantAlert.on(machineId).file("ab".repeat(20), "a.exe");
    String id = tenant.alerts().raise(found.ip("198.51.100.7")).id();

    assertThat(alerts.list().first().orElseThrow().evidence()).isEmpty();
    List<AlertEvidence> evidence =
        alerts.list(q -> q.expandEvidence()).first().orElseThrow().evidence();
    assertThat(evidence)
        .extracting(AlertEvidence::entityType)
        .contains(EntityType.FILE, EntityType.IP);
    assertThat(evidence).extracting(AlertEvidence::fileName).contains("a.exe");
    assertThat(alerts.get(id).evidence()).isEqualTo(evidence);
  }

  @Test
  void pagesAreCutByTheCaller() {
    tenant.alerts().generate(25);
    assertThat(alerts.list(q -> q.pageSize(10)).toList()).hasSize(25);
    assertThat(tenant.journal().of("alerts.list"))
        .extracting(JournalEntry::query)
        .allSatisfy(query -> assertThat(query).contains("$top=10"))
        .hasSize(3);
    assertThat(alerts.list(q -> q.skip(20).limit(3)).toList()).hasSize(3);
  }

  @Test
  void anAlertThatIsNotThereIsSaidToBeMissing() {
    assertThatThrownBy(() -> alerts.get("da1_2")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> alerts.update("da1_2", u -> u.status(AlertStatus.RESOLVED)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void anUpdateChangesWhatItSaysAndNothingElse() {
    String id = raise("Beacon", "High").id();
    Alert assigned = alerts.update(id, u -> u.assignedTo("ada@contoso.example"));
    assertThat(assigned.status()).isEqualTo(AlertStatus.NEW);
    assertThat(assigned.assignedTo()).isEqualTo("ada@contoso.example");

    Alert resolved =
        alerts.update(
            id,
            u ->
                u.status(AlertStatus.RESOLVED)
                    .classification(AlertClassification.INFORMATIONAL_EXPECTED_ACTIVITY)
                    .determination(AlertDetermination.CONFIRMED_ACTIVITY)
                    .comment("our own test"));
    assertThat(resolved.assignedTo()).isEqualTo("ada@contoso.example");
    assertThat(resolved.resolvedTime()).isNotNull();
    assertThat(resolved.classification())
        .isEqualTo(AlertClassification.INFORMATIONAL_EXPECTED_ACTIVITY);
    assertThat(resolved.determination()).isEqualTo(AlertDetermination.CONFIRMED_ACTIVITY);
    assertThat(resolved.comments())
        .singleElement()
        .satisfies(
            comment -> {
              assertThat(comment.comment()).isEqualTo("our own test");
              assertThat(comment.created()).isBetween(Tenants.NOW, time.now());
            });

    assertThat(alerts.update(id, AlertUpdate::unassigned).assignedTo()).isNull();
    assertThat(alerts.get(id).status()).isEqualTo(AlertStatus.RESOLVED);
  }

  /** What a caller says is sent as it stands; whether it is known is for the service to say. */
  @Test
  void anyTextCanBeSent() {
    String id = raise("Beacon", "High").id();
    assertThatThrownBy(
            () -> alerts.update(id, u -> u.determination(AlertDetermination.of("Harmless"))))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Harmless");
    // No pair of the page's table, but one of its sample.
    Alert odd =
        alerts.update(
            id,
            u ->
                u.classification(AlertClassification.FALSE_POSITIVE)
                    .determination(AlertDetermination.MALWARE));
    assertThat(odd.determination()).isEqualTo(AlertDetermination.MALWARE);
  }

  @Test
  void anUpdateIsSentAgainUnlessItAddsAComment() {
    String id = raise("Beacon", "High").id();
    tenant.faults().on("alerts.update", Occurrence.nth(1), Fault.resetAfter());
    assertThat(alerts.update(id, u -> u.status(AlertStatus.IN_PROGRESS)).status())
        .isEqualTo(AlertStatus.IN_PROGRESS);
    assertThat(tenant.journal().of("alerts.update")).hasSize(2);

    tenant.faults().clear().on("alerts.update", Occurrence.nth(1), Fault.resetAfter());
    assertThatThrownBy(() -> alerts.update(id, u -> u.comment("once")))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(tenant.journal().of("alerts.update")).hasSize(3);
    assertThat(alerts.get(id).comments()).hasSize(1);
  }

  private EventReference event(Instant when) {
    tenant
        .hunting()
        .event(
            "DeviceNetworkEvents",
            Map.of("Timestamp", when, "DeviceId", machineId, "ReportId", 20_776L));
    return new EventReference(machineId, when, "20776");
  }

  @Test
  void anAlertIsRaisedOnTheVeryEvent() {
    Instant when = Tenants.NOW.minusSeconds(60).plusNanos(711_518_300);
    EventReference event = event(when);

    Alert raised = alerts.createByReference(event, AlertsTest::filled);
    assertThat(raised.machineId()).isEqualTo(machineId);
    assertThat(raised.severity()).isEqualTo(AlertSeverity.MEDIUM);
    assertThat(raised.category()).isEqualTo(AlertCategory.COMMAND_AND_CONTROL);
    assertThat(raised.title()).isEqualTo("Beacon to a known host");
    assertThat(raised.status()).isEqualTo(AlertStatus.NEW);

    Alert again = alerts.createByReference(event, AlertsTest::filled);
    assertThat(again.id()).as("taken up by the one that is open").isEqualTo(raised.id());

    EventReference rounded =
        new EventReference(machineId, when.truncatedTo(ChronoUnit.MILLIS), "20776");
    assertThatThrownBy(() -> alerts.createByReference(rounded, AlertsTest::filled))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void anAlertWhoseAnswerIsLostIsNotRaisedTwice() {
    EventReference event = event(Tenants.NOW.minusSeconds(60));
    tenant.faults().on("alerts.createByReference", Occurrence.nth(1), Fault.resetAfter());
    NewAlert alert = filled(NewAlert.on(event));
    assertThatThrownBy(() -> alerts.createByReference(alert))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(tenant.journal().of("alerts.createByReference")).hasSize(1);
    assertThat(alerts.list().toList()).hasSize(1);
  }

  @Test
  void fifteenAlertsAMinuteAreRaisedWithoutA429() {
    EventReference event = event(Tenants.NOW.minusSeconds(60));
    for (int i = 0; i < 31; i++) {
      int number = i;
      CallOptions patient = CallOptions.defaults().deadline(Duration.ofMinutes(5));
      Alert raised =
          alerts.createByReference(filled(NewAlert.on(event)).title("Beacon " + number), patient);
      assertThat(raised.title()).isEqualTo("Beacon " + number);
    }
    assertThat(tenant.journal().count(429)).isZero();
    assertThat(Duration.between(Tenants.NOW, time.now()))
        .isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
  }
}
