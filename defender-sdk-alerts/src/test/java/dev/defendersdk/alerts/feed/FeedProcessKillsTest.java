package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.feed.FeedState.FeedId;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import dev.defendersdk.testkit.alerts.AlertVersion;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testkit.rules.Quotas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed in a process of its own, with the store in a folder, that the system kills at a random
 * point, again and again, and that is started again each time: the last version of every alert is
 * handed over, and after a kill none again but what was not committed at that one. 5 kills by
 * default, 500 with {@code -Psoak}.
 */
@Timeout(7_200)
class FeedProcessKillsTest {

  private static final int KILLS = Boolean.getBoolean("soak") ? 500 : 5;
  private static final int BATCH = 10;
  private static final TimeSource TIME = TimeSource.system();

  private static final String SAVING = "saving";

  @TempDir Path folder;

  private final HandedOver handedOver = new HandedOver();
  private int read;

  @Test
  void killedAtRandomPointsItLosesNothing() throws Exception {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom random = new SplittableRandom(seed);
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .machines(5)
            .quotas(Quotas.unlimited())
            .quirks(Quirks.harsh().withCompressed(false))
            .build();
    Map<String, Instant> last = new HashMap<>();
    tenant.alerts().script(versions(random, last).iterator());
    Path taken = Files.createFile(folder.resolve("taken"));
    try (TenantServer server = tenant.serve()) {
      for (int i = 0; i < KILLS; i++) {
        kill(start(tenant, server, 15, taken), tenant, random);
        killed(taken, tenant);
      }
      Process process = start(tenant, server, 500, taken);
      long deadline = TIME.nanos() + Duration.ofMinutes(5).toNanos();
      while (!last(taken).equals(last) && TIME.nanos() < deadline) {
        pause(Duration.ofMillis(200));
      }
      process.destroyForcibly().waitFor();
      killed(taken, tenant);
    }
    System.out.println(KILLS + " kills, " + handedOver);
    assertThat(handedOver.last()).isEqualTo(last);
    assertThat(handedOver.broken()).isEmpty();
  }

  /** Reads what the process has written down, and by its checkpoint what of that it committed. */
  private void killed(Path taken, SimulatedTenant tenant) throws IOException {
    Optional<CheckpointStore.Saved> saved =
        CheckpointStore.folder(folder.resolve("checkpoints")).load("siem");
    long version = saved.map(CheckpointStore.Saved::version).orElse(0L);
    List<String> lines = Files.readAllLines(taken);
    for (String line : lines.subList(read, lines.size())) {
      String[] words = line.split(" ", -1);
      if (!words[0].equals(SAVING)) {
        handedOver.takes(words[0], Instant.parse(words[1]));
      } else if (Long.parseLong(words[1]) <= version) {
        handedOver.commits();
      }
    }
    read = lines.size();
    FeedId id = new FeedId(tenant.tenantId(), "alerts", "siem");
    int seen = saved.map(each -> FeedStateText.read(each.text(), id).seen.size()).orElse(0);
    int uncommitted = handedOver.isKilled();
    // The batch grows with the checkpoint.
    assertThat(uncommitted).isLessThanOrEqualTo(Math.max(BATCH, (seen + uncommitted) / 50));
  }

  /** Most are there from the beginning, some change while the processes come and go. */
  private static List<AlertVersion> versions(SplittableRandom random, Map<String, Instant> last) {
    Instant now = TIME.now();
    List<AlertVersion> versions = new ArrayList<>();
    int alerts = KILLS * 60;
    for (int i = 0; i < alerts; i++) {
      String id = "da" + random.nextInt(100_000, 1_000_000) + "_" + i;
      Instant stamp = Window.floor(now.minusMillis(random.nextLong(864_000_000)));
      versions.add(new AlertVersion(id, stamp, stamp, "Low", "New"));
      if (random.nextInt(10) == 0) {
        stamp = Window.floor(now.plusMillis(random.nextLong(KILLS * 2_000L)));
        Instant visible = stamp.plusMillis(random.nextInt(5) == 0 ? random.nextInt(8_000) : 0);
        versions.add(new AlertVersion(id, stamp, visible, "High", "InProgress"));
      }
      last.put(id, stamp);
    }
    versions.sort(Comparator.comparing(AlertVersion::visibleAt));
    return versions;
  }

  private static void kill(Process process, SimulatedTenant tenant, SplittableRandom random)
      throws InterruptedException {
    long lists = lists(tenant) + random.nextInt(1, 10);
    while (lists(tenant) < lists && process.isAlive()) {
      pause(Duration.ofMillis(2));
    }
    assertThat(process.isAlive()).isTrue();
    pause(Duration.ofNanos(random.nextLong(1, 30_000_000)));
    process.destroyForcibly().waitFor();
  }

  private static int lists(SimulatedTenant tenant) {
    return tenant.journal().of("alerts.list").size();
  }

  private static void pause(Duration span) throws InterruptedException {
    TIME.newSignal().await(TIME.nanos() + span.toNanos());
  }

  private static Map<String, Instant> last(Path taken) throws IOException {
    Map<String, Instant> last = new HashMap<>();
    for (String line : Files.readAllLines(taken)) {
      String[] words = line.split(" ", -1);
      if (words.length == 2 && words[1].endsWith("Z")) {
        last.put(words[0], Instant.parse(words[1]));
      }
    }
    return last;
  }

  private Process start(SimulatedTenant tenant, TenantServer server, int pageSize, Path taken)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Follower.class.getName(),
            server.authorityUri().toString(),
            server.defenderUri().toString(),
            server.graphUri().toString(),
            tenant.tenantId(),
            tenant.clientId(),
            tenant.clientSecret(),
            tenant.defenderAudience(),
            folder.resolve("checkpoints").toString(),
            taken.toString(),
            String.valueOf(pageSize))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  /** Follows the alerts and writes down what it is handed, until it is killed. */
  static final class Follower {

    private Follower() {}

    /** Runs, with the tenant's hosts, id, application, secret and audience, and its files. */
    public static void main(String[] arguments) throws Exception {
      DefenderCloud cloud =
          DefenderCloud.builder()
              .authority(arguments[0])
              .defender(arguments[1])
              .graph(arguments[2])
              .defenderAudience(arguments[6])
              .build();
      Path taken = Path.of(arguments[8]);
      try (DefenderClient defender =
          DefenderClient.builder()
              .credential(Credentials.clientSecret(arguments[3], arguments[4], arguments[5]))
              .cloud(cloud)
              .partner("Contoso", "NetShield", "4.2.0")
              .build()) {
        FeedHandle feed =
            AlertFeeds.alerts(defender)
                .name("siem")
                .store(new Noting(CheckpointStore.folder(Path.of(arguments[7])), taken))
                .start(FeedStart.checkpointOr(Instant.EPOCH))
                .overlap(Duration.ofSeconds(20))
                .pageSize(Integer.parseInt(arguments[9]))
                .batchSize(BATCH)
                .pollEvery(Duration.ofSeconds(1), Duration.ofSeconds(1))
                .start(alert -> writeDown(taken, alert));
        System.out.println(feed.await(Duration.ofDays(1)));
      }
    }

    private static void writeDown(Path taken, Alert alert) throws IOException {
      String line = alert.id() + " " + alert.lastUpdateTime() + "\n";
      Files.writeString(taken, line, StandardOpenOption.APPEND);
    }

    /** Writes down before each save which one it is: whether it was made, the store tells. */
    private record Noting(CheckpointStore store, Path taken) implements CheckpointStore {

      @Override
      public Optional<Saved> load(String name) {
        return store.load(name);
      }

      @Override
      public long save(String name, String text, long version) {
        try {
          String line = SAVING + " " + (version + 1) + "\n";
          Files.writeString(taken, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return store.save(name, text, version);
      }
    }
  }
}
