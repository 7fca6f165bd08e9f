package dev.defendersdk.core.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The arithmetic of permits, on one thread whose waiting moves the time. */
class QuotaLedgerTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long FOREVER = Long.MAX_VALUE / 4;
  private static final QuotaKey KEY = new QuotaKey("tenant", "app", "group");

  private final MovingTime time = new MovingTime();
  private final QuotaLedger ledger = new QuotaLedger(time, 1);

  @Test
  void aPermitComesBackOneWindowAfterItsAnswer() throws Exception {
    Quota two = new Quota("group", 2, 1_000);
    Permit first = acquire(two);
    acquire(two).answered();
    time.nanos += 5 * SECOND;
    first.answered();

    // The second call was answered at 0, the first at 5: those are the times to count from.
    assertThat(acquireAndAnswer(two)).isEqualTo(60);
    assertThat(acquireAndAnswer(two)).isEqualTo(65);
    assertThat(acquireAndAnswer(two)).isEqualTo(120);
  }

  @Test
  void theHourBindsWhereTheMinuteDoesNot() throws Exception {
    Quota quota = new Quota("group", 100, 3);
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      times.add(acquireAndAnswer(quota));
    }
    assertThat(times).containsExactly(0L, 0L, 0L, 3_600L, 3_600L, 3_600L, 7_200L);
  }

  @Test
  void aRequestThatNeverReachedTheServiceCostsNothing() throws Exception {
    Quota one = new Quota("group", 1, 1_000);
    acquire(one).neverSent();
    assertThat(acquireAndAnswer(one)).isZero();
  }

  @Test
  void aPermitBeyondTheDeadlineIsRefusedAtOnceWithItsTime() throws Exception {
    Quota one = new Quota("group", 1, 1_000);
    acquireAndAnswer(one);
    assertThat(ledger.request(KEY, one, 59 * SECOND, false).await(time))
        .isInstanceOfSatisfying(
            PermitRequest.Refused.class,
            refused -> assertThat(refused.nextNanos() / SECOND).isEqualTo(60));
    assertThat(time.nanos).isZero();
  }

  @Test
  void aClosedGateHoldsEveryoneBack() throws Exception {
    Quota many = new Quota("group", 100, 1_000);
    ledger.close(KEY, many, 7 * SECOND);
    ledger.close(KEY, many, 3 * SECOND);
    assertThat(acquireAndAnswer(many)).isEqualTo(7);
  }

  @Test
  void groupsTenantsAndApplicationsAreCountedApart() throws Exception {
    Quota one = new Quota("group", 1, 1_000);
    acquireAndAnswer(one);
    for (QuotaKey other :
        List.of(
            new QuotaKey("tenant2", "app", "group"),
            new QuotaKey("tenant", "app2", "group"),
            new QuotaKey("tenant", "app", "group2"))) {
      assertThat(ledger.read(other, one).leftThisMinute()).isEqualTo(1);
    }
    assertThat(ledger.read(KEY, one).leftThisMinute()).isZero();
    assertThat(ledger.read(KEY, one).leftThisHour()).isEqualTo(999);
    assertThat(ledger.read(KEY, one).nextNanos() / SECOND).isEqualTo(60);
  }

  @Test
  void aClockThatGoesOnBetweenTwoReadingsDoesNotKeepThePermitBack() throws Exception {
    time.step = 1_000;
    Quota quota = new Quota("group", 100, 1_000);
    acquire(quota).answered();
    assertThat(time.nanos).isLessThan(SECOND / 1_000);
  }

  @Test
  void whoeverGivesUpHoldsNobodyBack() throws Exception {
    Quota one = new Quota("group", 1, 1_000);
    acquireAndAnswer(one);
    PermitRequest leaving = ledger.request(KEY, one, FOREVER, false);
    PermitRequest staying = ledger.request(KEY, one, FOREVER, false);
    AtomicInteger woken = new AtomicInteger();
    assertThat(leaving.look(() -> {}).value()).isNull();
    assertThat(staying.look(woken::incrementAndGet).value()).isNull();
    assertThat(ledger.read(KEY, one).waiting()).isEqualTo(2);

    leaving.abandon();

    assertThat(woken).hasValue(1);
    assertThat(ledger.read(KEY, one).waiting()).isEqualTo(1);
    assertThat(staying.await(time)).isInstanceOf(PermitRequest.Granted.class);
    assertThat(time.nanos / SECOND).isEqualTo(60);
  }

  @Test
  void bulkWorkLeavesAFifthOfTheQuotaToOthers() throws Exception {
    Quota ten = new Quota("group", 10, 1_000);
    for (int i = 0; i < 8; i++) {
      acquire(ten, true).answered();
    }
    assertThat(time.nanos).isZero();
    assertThat(ledger.request(KEY, ten, FOREVER, true).atOnce()).as("a ninth for bulk").isNull();

    acquire(ten).answered();
    acquire(ten).answered();
    assertThat(time.nanos).as("two urgent ones need not wait").isZero();

    acquire(ten, true);
    assertThat(time.nanos / SECOND).isEqualTo(60);
  }

  @Test
  void bulkWorkThatWaitsLetsEveryoneElsePass() throws Exception {
    Quota five = new Quota("group", 5, 1_000);
    List<PermitRequest> bulk = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      PermitRequest request = ledger.request(KEY, five, FOREVER, true);
      bulk.add(request);
      request.look(() -> {});
    }
    for (int minute = 0; minute < 3; minute++) {
      time.nanos = minute * 61 * SECOND;
      assertThat(acquireAndAnswer(five)).as("seconds").isEqualTo(minute * 61);
    }
    bulk.forEach(PermitRequest::abandon);
    assertThat(ledger.read(KEY, five).waiting()).isZero();
  }

  @Test
  void aProcessKeepsToItsShareAndHasAtLeastOneCall() throws Exception {
    QuotaLedger quarter = new QuotaLedger(time, 0.25);
    assertThat(quarter.read(KEY, new Quota("group", 100, 1_500)).leftThisMinute()).isEqualTo(25);
    assertThat(quarter.read(KEY, new Quota("group", 100, 1_500)).leftThisHour()).isEqualTo(375);
    QuotaKey rare = new QuotaKey("tenant", "app", "rare");
    assertThat(quarter.read(rare, new Quota("rare", 1, 2)).leftThisHour()).isEqualTo(1);
  }

  @Test
  void aTenantThatLeftIsForgottenAloneAndWhole() throws Exception {
    Quota two = new Quota("group", 2, 1_000);
    Permit running = acquire(two);
    QuotaKey other = new QuotaKey("tenant2", "app", "group");
    ledger.request(other, two, FOREVER, false).atOnce();

    ledger.forget("tenant");

    assertThat(ledger.read(KEY, two).leftThisMinute()).isEqualTo(2);
    assertThat(ledger.read(other, two).leftThisMinute()).isEqualTo(1);
    running.answered(); // harms nobody
    assertThat(ledger.read(KEY, two).leftThisMinute()).isEqualTo(2);
  }

  @Test
  void oneGroupHasOneQuota() throws Exception {
    acquireAndAnswer(new Quota("group", 1, 1_000));
    assertThatThrownBy(() -> acquireAndAnswer(new Quota("group", 2, 1_000)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("perMinute=1")
        .hasMessageContaining("perMinute=2");
  }

  private long acquireAndAnswer(Quota quota) throws Exception {
    acquire(quota).answered();
    return time.nanos / SECOND;
  }

  private Permit acquire(Quota quota) throws Exception {
    return acquire(quota, false);
  }

  private Permit acquire(Quota quota, boolean forBulk) throws Exception {
    PermitRequest request = ledger.request(KEY, quota, FOREVER, forBulk);
    Permit atOnce = request.atOnce();
    return atOnce != null ? atOnce : ((PermitRequest.Granted) request.await(time)).permit();
  }

  /** Time that moves when somebody waits. */
  private static final class MovingTime implements TimeSource {

    private long nanos;
    private long step;

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
      nanos += step;
      return nanos;
    }

    @Override
    public RandomGenerator random() {
      return new SplittableRandom(1);
    }

    @Override
    public Signal newSignal() {
      return new Signal() {
        @Override
        public void fire() {}

        @Override
        public boolean await(long deadlineNanos) {
          nanos = Math.max(nanos, deadlineNanos);
          return false;
        }
      };
    }

    @Override
    public Span begin() {
      return () -> {};
    }

    @Override
    public Runnable tracked(Runnable task) {
      return task;
    }
  }
}
