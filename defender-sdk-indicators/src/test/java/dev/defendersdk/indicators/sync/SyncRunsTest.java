package dev.defendersdk.indicators.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import dev.defendersdk.testkit.IndicatorView;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.indicators.NewTenantIndicator;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import dev.defendersdk.testsupport.DyingProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random lists of addresses and of files with one hash or two, one after the other, against random
 * tenants, with items that fail, faults, lost answers and kills at random sends: each repeated
 * until it is through ends in the list that was wished for, and entries of others are as they were.
 * What is wished for and what is held is reckoned from the tenant's own state, and not by the sync.
 * 60 runs by default, 1,000 with {@code -Psoak}.
 */
@Timeout(7_200)
class SyncRunsTest {

  private static final boolean SOAK = Boolean.getBoolean("soak");
  private static final List<IndicatorAction> ACTIONS =
      List.of(IndicatorAction.ALLOWED, IndicatorAction.AUDIT, IndicatorAction.BLOCK);
  private static final List<Fault> FAULTS =
      List.of(
          Fault.resetAfter(),
          Fault.resetBefore(),
          Fault.status(503),
          Fault.status(500).acting(true),
          Fault.garbageBody(),
          Fault.truncatedBody(),
          Fault.status(429).retryAfter(Duration.ofSeconds(5)));

  private int kills;
  private int failures;
  private int conflicts;

  @Test
  void eachEndsInThePlannedList() throws Exception {
    long seed = Long.getLong("seed", 20_261_127L);
    int runs = SOAK ? 1_000 : 60;
    System.out.println("seed " + seed + " (-Dseed=… plays another)");
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < runs; i++) {
      long own = random.nextLong();
      VirtualTime time = VirtualTime.startingAt(Scene.NOW, own);
      Run run = new Run(time, own);
      try {
        time.run(run::play);
      } catch (Throwable e) {
        throw new AssertionError("run " + i + " of seed " + seed + ", its own " + own, e);
      }
    }
    System.out.println(
        kills + " kills, " + failures + " failing items, " + conflicts + " conflicts");
    assertThat(kills).isGreaterThan(runs / 2);
    assertThat(failures).isPositive();
    assertThat(conflicts).isPositive();
  }

  private final class Run {

    private final SplittableRandom random;
    private final VirtualTime time;
    private final SimulatedTenant tenant;
    private final int values;
    private final int capacity;
    private final Set<String> failing = new HashSet<>();
    private final Map<String, IndicatorView> ofOthers = new TreeMap<>();
    private final ActionChanges actionChanges;
    private final OwnerMark mark;

    private Run(VirtualTime time, long seed) {
      this.time = time;
      this.random = new SplittableRandom(seed);
      this.values = 5 + random.nextInt(random.nextInt(5) == 0 ? 900 : 60);
      this.capacity = random.nextInt(3) == 0 ? 10 + values / 2 : 15_000;
      this.actionChanges =
          random.nextBoolean() ? ActionChanges.UPDATE_OR_REPLACE : ActionChanges.REPLACE;
      this.mark = random.nextBoolean() ? Scene.MARK : OwnerMark.inDescription("ns");
      boolean refuses = random.nextBoolean();
      boolean deletesOthers = random.nextBoolean();
      this.tenant =
          SimulatedTenant.builder()
              .time(time)
              .seed(seed)
              .machines(1)
              .transit(Duration.ofMillis(20), Duration.ofMillis(400))
              .quirks(
                  Quirks.harsh()
                      .withIndicators(
                          q ->
                              q.withActionChangeRefused(refuses)
                                  .withRefusedBatchDeletesOthers(deletesOthers)))
              .build();
      tenant.indicators().capacity(capacity);
      others();
    }

    private void others() {
      for (int i = 0; i < values / 8; i++) {
        int value = random.nextInt(values * 2);
        NewTenantIndicator other = NewTenantIndicator.of("IpAddress", Scene.value(value), "Block");
        IndicatorView put =
            tenant
                .indicators()
                .put(
                    switch (random.nextInt(5)) {
                      case 0 -> other.byCloudApps();
                      case 1 ->
                          other.byApplication(tenant.clientId(), "NetShield").application("x");
                      case 2 -> other.rbacGroupNames("Servers");
                      case 3 ->
                          other
                              .byApplication("0f", "Other")
                              .application("netshield")
                              .description("of another [ns]");
                      default -> other;
                    });
        ofOthers.put(put.id(), put);
      }
      // Where there is room for all: else what is left beside them would count.
      for (int i = 0; i < (capacity == 15_000 ? values / 20 : 0); i++) {
        String hash = sha1(random.nextInt(values));
        IndicatorView put =
            tenant.indicators().put(NewTenantIndicator.of("FileSha1", hash, "Allowed"));
        ofOthers.put(put.id(), put);
      }
      for (int i = 0; i < values / 20; i++) {
        String value = Scene.value(random.nextInt(values));
        failing.add(value);
        tenant.indicators().fail(value, "The address is well known");
        String hash = sha256(random.nextInt(values));
        failing.add(hash);
        tenant.indicators().fail(hash, "The file is well known");
      }
    }

    /** Three lists, one after the other. */
    private void play() {
      for (int i = 0; i < 3; i++) {
        List<List<NewIndicator>> desired = desired();
        faults();
        boolean isThrough = false;
        for (int attempt = 0; !isThrough; attempt++) {
          assertThat(attempt).as("attempts").isLessThan(40);
          if (attempt == 12) {
            tenant.faults().clear();
          }
          isThrough = attempt(desired, attempt < 8 && random.nextInt(3) > 0);
        }
        tenant.faults().clear();
        check(desired);
      }
    }

    /** By wish, what it is called by: an address, or the hashes of a file, the longest first. */
    private List<List<NewIndicator>> desired() {
      List<List<NewIndicator>> desired = new ArrayList<>();
      for (int value = 0; value < values; value++) {
        int kind = random.nextInt(12);
        if (kind < 6) {
          desired.add(wish(List.of(IndicatorType.IP_ADDRESS), List.of(Scene.value(value))));
        } else if (kind == 6) {
          desired.add(wish(List.of(IndicatorType.FILE_SHA1), List.of(sha1(value))));
        } else if (kind == 7) {
          desired.add(
              wish(
                  List.of(IndicatorType.FILE_SHA256, IndicatorType.FILE_SHA1),
                  List.of(sha256(value), sha1(value))));
        }
      }
      return desired;
    }

    private List<NewIndicator> wish(List<IndicatorType> types, List<String> names) {
      IndicatorAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
      String title = "title " + random.nextInt(2);
      boolean isHigh = random.nextInt(4) == 0;
      boolean expires = random.nextInt(6) == 0;
      boolean isOfServers = random.nextInt(5) == 0;
      List<NewIndicator> wish = new ArrayList<>();
      for (int i = 0; i < types.size(); i++) {
        NewIndicator one =
            NewIndicator.of(types.get(i), names.get(i), action, title, "description");
        one = isHigh ? one.severity(IndicatorSeverity.HIGH) : one;
        one = expires ? one.expiresAfter(Duration.ofDays(90)) : one;
        wish.add(isOfServers ? one.rbacGroupNames("Servers") : one);
      }
      return wish;
    }

    private static String sha256(int value) {
      return String.format("%064x", value);
    }

    private static String sha1(int value) {
      return String.format("%040x", value);
    }

    private static DesiredList list(List<List<NewIndicator>> desired) {
      DesiredList.Builder list = DesiredList.builder();
      for (List<NewIndicator> wish : desired) {
        if (wish.size() == 1) {
          list.add(wish.get(0));
        } else {
          list.file(wish.toArray(new NewIndicator[0]));
        }
      }
      return list.build();
    }

    private void faults() {
      for (String operation : List.of("list", "import", "batchDelete", "delete")) {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        double probability = random.nextInt(4) == 0 ? 0.5 : 0.1;
        tenant
            .faults()
            .on(
                "indicators." + operation,
                Occurrence.withProbability(probability, random.nextLong()),
                fault);
      }
    }

    /** True if it lived, and all that the plan wanted is as it wanted, but for what fails. */
    private boolean attempt(List<List<NewIndicator>> desired, boolean dies) {
      TimeSource.Signal over = time.newSignal();
      DyingProcess process = new DyingProcess(dies ? 1 + random.nextInt(16) : Long.MAX_VALUE, over);
      try (DefenderClient defender =
          tenant
              .connect(DefenderClient.builder())
              .partner("Contoso", "NetShield", "4.2.0")
              .httpClient(process.client(tenant.httpClient()))
              .build()) {
        IndicatorSync sync =
            IndicatorSync.builder(defender)
                .mark(mark)
                .capacity(capacity)
                .actionChanges(actionChanges)
                .build();
        SyncPlan plan = sync.plan(list(desired));
        SyncHandle handle = sync.begin(plan);
        var unused = handle.end().thenRun(over::fire);
        if (random.nextInt(10) == 0) {
          handle.stop();
        }
        over.await(Long.MAX_VALUE);
        if (process.isDead()) {
          kills++;
          return false;
        }
        SyncReport report = handle.await(Duration.ofDays(1));
        failures += report.items(SyncOutcome.FAILED).size();
        conflicts += plan.lines(SyncAction.CONFLICT).size();
        return report.items().stream().allMatch(this::isSettled);
      } catch (DefenderException failed) {
        kills += process.isDead() ? 1 : 0;
        return false;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    private boolean isSettled(SyncReport.Item item) {
      return switch (item.outcome()) {
        case DONE, KEPT, LEFT_OUT -> true;
        case FAILED ->
            item.line().desired().map(i -> failing.contains(i.indicatorValue())).orElse(false);
        // The shorter hash of a file whose longer one fails.
        case NOT_SENT -> String.valueOf(item.reason()).startsWith("what was to take its place");
        case STALE, UNKNOWN -> false;
      };
    }

    private void check(List<List<NewIndicator>> desired) {
      Map<String, IndicatorView> held = new HashMap<>();
      Map<String, IndicatorView> own = new HashMap<>();
      tenant.indicators().all().forEach(entry -> held.put(entry.id(), entry));
      for (IndicatorView entry : held.values()) {
        if (!ofOthers.containsKey(entry.id())) {
          assertThat(own.put(key(entry), entry)).as("one of each identity: %s", entry).isNull();
        }
      }
      assertThat(held).as("entries of others").containsAllEntriesOf(ofOthers);
      Set<String> taken = new HashSet<>();
      ofOthers.values().forEach(entry -> taken.add(key(entry)));
      int room = capacity - ofOthers.size();
      Map<String, NewIndicator> wished = new HashMap<>();
      Set<String> mayBe = new HashSet<>();
      for (List<NewIndicator> wish : desired) {
        NewIndicator sent = wish.get(0);
        if (wish.stream().anyMatch(one -> taken.contains(key(one)))) {
          wish.forEach(one -> mayBe.add(key(one))); // what was there before it was a conflict
        } else if (wished.size() < room) {
          wished.put(key(sent), sent);
          if (failing.contains(sent.indicatorValue())) {
            wish.forEach(one -> mayBe.add(key(one)));
          }
        }
      }
      for (Map.Entry<String, NewIndicator> wish : wished.entrySet()) {
        IndicatorView entry = own.remove(wish.getKey());
        if (failing.contains(wish.getValue().indicatorValue())) {
          continue; // what is there is of before
        }
        assertThat(entry).as("held: %s", wish.getValue()).isNotNull();
        isAsWished(wish.getValue(), entry);
      }
      own.keySet().removeAll(mayBe);
      assertThat(own).as("nothing else of its own").isEmpty();
      assertThat(tenant.journal().of("indicators.submit")).isEmpty();
    }

    private void isAsWished(NewIndicator wish, IndicatorView entry) {
      assertThat(entry.action()).isEqualTo(wish.action().value());
      assertThat(entry.title()).isEqualTo(wish.title());
      assertThat(entry.description()).startsWith("description");
      if (wish.severity() != null) {
        assertThat(entry.severity()).isEqualTo("High");
      }
      assertThat(entry.expirationTime() != null).isEqualTo(wish.expiresAfter() != null);
      assertThat(entry.application() + entry.description()).containsAnyOf("netshield", "[ns]");
    }

    private String key(IndicatorView entry) {
      return entry.indicatorType() + entry.indicatorValue() + entry.rbacGroupNames();
    }

    private String key(NewIndicator wish) {
      return wish.indicatorType() + wish.indicatorValue() + wish.rbacGroupNames();
    }
  }
}
