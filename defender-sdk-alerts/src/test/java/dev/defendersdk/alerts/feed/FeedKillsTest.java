package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
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
    Scene scene = new Scene(time, false);
    script(scene.source, seed);
    Dying process = new Dying(point, time.newSignal());
    CheckpointStore dying = new FileCheckpointStore(place, process);
    try (scene) {
      FeedHandle feed =
          new FeedBuilder<>(scene.defender, process.source(scene.source))
              .name("siem")
              .store(dying)
              .start(FeedStart.checkpointOr(START.minus(Duration.ofDays(2))))
              .overlap(Duration.ofMinutes(10))
              .pageSize(16)
              .batchSize(BATCH)
              .pollEvery(Duration.ofMinutes(1), Duration.ofMinutes(5))
              .start(
                  state -> {
                    process.passes();
                    scene.taken.add(state);
                    process.passes();
                  });
      process.over.await(time.nanos() + Duration.ofHours(1).plusMinutes(20).toNanos());
      FeedEnd end = feed.stop(Duration.ofMinutes(1));
      boolean killed = process.isDead();
      if (!killed) {
        assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
      }
      int before = scene.taken.size();
      goOn(scene, place);
      assertThat(scene.lastTaken())
          .as("killed at %d, seed %d", point, seed)
          .isEqualTo(scene.source.finalStates);
      // One more than a batch: it was handed over, and killed before it counted.
      assertThat(twice(scene, before))
          .as("killed at %d, seed %d", point, seed)
          .isLessThanOrEqualTo(killed ? BATCH : 0);
      return killed;
    }
  }

  private static void goOn(Scene scene, Path place) throws InterruptedException {
    FeedHandle feed =
        scene
            .feed()
            .store(CheckpointStore.folder(place))
            .start(FeedStart.checkpointOr(START.minus(Duration.ofDays(2))))
            .overlap(Duration.ofMinutes(10))
            .pageSize(16)
            .batchSize(BATCH)
            .pollEvery(Duration.ofMinutes(1), Duration.ofMinutes(5))
            .start(scene.taken::add);
    scene.pass(Duration.ofHours(2));
    feed.stop(Duration.ofMinutes(1));
  }

  /**
   * How many states came in the second process that had come in the first, and none in one twice.
   */
  private static int twice(Scene scene, int before) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < scene.taken.size(); i++) {
      String state = scene.taken.get(i).toString();
      int seen = counts.merge(state, i < before ? 1 : 100, Integer::sum);
      assertThat(seen).isIn(1, 100, 101);
    }
    return (int) counts.values().stream().filter(count -> count == 101).count();
  }

  private static void script(ScriptedSource source, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 120; i++) {
      // From a day before the start to an hour after it, several at an instant, some late.
      Instant stamp =
          random.nextBoolean()
              ? START.minusSeconds(random.nextInt(86_400))
              : START.plusSeconds(random.nextInt(60) * 60L);
      String id = "id" + random.nextInt(90);
      boolean late = random.nextInt(10) == 0;
      source.raise(id, stamp, late ? stamp.plusSeconds(random.nextInt(600)) : stamp);
    }
    for (int i = 0; i < 40; i++) {
      source.raise("same" + i, START.minusSeconds(7_200));
    }
  }

  /** A process that dies at one of the points at which it touches the world. */
  private static final class Dying implements Disk {

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

    Source<ScriptedSource.State> source(ScriptedSource living) {
      return new Source<>() {
        @Override
        public CompletableFuture<?> pages(
            Query query, Predicate<Batch<ScriptedSource.State>> handler) {
          if (dead || diesHere()) {
            return CompletableFuture.failedFuture(new IOException("the process is dead"));
          }
          return living.pages(
              query,
              page -> {
                passes();
                return handler.test(page);
              });
        }

        @Override
        public CompletableFuture<ScriptedSource.State> get(String id) {
          return living.get(id);
        }

        @Override
        public String name() {
          return living.name();
        }

        @Override
        public String id(ScriptedSource.State entity) {
          return living.id(entity);
        }

        @Override
        public Instant lastUpdate(ScriptedSource.State entity) {
          return living.lastUpdate(entity);
        }

        @Override
        public boolean isOrdered() {
          return living.isOrdered();
        }

        @Override
        public boolean hasDetail() {
          return living.hasDetail();
        }

        @Override
        public int largestPage() {
          return living.largestPage();
        }
      };
    }
  }
}
