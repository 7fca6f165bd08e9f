package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.alerts.AlertVersion;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A feed whose process is killed, and that another one goes on with: before a request and after it,
 * before and after an entity is handed over, and before, amid and after each step by which the
 * checkpoint gets to the disk. Whenever it was, the last state of everything is handed over, and
 * nothing twice but what had not been committed. At every 23rd point by default, at each with
 * {@code -Psoak}.
 */
@Timeout(7_200)
class FeedKillsTest {

  private static final boolean SOAK = Boolean.getBoolean("soak");
  private static final Instant START = Scene.START;
  private static final int BATCH = 7;

  @TempDir Path folder;

  @Test
  void atEveryPoint() throws Exception {
    long seed = Long.getLong("seed", 20_261_126L);
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    int stride = SOAK ? 1 : 23;
    long point = 1;
    while (killAt(point, seed)) {
      point += stride;
    }
    System.out.println("killed at every " + stride + ". point up to " + (point - stride));
    assertThat(point).isGreaterThan(500);
  }

  /** True if the process lived to be killed. */
  private boolean killAt(long point, long seed) throws Exception {
    VirtualTime time = VirtualTime.startingAt(START, seed);
    return time.call(() -> killAt(point, seed, time));
  }

  private boolean killAt(long point, long seed, VirtualTime time) throws Exception {
    Path place = folder.resolve("kill-" + point);
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            .machines(3)
            .transit(Duration.ofMillis(20), Duration.ofMillis(400))
            .build();
    Map<String, Instant> last = new HashMap<>();
    tenant.alerts().script(versions(new SplittableRandom(seed), last).iterator());
    List<String> taken = Collections.synchronizedList(new ArrayList<>());
    Dying process = new Dying(point, time.newSignal());
    FeedEnd end;
    HttpClient gateway = new GatewayHttpClient(tenant.httpClient(), process);
    try (DefenderClient defender = client(tenant).httpClient(gateway).build()) {
      FeedHandle feed =
          feed(defender, new FileCheckpointStore(place, process))
              .start(
                  alert -> {
                    process.passes();
                    taken.add(alert.id() + " " + alert.lastUpdateTime());
                    process.passes();
                  });
      process.over.await(time.nanos() + Duration.ofHours(1).plusMinutes(20).toNanos());
      end = feed.stop(Duration.ofMinutes(1));
    }
    boolean killed = process.isDead();
    if (!killed) {
      assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    }
    int before = taken.size();
    try (DefenderClient defender = client(tenant).build()) {
      FeedHandle feed =
          feed(defender, CheckpointStore.folder(place))
              .start(alert -> taken.add(alert.id() + " " + alert.lastUpdateTime()));
      time.newSignal().await(time.nanos() + Duration.ofHours(2).toNanos());
      feed.stop(Duration.ofMinutes(1));
    }
    assertThat(last(taken)).as("killed at %d, seed %d", point, seed).isEqualTo(last);
    assertThat(again(taken, before))
        .as("killed at %d, seed %d", point, seed)
        .isLessThanOrEqualTo(killed ? BATCH : 0);
    return killed;
  }

  private static DefenderClientBuilder client(SimulatedTenant tenant) {
    return tenant.connect(DefenderClient.builder()).partner("Contoso", "NetShield", "4.2.0");
  }

  private static FeedBuilder<Alert> feed(DefenderClient defender, CheckpointStore store) {
    return AlertFeeds.alerts(defender)
        .name("siem")
        .store(store)
        .start(FeedStart.checkpointOr(START.minus(Duration.ofDays(2))))
        .overlap(Duration.ofMinutes(10))
        .pageSize(16)
        .batchSize(BATCH)
        .pollEvery(Duration.ofMinutes(1), Duration.ofMinutes(5));
  }

  private static Map<String, Instant> last(List<String> taken) {
    Map<String, Instant> last = new HashMap<>();
    for (String line : taken) {
      int blank = line.indexOf(' ');
      last.put(line.substring(0, blank), Instant.parse(line.substring(blank + 1)));
    }
    return last;
  }

  /**
   * How many versions came to the second process that had come to the first, and no other twice.
   */
  private static int again(List<String> taken, int before) {
    Set<String> first = new HashSet<>(taken.subList(0, before));
    Set<String> second = new HashSet<>(taken.subList(before, taken.size()));
    assertThat(first.size() + second.size()).isEqualTo(taken.size());
    second.retainAll(first);
    return second.size();
  }

  /** From a day before the start to an hour after it, several at an instant, some late. */
  private static List<AlertVersion> versions(SplittableRandom random, Map<String, Instant> last) {
    List<AlertVersion> versions = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      Instant stamp =
          random.nextBoolean()
              ? START.minusSeconds(random.nextInt(86_400))
              : START.plusSeconds(random.nextInt(60) * 60L);
      boolean late = random.nextInt(10) == 0;
      Instant visible = late ? stamp.plusSeconds(random.nextInt(600)) : stamp;
      versions.add(
          new AlertVersion("id" + random.nextInt(90), stamp, visible, "High", "InProgress"));
    }
    for (int i = 0; i < 40; i++) {
      Instant stamp = START.minusSeconds(7_200);
      versions.add(new AlertVersion("same" + i, stamp, stamp, "Low", "New"));
    }
    for (AlertVersion version : versions) {
      last.merge(
          version.alertId(),
          version.lastUpdateTime(),
          (one, other) -> one.isAfter(other) ? one : other);
    }
    versions.sort(Comparator.comparing(AlertVersion::visibleAt));
    return versions;
  }

  /** A process that dies at one of the points at which it touches the world. */
  private static final class Dying implements Disk, GatewayHttpClient.Gateway {

    private final long last;
    private final TimeSource.Signal over;
    private final AtomicLong points = new AtomicLong();
    private volatile boolean dead;

    private Dying(long last, TimeSource.Signal over) {
      this.last = last;
      this.over = over;
    }

    boolean isDead() {
      return dead;
    }

    private boolean diesHere() {
      if (points.incrementAndGet() == last) {
        dead = true;
        over.fire();
      }
      return dead;
    }

    void passes() {
      if (dead || diesHere()) {
        throw new Error("the process is dead");
      }
    }

    private void step() throws IOException {
      if (dead || diesHere()) {
        throw new IOException("the process is dead");
      }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
      step();
      if (diesHere()) {
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      }
      step();
      Disk.REAL.write(file, bytes);
    }

    @Override
    public void force(Path file) throws IOException {
      step();
      Disk.REAL.force(file);
    }

    @Override
    public void replace(Path file, Path target) throws IOException {
      step();
      Disk.REAL.replace(file, target);
      step();
    }

    @Override
    public void forceFolder(Path place) throws IOException {
      step();
      Disk.REAL.forceFolder(place);
      step();
    }

    @Override
    public HttpRequest out(HttpRequest request) throws IOException {
      step();
      return request;
    }

    @Override
    public void back() throws IOException {
      step();
    }
  }
}
