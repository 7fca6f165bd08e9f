package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.CREATE;
import static dev.defendersdk.alerts.external.Scene.finding;
import static dev.defendersdk.alerts.external.Scene.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of a finding whose answer was lost, where an older alert of its event is resolved
 * when it is looked for. When that was is the service's time, and when it was asked for is ours.
 */
@Timeout(60)
class ResolvedSinceTest extends Publishing {

  /** Not lost, whatever the clocks say. */
  @ParameterizedTest
  @ValueSource(ints = {-3, 0, 3})
  void oneThatWasResolvedBeforeIsNotTakenForIt(int minutesAhead) {
    EventReference event = Scene.event(tenant, 0, 1);
    String older = publish(finding("f1").title("Beacon").event(event)).alertId().orElseThrow();
    pass(Duration.ofMinutes(10));
    tenant.alerts().update(older, change -> change.status("Resolved"));
    pass(Duration.ofMinutes(1));
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetBefore());
    try (DefenderClient client = client(minutesAhead)) {
      FindingResult result =
          publishBy(client, finding("f2").title("Beacon").event(event).build())
              .await(LONG)
              .results()
              .get(0);
      assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
      assertThat(result.alertId()).isPresent().get().isNotEqualTo(older);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, 0, 3})
  void oneThatTookItInAndWasResolvedLaterIsFoundByTheNextProcess(int minutesAhead) {
    Finding finding = finding("f3").title("Beacon").event(Scene.event(tenant, 0, 200)).build();
    String older = olderAlert();
    try (DefenderClient client = client(minutesAhead)) {
      tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetAfter());
      PublishHandle handle = publishBy(client, finding);
      pass(Duration.ofSeconds(5));
      handle.cancel();
      assertThat(handle.await(LONG).results().get(0).outcome())
          .isEqualTo(FindingOutcome.OUTCOME_UNKNOWN);
      pass(Duration.ofMinutes(9));
      tenant.alerts().update(older, change -> change.status("Resolved"));

      FindingResult result = publishBy(client, finding).await(LONG).results().get(0);
      assertThat(result.outcome()).isEqualTo(FindingOutcome.MERGED);
      assertThat(result.alertId()).contains(older);
      assertThat(result.steps()).contains("its alert was found", "merged into alert " + older);
    }
    assertThat(tenant.alerts().all()).as("no second one").hasSize(1);
    assertThat(pushed(tenant)).hasSize(3);
  }

  /** The clocks may differ by as much: nothing shows that it was still open when it was asked. */
  @ParameterizedTest
  @ValueSource(ints = {-3, 0, 3})
  void oneThatWasResolvedSoonAfterwardsIsNotTakenForIt(int minutesAhead) {
    Finding finding = finding("f3").title("Beacon").event(Scene.event(tenant, 0, 200)).build();
    String older = olderAlert();
    tenant.faults().on(CREATE, Occurrence.nth(1), Fault.resetAfter());
    try (DefenderClient client = client(minutesAhead)) {
      PublishHandle handle = publishBy(client, finding);
      pass(Duration.ofSeconds(5));
      tenant.alerts().update(older, change -> change.status("Resolved"));
      FindingResult result = handle.await(LONG).results().get(0);

      assertThat(result.outcome()).isEqualTo(FindingOutcome.PUBLISHED);
      assertThat(result.alertId()).as("twice, rather than not at all").get().isNotEqualTo(older);
    }
  }

  /** Of earlier events, and there before the request by more than clocks differ. */
  private String olderAlert() {
    FindingResult first = publish(finding("f1").title("Beacon").event(Scene.event(tenant, 0, 1)));
    FindingResult last = publish(finding("f2").title("Beacon").event(Scene.event(tenant, 0, 3)));
    assertThat(last.alertId()).isEqualTo(first.alertId());
    pass(Duration.ofMinutes(10));
    return last.alertId().orElseThrow();
  }

  private PublishHandle publishBy(DefenderClient client, Finding finding) {
    return new ExternalAlerts(client, store).publish(List.of(finding));
  }

  private DefenderClient client(int minutesAhead) {
    return Scene.client(tenant)
        .timeSource(new OtherClock(time, Duration.ofMinutes(minutesAhead)))
        .build();
  }

  /** A time source whose clock is ahead of the service's. */
  private record OtherClock(TimeSource time, Duration ahead) implements TimeSource {

    @Override
    public Instant now() {
      return time.now().plus(ahead);
    }

    @Override
    public long nanos() {
      return time.nanos();
    }

    @Override
    public RandomGenerator random() {
      return time.random();
    }

    @Override
    public Signal newSignal() {
      return time.newSignal();
    }

    @Override
    public Span begin() {
      return time.begin();
    }

    @Override
    public Timer newTimer(Executor executor) {
      return time.newTimer(executor);
    }

    @Override
    public Runnable tracked(Runnable task) {
      return time.tracked(task);
    }
  }
}
