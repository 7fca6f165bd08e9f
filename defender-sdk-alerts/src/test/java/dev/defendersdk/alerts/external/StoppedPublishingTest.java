package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.CREATE;
import static dev.defendersdk.alerts.external.Scene.finding;
import static dev.defendersdk.alerts.external.Scene.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of findings whose publishing is stopped. */
@Timeout(60)
class StoppedPublishingTest extends Publishing {

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
}
