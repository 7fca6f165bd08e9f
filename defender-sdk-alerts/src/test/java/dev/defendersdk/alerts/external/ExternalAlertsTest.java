package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.CREATE;
import static dev.defendersdk.alerts.external.Scene.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of findings. */
@Timeout(60)
class ExternalAlertsTest extends Publishing {

  @Test
  void aFindingThatKnowsItsEventBecomesAnAlert() {
    EventReference event = Scene.event(tenant, 0, 1);
    FindingResult result = publish(finding("f1").event(event).severity(AlertSeverity.HIGH));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    AlertView alert = tenant.alerts().get(result.alertId().orElseThrow());
    assertThat(alert.title()).isEqualTo("Beacon f1");
    assertThat(alert.severity()).isEqualTo("High");
    assertThat(alert.category()).isEqualTo("CommandAndControl");
    assertThat(alert.machineId()).isEqualTo(event.deviceId());
    assertThat(result.alert().orElseThrow().firstEventTime()).isEqualTo(event.eventTime());
  }

  @Test
  void anEventIsLookedForByTheLocator() {
    EventReference event = Scene.event(tenant, 1, 2);
    FindingResult result =
        publish(
            finding("f1").machineName("pc-1").time(Scene.START),
            PublishOptions.defaults()
                .locator(
                    finding ->
                        finding.machineName().equals(Optional.of("pc-1"))
                            ? Optional.of(event)
                            : Optional.empty()));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.event()).contains(event);
  }

  @Test
  void anEventThatHuntingShowsLateIsLookedForAgain() {
    EventReference event = Scene.event(tenant, 1, 2);
    Instant shown = Scene.START.plus(Duration.ofMinutes(9));
    FindingResult result =
        publish(
            finding("f1").time(Scene.START),
            PublishOptions.defaults()
                .locator(
                    finding -> time.now().isBefore(shown) ? Optional.empty() : Optional.of(event)));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(time.now()).isBetween(shown, shown.plus(Duration.ofMinutes(5)));
  }

  @Test
  void anEventThatNeverShowsIsGivenUp() {
    AtomicInteger looks = new AtomicInteger();
    FindingResult result =
        publish(
            finding("f1").time(Scene.START),
            PublishOptions.defaults()
                .locator(
                    finding -> {
                      looks.incrementAndGet();
                      return Optional.empty();
                    })
                .eventWithin(Duration.ofMinutes(10)));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.NO_EVENT);
    assertThat(time.now()).isEqualTo(Scene.START.plus(Duration.ofMinutes(10)));
    assertThat(looks).hasValueBetween(4, 7);
    assertThat(tenant.journal().of(CREATE)).isEmpty();
  }

  @Test
  void theServiceKnowsNoEventOfARoundedTime() {
    EventReference exact = Scene.event(tenant, 0, 1);
    EventReference rounded =
        new EventReference(exact.deviceId(), exact.eventTime().minusNanos(300), exact.reportId());
    FindingResult result = publish(finding("f1").event(rounded));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.NO_EVENT);
    assertThat(result.error()).map(error -> error.kind()).contains(ErrorKind.NOT_FOUND);
  }

  @Test
  void aLocatorThatFailsForAWhileIsAskedAgain() {
    EventReference event = Scene.event(tenant, 1, 2);
    AtomicInteger looks = new AtomicInteger();
    FindingResult result =
        publish(
            finding("f1").time(Scene.START),
            PublishOptions.defaults()
                .locator(
                    finding -> {
                      if (looks.incrementAndGet() < 3) {
                        throw ErrorReport.of(ErrorKind.THROTTLED)
                            .retryable(true, Duration.ofMinutes(15))
                            .toException();
                      }
                      return Optional.of(event);
                    }));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(time.now()).isAfterOrEqualTo(Scene.START.plus(Duration.ofMinutes(30)));
  }

  @Test
  void aHuntThatFailsForAWhileHoldsUpNoOthers() {
    List<Finding> findings = new ArrayList<>();
    Map<String, EventReference> events = new HashMap<>();
    for (int i = 0; i < 8; i++) {
      findings.add(finding("f" + i).time(Scene.START).build());
      events.put("f" + i, Scene.event(tenant, i % 4, i));
    }
    Set<String> failing = Set.of("f0", "f1", "f2", "f3"); // as many as may be looked for at once
    Instant until = Scene.START.plus(Duration.ofMinutes(20));
    Map<String, Integer> looks = new ConcurrentHashMap<>();
    PublishHandle handle =
        external.publish(
            findings,
            PublishOptions.defaults()
                .locator(
                    finding -> {
                      looks.merge(finding.key(), 1, Integer::sum);
                      if (failing.contains(finding.key()) && time.now().isBefore(until)) {
                        throw ErrorReport.of(ErrorKind.THROTTLED)
                            .retryable(true, Duration.ofMinutes(4))
                            .toException();
                      }
                      return Optional.of(events.get(finding.key()));
                    }));
    pass(Duration.ofMinutes(1));
    assertThat(handle.progress().published()).as("those beside them").isEqualTo(4);
    PublishReport report = handle.await(LONG);
    assertThat(report.isPublished()).isTrue();
    assertThat(time.now()).isBetween(until, until.plus(Duration.ofMinutes(2)));
    looks.forEach(
        (key, count) -> assertThat(count).as(key).isEqualTo(failing.contains(key) ? 6 : 1));
  }

  @Test
  void aLocatorThatBreaksEndsItsFindingAlone() {
    EventReference event = Scene.event(tenant, 1, 2);
    List<FindingResult> results =
        external
            .publish(
                List.of(
                    finding("f1").time(Scene.START).build(), finding("f2").event(event).build()),
                PublishOptions.defaults()
                    .locator(
                        finding -> {
                          throw new IllegalStateException("no such table");
                        }))
            .await(LONG)
            .results();
    assertThat(results)
        .extracting(FindingResult::outcome)
        .containsExactly(FindingOutcome.FAILED, FindingOutcome.PUBLISHED);
    assertThat(results.get(0).summary()).contains("no such table");
  }

  @Test
  void mergedAndNewAreToldApart() {
    EventReference first = Scene.event(tenant, 0, 1);
    EventReference second = Scene.event(tenant, 0, 2);
    EventReference elsewhere = Scene.event(tenant, 1, 3);
    List<FindingResult> results =
        publishAll(
            finding("f1").title("Beacon").event(first),
            finding("f2").title("Beacon").event(second),
            finding("f3").title("Beacon").event(elsewhere),
            finding("f4").title("Beacon").event(first));
    assertThat(results)
        .extracting(FindingResult::outcome)
        .containsExactlyInAnyOrder(
            FindingOutcome.PUBLISHED,
            FindingOutcome.MERGED,
            FindingOutcome.PUBLISHED,
            FindingOutcome.MERGED);
    assertThat(results.get(1).alertId()).isEqualTo(results.get(0).alertId());
    assertThat(tenant.alerts().all()).hasSize(2);
  }

  @Test
  void ofSeveralAtOnceThatBecomeOneAlertOneIsNew() {
    for (long seed = 1; seed <= 30; seed++) {
      SimulatedTenant each =
          Scene.tenant(time, 1)
              .seed(seed)
              .transit(Duration.ofMillis(20), Duration.ofMillis(400))
              .fault(CREATE, Occurrence.withProbability(0.3, seed), Fault.resetAfter())
              .build();
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        findings.add(finding("f" + i).title("Beacon").event(Scene.event(each, 0, i)).build());
      }
      try (DefenderClient its = Scene.client(each).build()) {
        PublishReport report =
            new ExternalAlerts(its, FindingStore.memory()).publish(findings).await(LONG);
        assertThat(report.outcomes())
            .as("seed %d: %s", seed, report.table())
            .containsOnly(entry(FindingOutcome.PUBLISHED, 1), entry(FindingOutcome.MERGED, 2));
      }
      assertThat(each.alerts().all()).as("seed %d", seed).hasSize(1);
    }
  }

  @Test
  void anAlertOfTheDeviceThatAbsorbsAFindingIsOlder() {
    EventReference event = Scene.event(tenant, 0, 1);
    AlertView older = tenant.alerts().raise(NewTenantAlert.on(event.deviceId()).title("Beacon"));
    pass(Duration.ofSeconds(20));
    FindingResult result = publish(finding("f1").title("Beacon").event(event));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.MERGED);
    assertThat(result.alertId()).contains(older.id());
  }

  @Test
  void aFindingIsPublishedOnce() {
    EventReference event = Scene.event(tenant, 0, 1);
    FindingResult first = publish(finding("f1").event(event));
    FindingResult again = publish(finding("f1").event(event));

    assertThat(again.outcome()).isEqualTo(FindingOutcome.ALREADY_PUBLISHED);
    assertThat(again.alertId()).isEqualTo(first.alertId());
    assertThat(again.event()).contains(event);
    assertThat(tenant.journal().of(CREATE)).hasSize(1);
  }

  @Test
  void aFindingThatIsUnderWayIsWaitedFor() {
    EventReference event = Scene.event(tenant, 0, 1);
    PublishHandle first = external.publish(List.of(finding("f1").event(event).build()));
    PublishHandle again = external.publish(List.of(finding("f1").event(event).build()));

    assertThat(first.await(LONG).results().get(0).outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(again.await(LONG).results().get(0).outcome())
        .isEqualTo(FindingOutcome.ALREADY_PUBLISHED);
    assertThat(tenant.journal().of(CREATE)).hasSize(1);
  }

  @Test
  void whatTheServiceRefusesHasItsReason() {
    EventReference event = Scene.event(tenant, 0, 1);
    FindingResult result =
        publish(finding("f1").event(event).category(AlertCategory.of("Nonsense")));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.REFUSED);
    assertThat(result.summary()).contains("Nonsense");

    FindingResult mended = publish(finding("f1").event(event));
    assertThat(mended.outcome()).as("it may be published anew").isEqualTo(FindingOutcome.PUBLISHED);
  }

  @Test
  void whatCannotBeNotedIsNotSent() {
    EventReference event = Scene.event(tenant, 0, 1);
    FindingStore full =
        new FindingStore() {
          @Override
          public Optional<FindingRecord> find(String tenantId, String key) {
            return Optional.empty();
          }

          @Override
          public void put(FindingRecord record) {
            throw new IllegalStateException("no space left");
          }
        };
    FindingResult result =
        new ExternalAlerts(defender, full)
            .publish(List.of(finding("f1").event(event).build()))
            .await(LONG)
            .results()
            .get(0);
    assertThat(result.outcome()).isEqualTo(FindingOutcome.FAILED);
    assertThat(result.summary()).contains("could not be noted", "no space left");
    assertThat(tenant.journal().of(CREATE)).isEmpty();
  }

  @Test
  void theMostSevereGoesFirstAndALaterOneOvertakes() {
    List<Finding> low = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      low.add(
          finding("low-" + i)
              .severity(i % 2 == 0 ? AlertSeverity.LOW : AlertSeverity.MEDIUM)
              .event(Scene.event(tenant, 1, i))
              .build());
    }
    PublishHandle first = external.publish(low);
    pass(Duration.ofSeconds(90)); // two dozen are sent, and the next ones wait for the quota
    Finding high =
        finding("high").severity(AlertSeverity.HIGH).event(Scene.event(tenant, 0, 99)).build();
    Instant asked = time.now();
    PublishReport second = external.publish(List.of(high)).await(LONG);

    assertThat(second.isPublished()).isTrue();
    assertThat(time.now())
        .as("a fifth of the quota is kept for such")
        .isBefore(asked.plusSeconds(5));
    PublishReport report = first.await(LONG);
    assertThat(report.isPublished()).isTrue();
    assertThat(report.results())
        .extracting(result -> result.finding().key())
        .as("the report is in the order given")
        .containsExactlyElementsOf(low.stream().map(Finding::key).toList());
    List<String> order =
        Scene.pushedAlerts(tenant).stream()
            .map(AlertView::severity)
            .filter(severity -> !severity.equals("High"))
            .toList();
    assertThat(order.subList(0, 16)).as("but for those under way together").containsOnly("Medium");
    assertThat(order.subList(24, 40)).containsOnly("Low");
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void progressIsToldAndTheTimeoutSaysHowFarItIs() {
    List<PublishProgress> told = new CopyOnWriteArrayList<>();
    PublishHandle handle =
        external.publish(many(30), PublishOptions.defaults().onProgress(told::add));
    assertThatThrownBy(() -> handle.await(Duration.ofSeconds(30)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("12 of 30 findings have ended");
    PublishReport report = handle.await(LONG);

    assertThat(told)
        .as("in order, and before the report is there")
        .extracting(PublishProgress::ended)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    assertThat(told.get(29).published()).isEqualTo(30);
    assertThat(report.table().lines()).hasSize(30);
  }
}
