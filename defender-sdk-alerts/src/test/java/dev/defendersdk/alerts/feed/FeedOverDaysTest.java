package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.graph.Incident;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantBuilder;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Feeds over days of a tenant whose alerts come late, change, and share instants, with faults on
 * the way and kills in between: the last version of each is handed over, and after a kill none
 * again but what was not committed at that one. 20,000 versions by default, 1,000,000 with {@code
 * -Psoak}.
 */
@Timeout(7_200)
class FeedOverDaysTest {

  private static final boolean SOAK = Boolean.getBoolean("soak");
  private static final long SEED = Long.getLong("seed", 20_261_126L);
  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(20);
  private static final int BATCH = 50;

  private final VirtualTime time = VirtualTime.startingAt(START, SEED);

  FeedOverDaysTest() {
    System.out.println("seed " + SEED + " (-Dseed=… plays another)");
  }

  @Test
  void defendersAlerts() throws Exception {
    int count = SOAK ? 1_000_000 : 20_000;
    Duration span = Duration.ofDays(SOAK ? 20 : 4);
    ManyVersions versions = new ManyVersions(SEED, count, START, span, WINDOW);
    SimulatedTenant tenant = tenant("alerts.list");
    tenant.alerts().script(versions);
    HandedOver taken = new HandedOver();
    Run<Alert> run =
        new Run<>(
            tenant,
            AlertFeeds::alerts,
            SOAK ? 500 : 40,
            taken,
            alert -> taken.takes(alert.id(), alert.lastUpdateTime()));
    run.through(span, 12);
    System.out.println(versions + ", " + taken);
    assertThat(versions.late()).isGreaterThan(count / 25);
    assertThat(versions.changedOften()).as("changed several times").isBetween(0.16, 0.22);
    assertThat(versions.sharing()).as("share an instant").isBetween(0.28, 0.32);
    assertThat(taken.last()).isEqualTo(versions.last());
    assertThat(run.late).isGreaterThan(versions.late() / 2);
    assertThat(run.afterWindow).isZero();
  }

  @Test
  void whereNothingIsKilledNothingComesAgain() throws Exception {
    int count = SOAK ? 100_000 : 3_000;
    Duration span = Duration.ofDays(SOAK ? 10 : 1);
    ManyVersions versions = new ManyVersions(SEED, count, START, span, WINDOW);
    SimulatedTenant tenant = tenant("alerts.list");
    tenant.alerts().script(versions);
    HandedOver taken = new HandedOver();
    Run<Alert> run =
        new Run<>(
            tenant,
            AlertFeeds::alerts,
            SOAK ? 500 : 40,
            taken,
            alert -> taken.takes(alert.id(), alert.lastUpdateTime()));
    run.through(span, 0);
    System.out.println(versions + ", " + taken);
    assertThat(taken.last()).isEqualTo(versions.last());
    assertThat(taken.again()).isZero();
  }

  @Test
  void graphsAlerts() throws Exception {
    int count = SOAK ? 200_000 : 6_000;
    Duration span = Duration.ofDays(SOAK ? 10 : 3);
    ManyVersions versions = new ManyVersions(SEED, count, START, span, WINDOW);
    SimulatedTenant tenant = tenant("graph.alerts.list");
    tenant.alerts().script(versions);
    HandedOver taken = new HandedOver();
    Run<SecurityAlert> run =
        new Run<>(
            tenant,
            AlertFeeds::securityAlerts,
            SOAK ? 500 : 40,
            taken,
            alert -> taken.takes(alert.id(), alert.lastUpdateDateTime()));
    run.through(span, 8);
    System.out.println(versions + ", " + taken);
    Map<String, Instant> promoted = new HashMap<>(versions.last());
    tenant.alerts().all().stream()
        .filter(alert -> alert.incidentId() == null)
        .forEach(alert -> promoted.remove(alert.id())); // Graph does not show these
    assertThat(taken.last()).isEqualTo(promoted);
    assertThat(run.late).isGreaterThan(versions.late() / 2);
    assertThat(run.afterWindow).isZero();
  }

  @Test
  void incidents() throws Exception {
    int count = SOAK ? 20_000 : 600;
    Duration span = Duration.ofDays(2);
    ManyVersions versions = new ManyVersions(SEED, count, START, span, WINDOW);
    SimulatedTenant tenant = tenant("graph.incidents.list");
    tenant.alerts().script(versions);
    HandedOver taken = new HandedOver();
    Run<Incident> run =
        new Run<>(
            tenant,
            AlertFeeds::incidents,
            20,
            taken,
            incident -> taken.takes(incident.id(), incident.lastUpdateDateTime()));
    run.through(span, 8);
    System.out.println(versions + ", " + taken);
    Map<String, Instant> last = new HashMap<>();
    tenant.incidents().all().forEach(each -> last.put(each.id(), each.lastUpdateTime()));
    assertThat(last).hasSizeGreaterThan(20);
    assertThat(taken.last()).isEqualTo(last);
    assertThat(run.afterWindow).isZero();
  }

  private SimulatedTenant tenant(String operation) {
    TenantBuilder tenant =
        SimulatedTenant.builder()
            .time(time)
            .seed(SEED)
            .machines(40)
            .quirks(Quirks.harsh().withCompressed(false))
            .transit(Duration.ofMillis(20), Duration.ofMillis(900));
    Map<Fault, Double> faults = new HashMap<>();
    faults.put(Fault.status(500), 0.02);
    faults.put(Fault.status(503), 0.02);
    faults.put(Fault.status(429), 0.01);
    faults.put(Fault.resetAfter(), 0.02);
    faults.put(Fault.truncatedBody(), 0.01);
    faults.put(Fault.garbageBody(), 0.002);
    faults.put(Fault.stalledBody(), 0.001);
    long[] seed = {SEED};
    faults.forEach(
        (fault, share) ->
            tenant.fault(operation, Occurrence.withProbability(share, ++seed[0]), fault));
    return tenant.build();
  }

  /** A feed that is killed again and again, and gone on with. */
  private final class Run<T> {

    private final SimulatedTenant tenant;
    private final Function<DefenderClient, FeedBuilder<T>> feeds;
    private final int pageSize;
    private final HandedOver taken;
    private final FeedHandler<T> handler;
    private final CheckpointStore store = CheckpointStore.memory();
    private long late;
    private long afterWindow;

    private Run(
        SimulatedTenant tenant,
        Function<DefenderClient, FeedBuilder<T>> feeds,
        int pageSize,
        HandedOver taken,
        FeedHandler<T> handler) {
      this.tenant = tenant;
      this.feeds = feeds;
      this.pageSize = pageSize;
      this.taken = taken;
      this.handler = handler;
    }

    private void through(Duration span, int kills) throws Exception {
      SplittableRandom random = new SplittableRandom(SEED);
      for (int i = 0; i < kills; i++) {
        long mean = span.toNanos() / (kills + 1);
        Duration life = Duration.ofNanos(random.nextLong(mean / 2, mean * 3 / 2));
        time.call(() -> live(life, true));
        // The batch grows with the checkpoint.
        assertThat(taken.isKilled()).isLessThanOrEqualTo(SOAK ? 2 * BATCH : BATCH);
      }
      Instant end = START.plus(span);
      Instant last = time.now().isAfter(end) ? time.now() : end;
      Duration rest = Duration.between(time.now(), last).plus(Duration.ofHours(6));
      time.call(() -> live(rest, false));
      assertThat(taken.broken()).isEmpty();
      if (kills > 0) {
        assertThat(taken.again()).isPositive();
      }
    }

    private boolean live(Duration life, boolean killed) throws Exception {
      Mortal process = new Mortal(store, time.now().plus(life), taken);
      try (DefenderClient defender =
          tenant
              .connect(DefenderClient.builder())
              .partner("Contoso", "NetShield", "4.2.0")
              .build()) {
        FeedHandle feed =
            feeds
                .apply(defender)
                .name("siem")
                .store(process)
                .start(FeedStart.checkpointOr(START))
                .overlap(WINDOW)
                .pageSize(pageSize)
                .batchSize(BATCH)
                .pollEvery(Duration.ofMinutes(1), Duration.ofMinutes(5))
                .start(
                    entity -> {
                      process.check();
                      handler.accept(entity);
                      process.handed(killed);
                    });
        time.newSignal().await(time.nanos() + life.toNanos());
        if (killed) {
          process.dies.await(time.nanos() + life.toNanos()); // while it hands over
          process.dead = true; // or, where nothing came, while it waits
        }
        // A process that is dead saves nothing, and is not to be waited for long.
        FeedEnd end = feed.stop(killed ? Duration.ofMinutes(1) : Duration.ofHours(1));
        assertThat(end.reason())
            .as("%s", end)
            .isEqualTo(killed ? FeedEnd.Reason.FAILED : FeedEnd.Reason.STOPPED);
        late += end.progress().late();
        afterWindow += end.progress().afterWindow();
      }
      return true;
    }
  }

  /** The store as a process reaches it that will be killed. */
  private final class Mortal implements CheckpointStore {

    private final CheckpointStore store;
    private final HandedOver taken;
    private final TimeSource.Signal dies = time.newSignal();
    private final Instant from;
    private volatile boolean dead;

    /**
     * @param from after which it dies, after some more
     */
    private Mortal(CheckpointStore store, Instant from, HandedOver taken) {
      this.store = store;
      this.taken = taken;
      this.from = from;
    }

    private void handed(boolean killed) {
      if (killed && !time.now().isBefore(from) && time.random().nextInt(10) == 0) {
        dead = true;
        dies.fire();
      }
    }

    private void check() {
      if (dead) {
        throw new IllegalStateException("the process is dead");
      }
    }

    @Override
    public Optional<Saved> load(String name) {
      check();
      return store.load(name);
    }

    @Override
    public long save(String name, String text, long version) {
      check();
      long next = store.save(name, text, version);
      taken.commits();
      return next;
    }
  }
}
