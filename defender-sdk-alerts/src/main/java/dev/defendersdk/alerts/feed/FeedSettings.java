package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is to run.
 *
 * @param replica null without a lease
 */
record FeedSettings(
    String name,
    CheckpointStore store,
    FeedStart start,
    Duration overlap,
    FailurePolicy failures,
    int pageSize,
    int batchSize,
    Duration fastest,
    Duration slowest,
    @Nullable String replica,
    Duration lease,
    Consumer<FeedNotice> listener) {

  /** How far back every poll looks. */
  Duration nearLookBack() {
    return overlap.dividedBy(10);
  }

  /** How far back some polls look: twice the window, to see whether it is wide enough. */
  Duration farLookBack() {
    return overlap.multipliedBy(2);
  }

  /** How often they do. */
  Duration farInterval() {
    return overlap.dividedBy(4);
  }
}
