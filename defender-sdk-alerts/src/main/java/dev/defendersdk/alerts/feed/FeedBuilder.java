package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says how a feed is to run, and starts it. Only its name and its store must be given. For one
 * thread.
 *
 * @param <T> what it hands over
 */
public final class FeedBuilder<T> {

  private final DefenderClient defender;
  private final Source<T> source;
  private @Nullable String name;
  private @Nullable CheckpointStore store;
  private FeedStart start = FeedStart.checkpointOrNow();
  private Duration overlap = Duration.ofMinutes(30);
  private FailurePolicy failures = FailurePolicy.stop().after(5);
  private int pageSize;
  private int batchSize = 100;
  private Duration fastest = Duration.ofSeconds(15);
  private Duration slowest = Duration.ofMinutes(2);
  private @Nullable String replica;
  private Duration lease = Duration.ofMinutes(1);
  private Consumer<FeedNotice> listener = notice -> {};

  FeedBuilder(DefenderClient defender, Source<T> source) {
    this.defender = defender;
    this.source = source;
    this.pageSize = Math.min(1_000, source.largestPage());
  }

  /**
   * The feed's name: its checkpoint is found by it.
   *
   * @param name 1 to 64 letters, digits, dots, hyphens and underscores
   */
  public FeedBuilder<T> name(String name) {
    this.name = Names.ofFeed(name);
    return this;
  }

  /** Where its checkpoint is kept. */
  public FeedBuilder<T> store(CheckpointStore store) {
    this.store = Check.notNull(store, "store");
    return this;
  }

  /** Where it begins; at the checkpoint, or now, by default. */
  public FeedBuilder<T> start(FeedStart start) {
    this.start = Check.notNull(start, "start");
    return this;
  }

  /**
   * The window: what becomes visible so long after its last update, or sooner, is not lost. 30
   * minutes by default; the service states no figure. Every poll looks back a tenth of it; every
   * quarter of it, one looks back twice as far as it, so that {@link FeedProgress#latest()} and
   * {@link FeedProgress#afterWindow()} can say whether it is wide enough. What has been handed over
   * within that time is in the checkpoint, with some 60 bytes each.
   *
   * @param overlap a second to 7 days
   */
  public FeedBuilder<T> overlap(Duration overlap) {
    this.overlap = between(overlap, Duration.ofSeconds(1), Duration.ofDays(7), "overlap");
    return this;
  }

  /** What happens when the handler throws; it stops after 5 attempts by default. */
  public FeedBuilder<T> onFailure(FailurePolicy policy) {
    this.failures = Check.notNull(policy, "policy");
    return this;
  }

  /**
   * How many are asked for at a time, and held in memory at the most: 1,000 by default, or what the
   * service allows if that is less. The next page is asked for when the handler has taken all of
   * one.
   *
   * @param pageSize 1 to 10,000 for Defender's alerts, 1,000 for Graph's, 50 for incidents
   */
  public FeedBuilder<T> pageSize(int pageSize) {
    this.pageSize = Check.between(pageSize, 1, source.largestPage(), "pageSize");
    return this;
  }

  /**
   * After how many the checkpoint is saved, and at the end of each poll: so many may come again
   * after a kill. 100 by default; after a fiftieth of what is in the checkpoint, if that is more.
   *
   * @param batchSize 1 to 100,000
   */
  public FeedBuilder<T> batchSize(int batchSize) {
    this.batchSize = Check.between(batchSize, 1, 100_000, "batchSize");
    return this;
  }

  /**
   * How long it waits between polls: the shorter time as long as there is news, and longer and
   * longer, up to the longer time, where there is none. 15 seconds and 2 minutes by default. Its
   * calls take four fifths of the quota at the most, and wait for it as long as it takes.
   *
   * @param fastest a second or more
   * @param slowest not shorter, up to a day
   */
  public FeedBuilder<T> pollEvery(Duration fastest, Duration slowest) {
    Duration longest = Duration.ofDays(1);
    this.slowest = between(slowest, Duration.ofSeconds(1), longest, "slowest");
    this.fastest = between(fastest, Duration.ofSeconds(1), slowest, "fastest");
    return this;
  }

  /**
   * Lets several replicas be started of which one runs: a replica that does not hold the lease
   * stands by, and takes over when the one that holds it gives it back, or has not renewed it for
   * so long. One that cannot show any more that it holds it, for its store does not answer, hands
   * nothing over and stands by as well. Without it, the process that starts last goes on, and the
   * one before ends as {@link FeedEnd.Reason#REPLACED}. Either way none saves over the checkpoint
   * of the one that goes on.
   *
   * @param replica the replica's own name, unlike that of any other; one that is started again
   *     under its name does not wait for its former self
   * @param span 5 seconds to an hour; it is renewed every quarter of it
   */
  public FeedBuilder<T> lease(String replica, Duration span) {
    this.replica = Names.ofFeed(replica);
    this.lease = between(span, Duration.ofSeconds(5), Duration.ofHours(1), "span");
    return this;
  }

  /**
   * Is told what the feed has to report, on a background thread that it must not keep. What it
   * throws is ignored.
   */
  public FeedBuilder<T> onNotice(Consumer<FeedNotice> listener) {
    this.listener = Check.notNull(listener, "listener");
    return this;
  }

  /**
   * Starts the feed. It runs until it is stopped, fails for good, or the client is closed.
   *
   * @throws IllegalArgumentException if it has no name or no store
   * @throws IllegalStateException if the store holds a checkpoint that is damaged, of a later
   *     version, or of another tenant, list or feed; if there is none and the feed is to begin at
   *     one; if the client is closed
   * @throws RuntimeException what the store throws
   */
  public FeedHandle start(FeedHandler<? super T> handler) {
    Check.notNull(handler, "handler");
    FeedSettings settings =
        new FeedSettings(
            Check.notNull(name, "name"),
            Check.notNull(store, "store"),
            start,
            overlap,
            failures,
            pageSize,
            batchSize,
            fastest,
            slowest,
            replica,
            lease,
            listener);
    return new FeedRun<>(defender, source, settings, handler).begin();
  }

  private static Duration between(Duration span, Duration least, Duration most, String name) {
    if (Check.positive(span, name).compareTo(least) < 0 || span.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name
              + " is "
              + span
              + ": it must be between "
              + least
              + " and "
              + most
              + ". Pass a duration within these.");
    }
    return span;
  }
}
