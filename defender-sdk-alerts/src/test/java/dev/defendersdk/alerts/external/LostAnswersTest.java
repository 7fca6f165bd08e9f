package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.CREATE;
import static dev.defendersdk.alerts.external.Scene.finding;
import static dev.defendersdk.alerts.external.Scene.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.EventReference;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a finding whose answer was lost. */
@Timeout(60)
class LostAnswersTest extends Publishing {

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
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
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
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    FindingResult result = publish(finding("f3").title("Beacon").event(Scene.event(tenant, 0, 2)));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.alertId()).isPresent().get().isNotEqualTo(older);
  }

  /** Nothing shows that the older one took the event in; and no finding may be missing. */
  @Test
  void anEventAmidAnOlderAlertThatWasResolvedSinceGetsAnAlertOfItsOwn() {
    String older = coveringAlert();
    pass(Duration.ofMinutes(10));
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetAfter());
    PublishHandle handle =
        external.publish(
            List.of(finding("f3").title("Beacon").event(Scene.event(tenant, 0, 2)).build()));
    pass(Duration.ofSeconds(5));
    tenant.alerts().update(older, change -> change.status("Resolved"));
    FindingResult result = handle.await(LONG).results().get(0);

    assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
    assertThat(result.alertId()).isPresent().get().isNotEqualTo(older);
  }

  @Test
  void anAlertOfAnotherEventOfThatSecondIsNotTakenForIt() {
    tenant.faults().on(CREATE, Occurrence.nth(2), Fault.resetBefore());
    publish(finding("f1").title("Beacon").event(Scene.event(tenant, 0, 1)));
    FindingResult result = publish(finding("f2").title("Beacon").event(Scene.event(tenant, 0, 2)));

    assertThat(result.outcome()).isEqualTo(FindingOutcome.MERGED);
    assertThat(pushed(tenant)).as("the second one was lost, and sent again").hasSize(2);
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
}
