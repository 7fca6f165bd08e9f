package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.CREATE;
import static dev.defendersdk.alerts.external.Scene.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.testkit.AlertView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many findings at once, with answers lost, a service that fails now and then, and its quota: no
 * request too many, each pushed once, the severe ones first. 200 by default, 1,000 with {@code
 * -Psoak}.
 */
@Timeout(1_800)
class ThousandFindingsTest {

  private static final int FINDINGS = Boolean.getBoolean("soak") ? 1_000 : 200;
  private static final List<AlertSeverity> SEVERITIES =
      List.of(AlertSeverity.HIGH, AlertSeverity.MEDIUM, AlertSeverity.LOW);

  @TempDir Path folder;

  @Test
  void eachIsPushedOnceWithinTheQuotaAndByItsSeverity() throws Exception {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    VirtualTime time = VirtualTime.startingAt(Scene.START, seed);
    time.call(
        () -> {
          publish(time, seed);
          return null;
        });
  }

  private void publish(VirtualTime time, long seed) {
    SimulatedTenant tenant =
        Scene.tenant(time, 50)
            .seed(seed)
            .transit(Duration.ofMillis(20), Duration.ofMillis(400))
            .fault(CREATE, Occurrence.withProbability(0.03, seed), Fault.resetAfter())
            .fault(CREATE, Occurrence.withProbability(0.01, seed + 1), Fault.resetBefore())
            .fault(CREATE, Occurrence.withProbability(0.01, seed + 2), Fault.connectionRefused())
            .fault(CREATE, Occurrence.withProbability(0.01, seed + 3), Fault.status(503))
            .fault("alerts.list", Occurrence.withProbability(0.03, seed + 4), Fault.status(503))
            .fault(
                "machines.listAlerts", Occurrence.withProbability(0.1, seed + 5), Fault.status(500))
            .build();
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, EventReference> events = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < FINDINGS; i++) {
      EventReference event = Scene.event(tenant, random.nextInt(50), i);
      String key = "netshield-" + i;
      Finding.Builder finding =
          Scene.finding(key).severity(SEVERITIES.get(random.nextInt(3))).time(Scene.START);
      if (random.nextBoolean()) {
        finding.event(event);
      } else {
        events.put(key, event);
      }
      findings.add(finding.build());
    }
    PublishOptions options =
        PublishOptions.defaults()
            .locator(finding -> Optional.ofNullable(events.get(finding.key())))
            .followInvestigation(Duration.ofHours(1))
            .respond(
                published ->
                    Optional.of(CompletableFuture.completedFuture(published.finding().key())));
    PublishReport report;
    try (DefenderClient defender = Scene.client(tenant).build()) {
      report =
          new ExternalAlerts(defender, FindingStore.file(folder.resolve("findings")))
              .publish(findings, options)
              .await(Duration.ofHours(12));
    }

    assertThat(tenant.journal().count(429)).isZero();
    assertThat(pushed(tenant)).hasSize(FINDINGS);
    assertThat(report.outcomes()).containsOnly(Map.entry(FindingOutcome.PUBLISHED, FINDINGS));
    assertThat(report.results())
        .extracting(FindingResult::finding)
        .containsExactlyElementsOf(findings);
    assertThat(report.results())
        .allSatisfy(
            result -> {
              assertThat(tenant.alerts().get(result.alertId().orElseThrow()).title())
                  .isEqualTo(result.finding().title());
              assertThat(result.response()).contains(result.finding().key());
              assertThat(Investigations.isOver(result.alert().orElseThrow())).isTrue();
            });
    inOrderOfSeverity(tenant);
  }

  /** But for those that were lost and came again, and for those under way at the same time. */
  private static void inOrderOfSeverity(SimulatedTenant tenant) {
    Map<String, List<Instant>> times =
        Scene.pushedAlerts(tenant).stream()
            .collect(
                Collectors.groupingBy(
                    AlertView::severity,
                    Collectors.mapping(AlertView::createdTime, Collectors.toList())));
    assertThat(middle(times.get("High"))).isBefore(first(times.get("Medium")));
    assertThat(middle(times.get("Medium"))).isBefore(first(times.get("Low")));
    assertThat(nearlyLast(times.get("High"))).isBefore(tenth(times.get("Medium")));
    assertThat(nearlyLast(times.get("Medium"))).isBefore(tenth(times.get("Low")));
  }

  private static Instant first(List<Instant> times) {
    return times.get(0);
  }

  private static Instant tenth(List<Instant> times) {
    return times.get(9);
  }

  private static Instant middle(List<Instant> times) {
    return times.get(times.size() / 2);
  }

  private static Instant nearlyLast(List<Instant> times) {
    return times.get(times.size() * 9 / 10);
  }
}
