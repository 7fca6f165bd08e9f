package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.CREATE;
import static dev.defendersdk.alerts.external.Scene.finding;
import static dev.defendersdk.alerts.external.Scene.pushed;
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
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of findings, one at a time. */
@Timeout(60)
class ExternalAlertsTest {

  private static final Duration LONG = Duration.ofHours(3);

  private final VirtualTime time = VirtualTime.startingAt(Scene.START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);
  private final SimulatedTenant tenant = Scene.tenant(time, 4).build();
  private final DefenderClient defender = Scene.client(tenant).build();
  private final FindingStore store = FindingStore.memory();
  private final ExternalAlerts external = new ExternalAlerts(defender, store);

  @AfterEach
  void close() {
    defender.close();
  }

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
      assertThat(pushed(each)).as("seed %d", seed).hasSize(3);
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
  void aLostAnswerIsSettledByLookingForTheAlert() {
    EventReference event = Scene.event(tenant, 0, 1);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetAfter());
    FindingResult result = publish(finding("f1").event(event));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.steps())
        .containsSubsequence(
            "the answer was lost",
            "its alert was found",
            "published as alert " + tenant.alerts().all().get(0).id());
    assertThat(tenant.journal().of(CREATE)).hasSize(1);
  }

  @Test
  void aRequestThatWasLostIsSentAgainOnceItIsSureThatThereIsNoAlert() {
    EventReference event = Scene.event(tenant, 0, 1);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    FindingResult result = publish(finding("f1").event(event));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.steps()).contains("there was no alert of its own");
    assertThat(pushed(tenant)).hasSize(1);
  }

  @Test
  void aLostAnswerOfAnAlertThatAbsorbedItIsSettledToo() {
    EventReference first = Scene.event(tenant, 0, 1);
    EventReference second = Scene.event(tenant, 0, 2);
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.resetAfter());
    publish(finding("f1").title("Beacon").event(first));
    FindingResult result = publish(finding("f2").title("Beacon").event(second));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.MERGED);
    assertThat(pushed(tenant)).hasSize(2);
  }

  @Test
  void anAlertOfThatTitleThatDoesNotCoverTheEventIsNotTakenForIt() {
    EventReference first = Scene.event(tenant, 0, 1);
    EventReference second = Scene.event(tenant, 0, 200);
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.resetBefore());
    publish(finding("f1").title("Beacon").event(first));
    FindingResult result = publish(finding("f2").title("Beacon").event(second));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.MERGED);
    assertThat(pushed(tenant)).as("the second one was lost, and sent again").hasSize(2);
  }

  @Test
  void anOlderAlertThatOnlyCoversTheEventIsNotTakenForIt() {
    String older = coveringAlert();
    pass(Duration.ofMinutes(10));
    tenant.alerts().update(older, change -> change.assignedTo("jane"));
    tenant.faults().on(CREATE, Occurrence.nth(3), Fault.resetBefore());
    FindingResult result = publish(finding("f3").title("Beacon").event(Scene.event(tenant, 0, 2)));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.MERGED);
    assertThat(result.alertId()).contains(older);
    assertThat(pushed(tenant)).as("the third one was lost, and sent again").hasSize(3);
  }

  @Test
  void anOlderAlertThatWasResolvedIsNotTakenForIt() {
    String older = coveringAlert();
    pass(Duration.ofMinutes(10));
    tenant.alerts().update(older, change -> change.status("Resolved"));
    tenant.faults().on(CREATE, Occurrence.nth(3), Fault.resetBefore());
    FindingResult result = publish(finding("f3").title("Beacon").event(Scene.event(tenant, 0, 2)));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.alertId()).isPresent().get().isNotEqualTo(older);
  }

  private String coveringAlert() {
    FindingResult first = publish(finding("f1").title("Beacon").event(Scene.event(tenant, 0, 1)));
    FindingResult last = publish(finding("f2").title("Beacon").event(Scene.event(tenant, 0, 3)));
    assertThat(last.alertId()).isEqualTo(first.alertId());
    return last.alertId().orElseThrow();
  }

  @Test
  void aMachineWithoutAlertsThatAnswersNotFoundHasNone() {
    EventReference event = Scene.event(tenant, 0, 1);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    tenant.faults().on("machines.listAlerts", Occurrence.always(), Fault.status(404));
    assertThat(publish(finding("f1").event(event)).outcome()).isEqualTo(FindingOutcome.PUBLISHED);
  }

  @Test
  void anEventThatIsNotThereHasNoAlertWhateverWasLostBefore() {
    EventReference event = Scene.event(tenant, 0, 1);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.status(404));
    tenant.faults().on("machines.listAlerts", Occurrence.always(), Fault.status(404));
    assertThat(publish(finding("f1").event(event)).outcome()).isEqualTo(FindingOutcome.NO_EVENT);
    assertThat(stage("f1")).isEqualTo(FindingRecord.Stage.NOT_PUBLISHED);
  }

  @Test
  void aRefusalAfterALostAnswerLeavesItOpen() {
    EventReference event = Scene.event(tenant, 0, 1);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.status(400));
    FindingResult refused = publish(finding("f1").event(event));
    assertThat(refused.outcome()).isEqualTo(FindingOutcome.OUTCOME_UNKNOWN);
    assertThat(refused.error()).isPresent();
    assertThat(stage("f1")).isEqualTo(FindingRecord.Stage.SENDING);

    FindingResult again = publish(finding("f1").event(event));
    assertThat(again.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(again.steps())
        .as("it is looked for first")
        .containsSubsequence("it had been asked for before", "there was no alert of its own");
  }

  @Test
  void aStopAfterALostAnswerLeavesItOpen() {
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    PublishHandle handle =
        external.publish(List.of(finding("f1").event(Scene.event(tenant, 0, 1)).build()));
    pass(Duration.ofSeconds(10));
    handle.stop();
    assertThat(handle.await(LONG).results().get(0).outcome())
        .isEqualTo(FindingOutcome.OUTCOME_UNKNOWN);
    assertThat(stage("f1")).isEqualTo(FindingRecord.Stage.SENDING);
  }

  @Test
  void anotherTitleIsLookedForOnceItHasBeenSent() {
    EventReference event = Scene.event(tenant, 0, 1);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.resetAfter());
    PublishHandle handle = external.publish(List.of(finding("f1").event(event).build()));
    pass(Duration.ofSeconds(10));
    handle.cancel();
    assertThat(handle.await(LONG).results().get(0).outcome())
        .isEqualTo(FindingOutcome.OUTCOME_UNKNOWN);

    FindingResult result = publish(finding("f1").title("Beacon, again").event(event));
    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.steps()).contains("its alert was found");
    assertThat(Scene.pushedAlerts(tenant))
        .extracting(AlertView::title)
        .containsExactly("Beacon, again");
  }

  private FindingRecord.Stage stage(String key) {
    return store.find(defender.tenantId(), key).orElseThrow().stage();
  }

  @Test
  void whatIsStoppedWhileItIsNotedIsNotSent() {
    SlowStore slow = new SlowStore(time);
    slow.holdsPuts(true);
    PublishHandle handle =
        new ExternalAlerts(defender, slow)
            .publish(List.of(finding("f1").event(Scene.event(tenant, 0, 1)).build()));
    pass(Duration.ofSeconds(5));
    handle.stop();
    FindingResult result = handle.await(LONG).results().get(0);

    assertThat(result.outcome()).isEqualTo(FindingOutcome.NOT_BEGUN);
    assertThat(tenant.journal().of(CREATE)).isEmpty();
    assertThat(slow.stages())
        .containsExactly(FindingRecord.Stage.SENDING, FindingRecord.Stage.NOT_PUBLISHED);
  }

  @Test
  void aStopDoesNotHideWhyItWasRefused() {
    SlowStore slow = new SlowStore(time);
    slow.holdsPuts(true);
    PublishHandle handle =
        new ExternalAlerts(defender, slow)
            .publish(
                List.of(
                    finding("f1")
                        .event(Scene.event(tenant, 0, 1))
                        .category(AlertCategory.of("Nonsense"))
                        .build()));
    pass(Duration.ofSeconds(15));
    assertThat(tenant.journal().of(CREATE)).as("it was refused, which is noted now").hasSize(1);
    handle.stop();
    FindingResult result = handle.await(LONG).results().get(0);
    assertThat(result.outcome()).isEqualTo(FindingOutcome.REFUSED);
    assertThat(result.summary()).contains("Nonsense");
  }

  @Test
  void whatIsStoppedWhileTheStoreIsReadIsNotFollowed() {
    SlowStore slow = new SlowStore(time);
    List<Finding> findings = List.of(finding("f1").event(Scene.event(tenant, 0, 1)).build());
    ExternalAlerts its = new ExternalAlerts(defender, slow);
    assertThat(its.publish(findings).await(LONG).isPublished()).isTrue();

    AtomicInteger responses = new AtomicInteger();
    slow.holdsReads(true);
    PublishHandle handle =
        its.publish(
            findings,
            PublishOptions.defaults()
                .followInvestigation(Duration.ofHours(2))
                .respond(
                    published -> {
                      responses.incrementAndGet();
                      return Optional.empty();
                    }));
    pass(Duration.ofSeconds(5));
    handle.stop();
    FindingResult result = handle.await(Duration.ofMinutes(1)).results().get(0);
    assertThat(result.outcome()).isEqualTo(FindingOutcome.ALREADY_PUBLISHED);
    assertThat(result.steps()).contains("and not followed");
    assertThat(responses).hasValue(0);
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
  void stoppingBeginsNothingMoreAndEndsWhatHasBegun() {
    List<Finding> findings = many(40);
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.resetAfter());
    PublishHandle handle = external.publish(findings);
    pass(Duration.ofSeconds(10));
    handle.stop();
    PublishReport report = handle.await(Duration.ofMinutes(2));

    assertThat(report.outcomes())
        .containsOnlyKeys(FindingOutcome.PUBLISHED, FindingOutcome.NOT_BEGUN);
    assertThat(report.outcomes().get(FindingOutcome.PUBLISHED)).isEqualTo(pushed(tenant).size());
    assertThat(report.outcomes().get(FindingOutcome.NOT_BEGUN)).isGreaterThan(20);
    assertThat(external.publish(findings).await(LONG).isPublished()).isTrue();
    assertThat(pushed(tenant)).hasSize(40);
  }

  @Test
  void cancellingWaitsForAnswersAlone() {
    List<Finding> findings = many(3);
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetAfter());
    tenant.investigations().takes(Duration.ofHours(1), Duration.ofHours(1));
    PublishHandle handle =
        external.publish(
            findings, PublishOptions.defaults().followInvestigation(Duration.ofHours(2)));
    pass(Duration.ofSeconds(10));
    assertThat(handle.progress().underWay()).isEqualTo(3);
    handle.cancel();
    PublishReport report = handle.await(Duration.ofSeconds(1));

    assertThat(report.outcomes().get(FindingOutcome.PUBLISHED)).isEqualTo(2);
    assertThat(report.unpublished())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.outcome()).isEqualTo(FindingOutcome.OUTCOME_UNKNOWN);
              assertThat(result.summary())
                  .contains("publish it again with the same store", result.finding().title());
            });
    assertThat(external.publish(findings).await(LONG).isPublished()).isTrue();
    assertThat(pushed(tenant)).hasSize(3);
  }

  @Test
  void closingTheClientEndsAll() {
    List<Finding> findings = many(40);
    PublishHandle handle = external.publish(findings);
    pass(Duration.ofSeconds(10));
    defender.close();
    PublishReport report = handle.await(Duration.ofSeconds(1));

    assertThat(report.outcomes())
        .containsOnlyKeys(FindingOutcome.PUBLISHED, FindingOutcome.NOT_BEGUN);
    try (DefenderClient next = Scene.client(tenant).build()) {
      assertThat(new ExternalAlerts(next, store).publish(findings).await(LONG).isPublished())
          .isTrue();
    }
    assertThat(pushed(tenant)).hasSize(40);
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

  private List<Finding> many(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(finding("f" + i).event(Scene.event(tenant, i % 4, i)).build());
    }
    return findings;
  }

  private FindingResult publish(Finding.Builder finding) {
    return publish(finding, PublishOptions.defaults());
  }

  private FindingResult publish(Finding.Builder finding, PublishOptions options) {
    return external.publish(List.of(finding.build()), options).await(LONG).results().get(0);
  }

  private List<FindingResult> publishAll(Finding.Builder... findings) {
    return external
        .publish(Arrays.stream(findings).map(Finding.Builder::build).toList())
        .await(LONG)
        .results();
  }

  private void pass(Duration duration) {
    try {
      time.newSignal().await(time.nanos() + duration.toNanos());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
