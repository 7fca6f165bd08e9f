package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.testkit.SimulatedCloud;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

/**
 * A partner's many tenants in one process: a few threads serve all of them, and one that does not
 * answer keeps none of the others waiting.
 */
class ManyTenantsTest {

  private static final int TENANTS = Boolean.getBoolean("soak") ? 10_000 : 1_000;
  private static final int SILENT = TENANTS / 100;
  private static final int THREADS = 16;
  private static final int ROUNDS = 5;
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final String APPLICATION = "8a7f5ed2-6a1b-4f0c-9d3e-0c1b2a39485f";

  private final VirtualTime time = VirtualTime.startingAt(Tenants.START, 20_261_124L);
  private final SimulatedCloud cloud =
      SimulatedCloud.builder()
          .time(time)
          .seed(20_261_124L)
          .transit(Duration.ZERO, Duration.ofMillis(200))
          .build();

  @Test
  void aFewThreadsServeAllTenantsAndASilentOneHoldsNobodyUp() throws Exception {
    List<SimulatedTenant> tenants = new ArrayList<>();
    for (int i = 0; i < TENANTS; i++) {
      // Half of the silent ones do not even let one sign in.
      String silent = i >= SILENT ? null : i % 2 == 0 ? "machines.list" : "signIn.token";
      tenants.add(
          cloud.addTenant(
              t -> {
                t.clientId(APPLICATION).clientSecret("secret").machines(1);
                return silent == null
                    ? t
                    : t.fault(silent, Occurrence.always(), Fault.stalledHeaders());
              }));
    }
    Set<String> threads = ConcurrentHashMap.newKeySet();
    AtomicLong longestNanos = new AtomicLong();
    AtomicInteger served = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger mostThreads = new AtomicInteger();
    try (DefenderClient defender =
        Tenants.client(tenants.get(0)).backgroundThreads(THREADS).build()) {
      time.call(
          () -> {
            for (int i = 0; i < TENANTS; i++) {
              SimulatedTenant tenant = tenants.get(i);
              boolean silent = i < SILENT;
              boolean counts = i % 50 == 0;
              Background background = defender.forTenant(tenant.tenantId()).background();
              Duration first = INTERVAL.multipliedBy(i).dividedBy(TENANTS);
              new Feed(
                      background,
                      silent,
                      longest -> longestNanos.accumulateAndGet(longest, Math::max),
                      ok -> {
                        (ok ? served : failed).incrementAndGet();
                        threads.add(Thread.currentThread().getName());
                        if (counts) {
                          mostThreads.accumulateAndGet(threadsOfTheSdk(), Math::max);
                        }
                      })
                  .beginAfter(first);
            }
            time.newSignal().await(time.nanos() + INTERVAL.multipliedBy(ROUNDS + 1).toNanos() - 1);
            return null;
          });
    }
    assertThat(served).as("polls of those who answer").hasValue((TENANTS - SILENT) * ROUNDS);
    assertThat(failed).as("polls of the silent ones").hasValueGreaterThanOrEqualTo(SILENT);
    assertThat(Duration.ofNanos(longestNanos.get()))
        .as("from when a poll was due to its answer, two trips of up to 200 ms each way")
        .isLessThan(Duration.ofSeconds(5));
    assertThat(threads).as("threads that carried polls on").hasSizeLessThanOrEqualTo(THREADS);
    // Sixteen sign-ins at once and as many that have just ended, the silent ones that lent their
    // places, and one for the time.
    assertThat(mostThreads)
        .as("threads of the SDK at once")
        .hasValueLessThanOrEqualTo(THREADS + 2 * 16 + SILENT / 2 + 1);
  }

  @Test
  void aTenantThatLeftIsForgottenAndBeginsAnewWhenItComesBack() {
    SimulatedTenant tenant =
        cloud.addTenant(t -> t.clientId(APPLICATION).clientSecret("secret").machines(1));
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      DefenderClient customer = defender.forTenant(tenant.tenantId());
      Call<List<Machine>> list = Call.of(MachineOperations.LIST);
      customer.execute(list);
      assertThat(customer.quota(MachineOperations.LIST).leftThisMinute()).isEqualTo(99);

      customer.forgetTenant();

      assertThat(customer.quota(MachineOperations.LIST).leftThisMinute()).isEqualTo(100);
      customer.execute(list);
      assertThat(tenant.journal().of("signIn.token")).hasSize(2);
    }
  }

  private static int threadsOfTheSdk() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("defender-sdk-"))
            .count();
  }

  /** Polls a tenant again and again, as a feed does, and measures how late each answer comes. */
  private final class Feed {

    private final Background background;
    private final boolean silent;
    private final LongConsumer late;
    private final Consumer<Boolean> over;
    private int round;

    Feed(Background background, boolean silent, LongConsumer late, Consumer<Boolean> over) {
      this.background = background;
      this.silent = silent;
      this.late = late;
      this.over = over;
    }

    void beginAfter(Duration delay) {
      long due = time.nanos() + delay.toNanos();
      background.after(delay, () -> poll(due));
    }

    private void poll(long due) {
      background
          .forEachPage(Call.of(MachineOperations.LIST), CallOptions.defaults(), page -> true)
          .whenComplete(
              (nothing, failure) -> {
                if (!silent) {
                  late.accept(time.nanos() - due);
                }
                over.accept(failure == null);
                if (++round < ROUNDS) {
                  Duration left = Duration.ofNanos(due + INTERVAL.toNanos() - time.nanos());
                  beginAfter(left.isNegative() ? Duration.ZERO : left);
                }
              });
    }
  }
}
