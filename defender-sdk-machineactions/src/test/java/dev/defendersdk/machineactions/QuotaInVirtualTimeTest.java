package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.QuotaReading;
import dev.defendersdk.core.SharedLimits;
import dev.defendersdk.core.error.QuotaException;
import dev.defendersdk.core.error.ThrottledException;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The service's quotas are kept on this side, so that it never has to say 429. */
class QuotaInVirtualTimeTest {

  private static final int CALLS = 10_000;
  private static final int THREADS = 64;

  /**
   * 10,000 calls of 64 threads at 100 a minute and 1,500 an hour, each on the way for 0 to 2
   * seconds each way. No schedule that keeps to 1,500 in any hour and 100 in any minute, as the
   * service counts them, ends before six hours and nine minutes: 9,000 calls take six whole hours
   * before the last 1,000 may begin, and those take nine more minutes.
   */
  @ParameterizedTest
  @EnumSource(Quotas.Windows.class)
  void tenThousandCallsGetNot429AndTakeTheLeastTime(Quotas.Windows windows) throws Exception {
    long seed = 20_261_124L;
    SimulatedTenant tenant =
        Tenants.virtual()
            .seed(seed)
            .machines(1)
            .transit(Duration.ZERO, Duration.ofSeconds(2))
            .quotas(Quotas.documented().with(windows))
            .build();
    String id = tenant.machines().ids().get(0);
    Duration least = Duration.ofHours(6).plusMinutes(9);

    try (DefenderClient defender = Tenants.client(tenant).deadline(Duration.ofDays(1)).build()) {
      MachinesClient machines = new MachinesClient(defender);
      AtomicInteger left = new AtomicInteger(CALLS);
      Tenants.timeOf(tenant)
          .run(
              THREADS,
              () -> {
                while (left.getAndDecrement() > 0) {
                  machines.get(id);
                }
              });
    }

    Duration taken = Duration.between(Tenants.START, tenant.time().now());
    assertThat(tenant.journal().of("machines.get")).as("seed %d", seed).hasSize(CALLS);
    assertThat(tenant.journal().count(429)).as("seed %d", seed).isZero();
    assertThat(tenant.journal().of("signIn.token")).hasSizeLessThanOrEqualTo(8);
    assertThat(taken).as("seed %d", seed).isBetween(least, least.multipliedBy(101).dividedBy(100));
  }

  @Test
  void aCallThatWouldWaitBeyondItsDeadlineFailsAtOnceWithTheTimeOfTheNextPermit() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      String id = tenant.machines().ids().get(0);
      for (int i = 0; i < 100; i++) {
        machines.get(id);
      }

      CallOptions short_ = CallOptions.defaults().deadline(Duration.ofSeconds(30));
      assertThatThrownBy(() -> machines.get(id, short_))
          .isInstanceOfSatisfying(
              QuotaException.class,
              e -> {
                assertThat(e.isRetryable()).isTrue();
                assertThat(e.attempts()).isZero();
                assertThat(e.nextPermit().orElseThrow())
                    .isBetween(Tenants.START.plusSeconds(60), Tenants.START.plusSeconds(61));
              });
      assertThat(tenant.time().now()).isEqualTo(Tenants.START);

      // Within the default deadline of two minutes it waits, in order.
      machines.get(id);
      assertThat(tenant.time().now()).isAfterOrEqualTo(Tenants.START.plusSeconds(60));
    }
    assertThat(tenant.journal().count(429)).isZero();
  }

  @Test
  void whatIsLeftCanBeRead() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      for (int i = 0; i < 30; i++) {
        machines.get(tenant.machines().ids().get(0));
      }
      QuotaReading reading = defender.quota(MachineOperations.GET);
      assertThat(reading).isEqualTo(new QuotaReading(70, 1_470, Tenants.START, 0));
      assertThat(defender.quota(MachineOperations.LIST).leftThisMinute()).isEqualTo(100);
      assertThat(defender.forTenant("fabrikam.com").quota(MachineOperations.GET).leftThisMinute())
          .isEqualTo(100);
    }
  }

  @Test
  void clientsThatShareLimitsAreCountedTogether() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    SharedLimits limits = SharedLimits.create(tenant.time());
    String id = tenant.machines().ids().get(0);
    try (DefenderClient one = Tenants.client(tenant).limits(limits).build();
        DefenderClient other = Tenants.client(tenant).limits(limits).build()) {
      for (int i = 0; i < 60; i++) {
        new MachinesClient(one).get(id);
        new MachinesClient(other).get(id);
      }
    }
    assertThat(tenant.journal().count(429)).isZero();
    assertThat(tenant.journal().count(200)).isEqualTo(120 + tokens(tenant));
  }

  @Test
  void a429ThatComesAllTheSameClosesTheGateForEveryone() throws Exception {
    // Another program uses the same quota: the service says 429 although none is due.
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .quotas(Quotas.unlimited())
            .fault(
                "machines.get",
                Occurrence.nth(1),
                Fault.status(429).retryAfter(Duration.ofSeconds(17)))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      String id = tenant.machines().ids().get(0);
      machines.get(id);
      Instant first = tenant.journal().of("machines.get").get(1).arrived();
      assertThat(first).isEqualTo(Tenants.START.plusSeconds(17));
    }
  }

  @Test
  void aHintBeyondTheDeadlineIsPassedOnAtOnce() {
    SimulatedTenant tenant =
        Tenants.virtual()
            .machines(1)
            .fault(
                "machines.get",
                Occurrence.always(),
                Fault.status(429).retryAfter(Duration.ofMinutes(10)))
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      String id = tenant.machines().ids().get(0);
      assertThatThrownBy(() -> machines.get(id))
          .isInstanceOfSatisfying(
              ThrottledException.class,
              e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(10)));
      assertThat(tenant.time().now()).isEqualTo(Tenants.START);

      // The gate is closed now: the next call is not even sent.
      assertThatThrownBy(() -> machines.get(id)).isInstanceOf(QuotaException.class);
      assertThat(tenant.journal().of("machines.get")).hasSize(1);
    }
  }

  private static long tokens(SimulatedTenant tenant) {
    return tenant.journal().of("signIn.token").size();
  }
}
