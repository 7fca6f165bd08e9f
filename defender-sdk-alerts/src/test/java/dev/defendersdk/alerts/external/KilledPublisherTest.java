package dev.defendersdk.alerts.external;

import static dev.defendersdk.alerts.external.Scene.pushed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.DyingProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A publisher whose process is killed, and whose findings another one publishes again, from the
 * same store: whenever it was killed, each finding has one alert, and was pushed once. At every
 * point at which it touches disk or tenant, and killed again and again.
 */
@Timeout(3_600)
class KilledPublisherTest {

  private static final boolean SOAK = Boolean.getBoolean("soak");
  private static final Duration LONG = Duration.ofHours(6);
  private static final int FINDINGS = 12;

  private static final PublishOptions OPTIONS =
      PublishOptions.defaults()
          .followInvestigation(Duration.ofMinutes(5))
          .respond(
              published ->
                  published.finding().severity().equals(AlertSeverity.HIGH)
                      ? Optional.of(CompletableFuture.completedFuture("isolated"))
                      : Optional.empty());

  @TempDir Path folder;

  @Test
  void atEveryPoint() throws Exception {
    int stride = SOAK ? 1 : 3;
    long point = 1;
    while (killAt(point, 1)) {
      point += stride;
    }
    System.out.println("killed at every " + stride + ". point up to " + (point - stride));
    assertThat(point).as("four points of each write, and two of each request").isGreaterThan(150);
  }

  @Test
  void againAndAgain() throws Exception {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < (SOAK ? 200 : 10); i++) {
      int play = i;
      long plays = random.nextLong();
      VirtualTime time = VirtualTime.startingAt(Scene.START, plays);
      time.call(
          () -> {
            SimulatedTenant tenant = tenant(time, plays);
            List<Finding> findings = findings(tenant);
            Path file = folder.resolve("again-" + play);
            SplittableRandom points = new SplittableRandom(plays);
            boolean killed = true;
            for (int deaths = 0; killed && deaths < 40; deaths++) {
              killed = publish(tenant, time, findings, file, points.nextLong(1, 60));
            }
            check(tenant, findings, file, "again and again, seed " + plays);
            return null;
          });
    }
  }

  /** True if the process lived to be killed. */
  private boolean killAt(long point, long seed) throws Exception {
    VirtualTime time = VirtualTime.startingAt(Scene.START, seed);
    return time.call(
        () -> {
          SimulatedTenant tenant = tenant(time, seed);
          List<Finding> findings = findings(tenant);
          Path file = folder.resolve("point-" + point);
          boolean killed = publish(tenant, time, findings, file, point);
          check(tenant, findings, file, "killed at point " + point);
          return killed;
        });
  }

  private static SimulatedTenant tenant(VirtualTime time, long seed) {
    SimulatedTenant tenant =
        Scene.tenant(time, 3)
            .seed(seed)
            .transit(Duration.ofMillis(20), Duration.ofMillis(400))
            .fault(Scene.CREATE, Occurrence.withProbability(0.1, seed), Fault.resetAfter())
            .fault(Scene.CREATE, Occurrence.withProbability(0.1, seed + 1), Fault.resetBefore())
            .build();
    tenant.investigations().takes(Duration.ofMinutes(1), Duration.ofMinutes(3));
    return tenant;
  }

  private static List<Finding> findings(SimulatedTenant tenant) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < FINDINGS; i++) {
      EventReference event = Scene.event(tenant, i % 3, i);
      AlertSeverity severity = i % 2 == 0 ? AlertSeverity.HIGH : AlertSeverity.LOW;
      findings.add(Scene.finding("f" + i).severity(severity).event(event).build());
    }
    return findings;
  }

  private static boolean publish(
      SimulatedTenant tenant, VirtualTime time, List<Finding> findings, Path file, long point)
      throws InterruptedException {
    TimeSource.Signal over = time.newSignal();
    DyingProcess process = new DyingProcess(point, over);
    try (DefenderClient defender =
        Scene.client(tenant).httpClient(process.client(tenant.httpClient())).build()) {
      PublishHandle handle =
          new ExternalAlerts(defender, store(process, file)).publish(findings, OPTIONS);
      CompletableFuture<?> unused = handle.end().thenRun(over::fire);
      over.await(Long.MAX_VALUE);
    }
    process.awaitWrites();
    return process.isDead();
  }

  /** A store in a file, as the process writes it. */
  private static FindingStore store(DyingProcess process, Path file) {
    FindingStore store = FindingStore.file(file);
    return new FindingStore() {
      @Override
      public Optional<FindingRecord> find(String tenantId, String key) {
        return store.find(tenantId, key);
      }

      @Override
      public void put(FindingRecord record) {
        process.write(
            () -> store.put(record),
            () ->
                DyingProcess.writeHalf(
                    file,
                    (Files.exists(file) ? "" : FindingLines.HEADER + "\n")
                        + FindingLines.of(record)
                        + "\n"));
      }
    };
  }

  private static void check(
      SimulatedTenant tenant, List<Finding> findings, Path file, String when) {
    PublishReport report;
    try (DefenderClient next = Scene.client(tenant).build()) {
      report =
          new ExternalAlerts(next, FindingStore.file(file)).publish(findings, OPTIONS).await(LONG);
    }
    assertThat(report.results())
        .as(when)
        .allSatisfy(result -> assertThat(result.isPublished()).as(result.summary()).isTrue());
    assertThat(pushed(tenant)).as(when + ": pushed once each").hasSize(FINDINGS);
    Map<String, String> titles = new HashMap<>();
    tenant.alerts().all().forEach(alert -> titles.put(alert.id(), alert.title()));
    assertThat(titles).as(when).hasSize(FINDINGS);
    assertThat(report.results())
        .as(when)
        .allSatisfy(
            result ->
                assertThat(titles.get(result.alertId().orElseThrow()))
                    .isEqualTo(result.finding().title()));
  }
}
