package dev.defendersdk.core.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The arithmetic of permits, on one thread whose waiting moves the time. */
class QuotaLedgerTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long FOREVER = Long.MAX_VALUE / 4;
  private static final QuotaKey KEY = new QuotaKey("tenant", "app", "group");

  private final MovingTime time = new MovingTime();
  private final QuotaLedger ledger = new QuotaLedger(time);

  @Test
  void aPermitComesBackOneWindowAfterItsAnswer() throws Exception {
    Quota two = new Quota("group", 2, 1_000);
    QuotaLedger.Permit first = ledger.acquire(KEY, two, FOREVER, until -> {});
    ledger.acquire(KEY, two, FOREVER, until -> {}).answered();
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
    ledger.acquire(KEY, one, FOREVER, until -> {}).neverSent();
    assertThat(acquireAndAnswer(one)).isZero();
  }

  @Test
  void aPermitBeyondTheDeadlineIsRefusedAtOnceWithItsTime() throws Exception {
    Quota one = new Quota("group", 1, 1_000);
    acquireAndAnswer(one);
    assertThatThrownBy(() -> ledger.acquire(KEY, one, 59 * SECOND, until -> {}))
        .isInstanceOfSatisfying(
            QuotaRefused.class, refused -> assertThat(refused.nextNanos() / SECOND).isEqualTo(60));
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
    ledger.acquire(KEY, quota, SECOND, until -> {}).answered();
    assertThat(time.nanos).isLessThan(SECOND / 1_000);
  }

  @Test
  void anObserverThatThrowsHoldsNobodyBack() throws Exception {
    Quota one = new Quota("group", 1, 1_000);
    acquireAndAnswer(one);
    assertThatThrownBy(
            () ->
                ledger.acquire(
                    KEY,
                    one,
                    FOREVER,
                    until -> {
                      throw new AssertionError("broken");
                    }))
        .isInstanceOf(AssertionError.class);
    assertThat(ledger.read(KEY, one).waiting()).isZero();
    assertThat(acquireAndAnswer(one)).isEqualTo(60);
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
    QuotaLedger.Permit permit = ledger.acquire(KEY, quota, FOREVER, until -> {});
    permit.answered();
    return time.nanos / SECOND;
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
