package dev.defendersdk.testkit;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.internal.time.VirtualExecutor;
import dev.defendersdk.testkit.internal.time.WaitingRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only when everybody waits: three days of waiting take as long as the work
 * between the waits.
 *
 * <p>Time stands still while anything <em>known</em> runs, and jumps to the earliest deadline as
 * soon as all that is known waits. Known are tasks that passed through {@link #tracked}, the
 * threads of {@link #run(int, Runnable)} and of {@link #newExecutor}, a thread inside {@link
 * #run(Runnable)} or {@link #call}, and open spans of {@link #begin}. A thread that is not known
 * holds time never; its own waits work all the same. So let the code under test start from a known
 * thread, and use {@link #blocking} around what blocks by other means than a {@link
 * TimeSource.Signal}.
 *
 * <p>Waiters are woken one at a time, by deadline and then in the order in which they came. A
 * thread that waits inside an exchange of {@link SimulatedTenant#httpClient()} does not let the
 * spans that it opened itself hold time meanwhile.
 *
 * <p>{@link #nanos()} starts below zero, to show code that compares two readings wrongly. A
 * deadline of more than 100 years, and {@link Long#MAX_VALUE}, mean "no deadline".
 *
 * <p>Safe for use by many threads.
 */
public final class VirtualTime implements TimeSource {

  private final Instant start;
  private final WaitingRoom room;
  private final SplittableRandom source;
  private final RandomGenerator random = this::nextLong;

  private VirtualTime(Instant start, long seed, boolean handDriven) {
    this.start = Objects.requireNonNull(start, "start");
    this.room = new WaitingRoom(handDriven);
    this.source = new SplittableRandom(seed);
  }

  /**
   * Time that starts at the given instant and passes by itself; random numbers from seed 1.
   *
   * @param start the first reading of {@link #now()}, in UTC
   */
  public static VirtualTime startingAt(Instant start) {
    return new VirtualTime(start, 1, false);
  }

  /**
   * Time that starts at the given instant and passes by itself.
   *
   * @param start the first reading of {@link #now()}, in UTC
   * @param seed of the random numbers that {@link #random()} hands out
   */
  public static VirtualTime startingAt(Instant start, long seed) {
    return new VirtualTime(start, seed, false);
  }

  /**
   * Time that passes only by {@link #advance}; random numbers from seed 1.
   *
   * @param start the first reading of {@link #now()}, in UTC
   */
  public static VirtualTime handDriven(Instant start) {
    return new VirtualTime(start, 1, true);
  }

  @Override
  public Instant now() {
    return start.plusNanos(room.elapsed());
  }

  @Override
  public long nanos() {
    return room.nanos();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Signal newSignal() {
    return room.newSignal();
  }

  @Override
  public Span begin() {
    return room.begin();
  }

  @Override
  public Runnable tracked(Runnable task) {
    return room.tracked(Objects.requireNonNull(task, "task"));
  }

  /**
   * Moves time on by the given span, waking on the way whoever is due, each before the next.
   * Returns when the span has passed and nothing known runs.
   *
   * @param span how far; nothing happens if it is zero
   * @throws IllegalArgumentException if the span is negative
   * @throws InterruptedException if the thread is interrupted meanwhile; time may have moved in
   *     part
   */
  public void advance(Duration span) throws InterruptedException {
    if (span.isNegative()) {
      throw new IllegalArgumentException(
          "span is " + span + ": time goes forward only; give zero or more");
    }
    room.advance(span.toNanos());
  }

  /** Runs the task on the calling thread, which is known while it runs. */
  public void run(Runnable task) {
    room.tracked(Objects.requireNonNull(task, "task")).run();
  }

  /**
   * Runs the task on the calling thread, which is known while it runs.
   *
   * @return what the task returns
   * @throws Exception what the task throws
   */
  public <T extends @Nullable Object> T call(Callable<T> task) throws Exception {
    FutureTask<T> future = new FutureTask<>(Objects.requireNonNull(task, "task"));
    run(future);
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /**
   * Runs the task on so many new threads and waits for all of them. All are known before the first
   * one starts, and each begins when all before it wait or have ended: as long as they wait for
   * deadlines alone, they run in the same order each time.
   *
   * @param threads how many, at least 1
   * @throws IllegalArgumentException if there are fewer than 1 threads
   * @throws InterruptedException if the calling thread is interrupted; the threads then go on
   * @throws RuntimeException or an {@link Error}: the first one that a task threw, the others as
   *     suppressed
   */
  public void run(int threads, Runnable task) throws InterruptedException {
    Objects.requireNonNull(task, "task");
    if (threads < 1) {
      throw new IllegalArgumentException(
          "threads is " + threads + ": at least one must run the task; give 1 or more");
    }
    List<Throwable> failures = new ArrayList<>();
    AtomicInteger left = new AtomicInteger(threads);
    Signal over = newSignal();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Runnable tracked =
          tracked(
              () -> {
                runAndKeepFailure(task, failures);
                if (left.decrementAndGet() == 0) {
                  over.fire();
                }
              });
      Thread thread = new Thread(tracked, "virtual-" + i);
      thread.setDaemon(true);
      all.add(thread);
    }
    all.forEach(Thread::start);
    over.await(Long.MAX_VALUE);
    synchronized (failures) {
      rethrow(failures);
    }
  }

  /**
   * A pool of so many daemon threads whose tasks are known from the moment they are handed over.
   * The caller shuts it down.
   *
   * @param threads how many, at least 1
   */
  public ExecutorService newExecutor(int threads) {
    AtomicInteger number = new AtomicInteger();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(task, "virtual-pool-" + number.getAndIncrement());
          thread.setDaemon(true);
          return thread;
        };
    return new VirtualExecutor(room, threads, factory);
  }

  /**
   * Runs what blocks by other means than a signal, such as joining a thread or taking the result of
   * a future, so that the calling thread does not hold time while it blocks.
   *
   * @return what the task returns
   * @throws Exception what the task throws
   */
  public <T extends @Nullable Object> T blocking(Callable<T> task) throws Exception {
    return room.blocking(Objects.requireNonNull(task, "task"));
  }

  /** The present time, and who waits for what: for the message of a test that hangs. */
  @Override
  public String toString() {
    return "VirtualTime[" + now() + ", " + room + "]";
  }

  WaitingRoom room() {
    return room;
  }

  private long nextLong() {
    synchronized (source) {
      return source.nextLong();
    }
  }

  private void runAndKeepFailure(Runnable task, List<Throwable> failures) {
    try {
      room.takeTurn();
      task.run();
    } catch (Throwable e) {
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  private static void rethrow(List<Throwable> failures) {
    if (failures.isEmpty()) {
      return;
    }
    Throwable first = failures.get(0);
    failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException exception) {
      throw exception;
    }
    throw new IllegalStateException(first);
  }
}
