package dev.defendersdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.time.TimeSource.Signal;
import dev.defendersdk.core.time.TimeSource.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualTimeTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time = VirtualTime.startingAt(START);

  @Test
  void aWaitOfThreeDaysTakesNoTimeAndEndsAtItsDeadline() throws InterruptedException {
    boolean fired = time.newSignal().await(after(Duration.ofDays(3)));

    assertThat(fired).isFalse();
    assertThat(time.now()).isEqualTo(START.plus(Duration.ofDays(3)));
  }

  @Test
  void aSignalThatHasFiredEndsEveryWaitAtOnce() throws InterruptedException {
    Signal signal = time.newSignal();
    signal.fire();

    assertThat(signal.await(after(Duration.ofHours(1)))).isTrue();
    assertThat(signal.await(time.nanos() - 1)).isTrue();
    assertThat(time.now()).isEqualTo(START);
  }

  @Test
  void aDeadlineThatHasPassedEndsTheWaitAtOnce() throws InterruptedException {
    assertThat(time.newSignal().await(time.nanos())).isFalse();
    assertThat(time.newSignal().await(time.nanos() - 1)).isFalse();
    assertThat(time.now()).isEqualTo(START);
  }

  @Test
  void nanosAndNowMoveTogether() throws InterruptedException {
    long before = time.nanos();

    time.newSignal().await(before + 1_234_567_891L);

    assertThat(time.nanos() - before).isEqualTo(1_234_567_891L);
    assertThat(time.now()).isEqualTo(START.plusNanos(1_234_567_891L));
  }

  @RepeatedTest(20)
  void sixtyFourThreadsWakeInOrderOfTheirDeadlinesAndSeeExactlyThem() throws InterruptedException {
    List<Long> order = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger number = new AtomicInteger();
    long start = time.nanos();

    time.run(
        64,
        () -> {
          long mine = number.getAndIncrement();
          long deadline = start + (mine * 37 % 64 + 1) * 1_000_000_000L;
          await(time.newSignal(), deadline);
          assertThat(time.nanos()).isEqualTo(deadline);
          order.add(deadline);
        });

    assertThat(order).hasSize(64).isSorted();
    assertThat(time.now()).isEqualTo(START.plusSeconds(64));
  }

  @RepeatedTest(20)
  void waitersOfOneDeadlineWakeInTheOrderInWhichTheyCame() throws InterruptedException {
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger number = new AtomicInteger();
    long start = time.nanos();

    time.run(
        32,
        () -> {
          int mine = number.getAndIncrement();
          // Each comes at an instant of its own, so their order is known.
          await(time.newSignal(), start + 1_000 + mine);
          await(time.newSignal(), start + 1_000_000);
          order.add(mine);
        });

    assertThat(order).hasSize(32).isSorted();
  }

  @RepeatedTest(20)
  void aSignalThatAnotherThreadFiresEndsTheWaitWhereTimeStandsThen() throws InterruptedException {
    Signal signal = time.newSignal();
    AtomicInteger number = new AtomicInteger();
    AtomicInteger woken = new AtomicInteger();
    long start = time.nanos();

    time.run(
        64,
        () -> {
          if (number.getAndIncrement() == 0) {
            await(time.newSignal(), start + 5_000_000_000L);
            signal.fire();
          } else {
            assertThat(await(signal, start + 3_600_000_000_000L)).isTrue();
            assertThat(time.nanos() - start).isEqualTo(5_000_000_000L);
            woken.incrementAndGet();
          }
        });

    assertThat(woken).hasValue(63);
    assertThat(time.now()).isEqualTo(START.plusSeconds(5));
  }

  @Test
  void timeStandsStillWhileATaskIsOnItsWayToItsThread() throws Exception {
    AtomicReference<Instant> seen = new AtomicReference<>();
    Runnable handedOver = time.tracked(() -> seen.set(time.now()));
    Thread waiter = new Thread(() -> await(time.newSignal(), after(Duration.ofHours(1))));
    waiter.start();

    Thread worker = new Thread(handedOver);
    worker.start();
    worker.join();
    waiter.join();

    assertThat(seen.get()).isEqualTo(START);
    assertThat(time.now()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void timeStandsStillWhileASpanIsOpen() throws Exception {
    Span span = time.begin();
    Signal signal = time.newSignal();
    Thread waiter = new Thread(() -> await(time.newSignal(), after(Duration.ofHours(1))));
    waiter.start();
    Thread firer =
        new Thread(
            () -> {
              assertThat(time.now()).isEqualTo(START);
              signal.fire();
            });

    firer.start();
    assertThat(signal.await(after(Duration.ofMinutes(1)))).isTrue();
    assertThat(time.now()).isEqualTo(START);

    span.close();
    span.close();
    waiter.join();
    assertThat(time.now()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void anInterruptEndsTheWaitAndClearsTheFlag() throws Exception {
    CountDownLatch known = new CountDownLatch(1);
    AtomicReference<Object> result = new AtomicReference<>();
    Span still = time.begin();
    Thread waiter =
        new Thread(
            () -> {
              known.countDown();
              try {
                result.set(time.newSignal().await(after(Duration.ofHours(1))));
              } catch (InterruptedException e) {
                result.set(Thread.currentThread().isInterrupted());
              }
            });
    waiter.start();
    known.await();

    waiter.interrupt();
    waiter.join();

    assertThat(result.get()).isEqualTo(false);
    assertThat(time.now()).isEqualTo(START);
    still.close();
  }

  @RepeatedTest(50)
  void timeDoesNotOvertakeAThreadThatHasBeenInterrupted() throws Exception {
    AtomicReference<Thread> first = new AtomicReference<>();
    AtomicInteger number = new AtomicInteger();
    AtomicReference<Instant> interruptedAt = new AtomicReference<>();

    time.run(
        2,
        () -> {
          if (number.getAndIncrement() == 0) {
            first.set(Thread.currentThread());
            try {
              time.newSignal().await(after(Duration.ofHours(9)));
            } catch (InterruptedException e) {
              interruptedAt.set(time.now());
            }
          } else {
            await(time.newSignal(), after(Duration.ofHours(1)));
            Objects.requireNonNull(first.get()).interrupt();
            await(time.newSignal(), after(Duration.ofHours(1)));
          }
        });

    assertThat(interruptedAt.get()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @Test
  void anInterruptedThreadDoesNotEvenBeginToWait() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> time.newSignal().await(after(Duration.ofHours(1))))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void waitersWithoutADeadlineDoNotHoldTheOthers() throws Exception {
    Signal never = time.newSignal();
    Thread stuck = new Thread(() -> await(never, Long.MAX_VALUE));
    stuck.setDaemon(true);
    stuck.start();

    time.newSignal().await(after(Duration.ofDays(1)));

    assertThat(time.now()).isEqualTo(START.plus(Duration.ofDays(1)));
    never.fire();
    stuck.join();
  }

  @Test
  void handDrivenTimePassesOnlyByAdvanceAndWakesWhoeverIsDueOnTheWay() throws Exception {
    VirtualTime byHand = VirtualTime.handDriven(START);
    List<Instant> seen = Collections.synchronizedList(new ArrayList<>());
    ExecutorService pool = byHand.newExecutor(1);
    Future<?> ticks =
        pool.submit(
            () -> {
              for (int i = 0; i < 3; i++) {
                await(byHand.newSignal(), byHand.nanos() + 10_000_000_000L);
                seen.add(byHand.now());
              }
            });

    byHand.advance(Duration.ofSeconds(25));
    assertThat(seen).containsExactly(START.plusSeconds(10), START.plusSeconds(20));
    assertThat(byHand.now()).isEqualTo(START.plusSeconds(25));

    byHand.advance(Duration.ofSeconds(5));
    ticks.get();
    assertThat(seen).hasSize(3);
    pool.shutdown();
    assertThatThrownBy(() -> byHand.advance(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S")
        .hasMessageContaining("give zero or more");
  }

  @Test
  void aKnownThreadHoldsTimeWhileItRunsAndNotWhileItBlocks() throws Exception {
    Signal done = time.newSignal();
    Instant end =
        time.call(
            () -> {
              Thread background =
                  new Thread(
                      time.tracked(
                          () -> {
                            await(time.newSignal(), after(Duration.ofMinutes(50)));
                            done.fire();
                          }));
              background.start();
              Instant before = time.now();
              time.blocking(
                  () -> {
                    background.join();
                    return before;
                  });
              assertThat(before).isEqualTo(START);
              return time.now();
            });

    assertThat(end).isEqualTo(START.plus(Duration.ofMinutes(50)));
    assertThat(done.await(time.nanos())).isTrue();
  }

  @Test
  void aPoolHoldsTimeForTasksThatWaitForAThread() throws Exception {
    ExecutorService pool = time.newExecutor(1);
    List<Instant> seen = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(pool.submit(() -> seen.add(time.now())));
    }
    for (Future<?> one : all) {
      one.get();
    }

    assertThat(seen).hasSize(5).containsOnly(START);
    pool.shutdownNow();
    time.newSignal().await(after(Duration.ofHours(1)));
    assertThat(time.now()).isEqualTo(START.plus(Duration.ofHours(1)));
  }

  @RepeatedTest(5)
  void threadsThatBeginTogetherRunInTheSameOrderEachTime() throws InterruptedException {
    assertThat(sixtyFourRandomWalks()).isEqualTo(sixtyFourRandomWalks());
  }

  private static List<String> sixtyFourRandomWalks() throws InterruptedException {
    VirtualTime time = VirtualTime.startingAt(START, 5);
    List<String> steps = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger number = new AtomicInteger();
    time.run(
        64,
        () -> {
          int mine = number.getAndIncrement();
          for (int i = 0; i < 5; i++) {
            await(time.newSignal(), time.nanos() + time.random().nextLong(1, 1_000_000_000L));
            steps.add(mine + " at " + time.nanos());
          }
        });
    return steps;
  }

  @Test
  void theFirstFailureOfManyThreadsIsThrownAndTheOthersAreSuppressed() {
    assertThatThrownBy(
            () ->
                time.run(
                    3,
                    () -> {
                      throw new IllegalStateException("mine");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
    assertThatThrownBy(() -> time.run(0, () -> {})).hasMessageContaining("give 1 or more");
  }

  @Test
  void randomNumbersFollowFromTheSeed() {
    long first = VirtualTime.startingAt(START, 7).random().nextLong();

    assertThat(VirtualTime.startingAt(START, 7).random().nextLong()).isEqualTo(first);
    assertThat(VirtualTime.startingAt(START, 8).random().nextLong()).isNotEqualTo(first);
  }

  @Test
  void itsTextSaysWhoWaitsForWhat() {
    assertThat(time.toString()).contains("2026-01-01T00:00:00Z").contains("waiting 0");
  }

  private long after(Duration span) {
    return time.nanos() + span.toNanos();
  }

  private static boolean await(Signal signal, long deadline) {
    try {
      return signal.await(deadline);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
