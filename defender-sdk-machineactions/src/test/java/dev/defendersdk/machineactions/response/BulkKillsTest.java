package dev.defendersdk.machineactions.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testsupport.DyingProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bulk whose process is killed, and that another one goes on with: whenever it was killed, each
 * machine ends as wished for or with its reason, and none is acted on twice. At every point of a
 * small fleet; at 10 random ones of 100 machines by default, and at 200 of 1,000 with {@code
 * -Psoak}.
 */
@Timeout(7_200)
class BulkKillsTest {

  private static final boolean SOAK = Boolean.getBoolean("soak");
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration LONG = Duration.ofDays(5);
  private static final MachineWish ISOLATED =
      MachineWish.isolated(Isolation.full("ransomware, case 4711"));

  // The machines that are offline for long are given up: their days would be nothing but ticks.
  private static final BulkOptions OPTIONS =
      BulkOptions.defaults().wishes(WishOptions.defaults().giveUpAfter(Duration.ofHours(2)));

  @TempDir Path folder;

  @Test
  void atEveryPoint() throws Exception {
    long point = 1;
    int stride = SOAK ? 1 : 7;
    // None is offline for days: each tick would be a point.
    Fleet fleet =
        Fleet.of(6).withOfflineForAWhile(0.3, Duration.ofMinutes(20)).withUnsupported(0.2);
    while (killAt(point, fleet, 1)) {
      point += stride;
    }
    System.out.println("killed at every " + stride + ". point up to " + (point - stride));
    assertThat(point).isGreaterThan(60);
  }

  @Test
  void atRandomPointsOfALargeFleet() throws Exception {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom random = new SplittableRandom(seed);
    int machines = SOAK ? 1_000 : 100;
    Fleet fleet =
        Fleet.of(machines)
            .withOfflineForever(0.05)
            .withOfflineForAWhile(0.05, Duration.ofHours(30))
            .withUnsupported(0.05);
    for (int i = 0; i < (SOAK ? 200 : 5); i++) {
      // Each machine has some nine points of writing and two of sending, and there are the ticks.
      killAt(1 + random.nextLong(9L * machines), fleet, random.nextLong());
    }
  }

  /** True if the process lived to be killed. */
  private boolean killAt(long point, Fleet fleet, long seed) throws Exception {
    VirtualTime time = VirtualTime.startingAt(START, seed);
    return time.call(() -> killAt(point, fleet, seed, time));
  }

  private boolean killAt(long point, Fleet fleet, long seed, VirtualTime time) throws Exception {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .seed(seed)
            .fleet(fleet)
            .transit(Duration.ofMillis(20), Duration.ofMillis(400))
            .fault("machines.isolate", Occurrence.withProbability(0.03, seed), Fault.resetAfter())
            .build();
    Path file = folder.resolve("bulk-" + point + "-" + seed);
    TimeSource.Signal over = time.newSignal();
    DyingProcess process = new DyingProcess(point, over);
    BulkReport report = null;
    try (DefenderClient defender =
        client(tenant).httpClient(process.client(tenant.httpClient())).build()) {
      BulkOptions keeping = OPTIONS.store(store(process, file));
      BulkHandle bulk =
          new ResponseClient(defender).bulk(tenant.machines().ids(), ISOLATED, keeping);
      CompletableFuture<?> unused = bulk.end().thenRun(over::fire);
      over.await(Long.MAX_VALUE);
      if (!process.isDead()) {
        report = bulk.await(LONG);
      }
    } catch (IllegalStateException dead) {
      assertThat(dead).hasMessageContaining("dead");
    }
    process.awaitWrites();
    if (report == null) {
      report = goOn(tenant, file);
    }
    check(tenant, report, point, seed);
    return process.isDead();
  }

  /** A store in a file, as the process writes it. */
  private static BulkStore store(DyingProcess process, Path file) {
    BulkStore store = BulkStore.file(file);
    return new BulkStore() {
      @Override
      public List<String> load() {
        return store.load();
      }

      @Override
      public void append(List<String> lines) {
        process.write(
            () -> store.append(lines),
            () -> DyingProcess.writeHalf(file, String.join("\n", lines) + "\n"));
      }
    };
  }

  private static BulkReport goOn(SimulatedTenant tenant, Path file) {
    try (DefenderClient next = client(tenant).build()) {
      ResponseClient response = new ResponseClient(next);
      BulkOptions keeping = OPTIONS.store(BulkStore.file(file));
      try {
        return response.resume(keeping).await(LONG);
      } catch (IllegalStateException notBegun) {
        assertThat(notBegun).hasMessageContaining("Begin it anew");
        assertThat(tenant.actions().all()).isEmpty();
        BulkOptions anew =
            BulkOptions.defaults()
                .store(BulkStore.file(file.resolveSibling(file.getFileName() + "-anew")));
        return response.bulk(tenant.machines().ids(), ISOLATED, anew).await(LONG);
      }
    }
  }

  private static void check(SimulatedTenant tenant, BulkReport report, long point, long seed) {
    Map<String, Integer> acted = new HashMap<>();
    tenant.actions().all().forEach(action -> acted.merge(action.machineId(), 1, Integer::sum));
    assertThat(acted)
        .as("killed at %d, seed %d", point, seed)
        .allSatisfy((machine, count) -> assertThat(count).isOne());
    for (WishResult result : report.results()) {
      assertThat(result.outcome())
          .as("killed at %d, seed %d: %s", point, seed, result.summary())
          .isIn(WishOutcome.DONE, WishOutcome.REFUSED, WishOutcome.GAVE_UP);
      assertThat(tenant.machines().get(result.machineId()).isIsolated())
          .as("killed at %d, seed %d: %s", point, seed, result.summary())
          .isEqualTo(result.isFulfilled());
    }
    assertThat(report.results())
        .extracting(WishResult::machineId)
        .containsExactlyElementsOf(tenant.machines().ids());
  }

  private static DefenderClientBuilder client(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0");
  }
}
