package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The last save of a feed that ends, where its store does not answer. */
@Timeout(300)
class FeedStopTest {

  private static final Instant START = Scene.START;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LEASE = Duration.ofSeconds(20);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private final Away store = new Away();
  private final Scene scene = new Scene(time, false, store);

  @AfterEach
  void close() {
    scene.close();
  }

  /** A store that is away for a while. */
  private final class Away implements CheckpointStore {

    private final CheckpointStore store = CheckpointStore.memory();
    private final List<Instant> refused = new ArrayList<>();
    private Instant until = Instant.MIN;

    @Override
    public Optional<Saved> load(String name) {
      return store.load(name);
    }

    @Override
    public long save(String name, String text, long version) {
      if (time.now().isBefore(until)) {
        refused.add(time.now());
        throw new IllegalStateException("the store is away");
      }
      return store.save(name, text, version);
    }
  }

  /** A feed that is asked to stop with its third of ten, when the store goes away. */
  private FeedHandle stopsWithTheThird(Duration away) {
    for (int i = 0; i < 10; i++) {
      scene.source.raise("id" + i, START.minusSeconds(100 - i));
    }
    AtomicReference<FeedHandle> feed = new AtomicReference<>();
    feed.set(
        scene
            .feed()
            .start(
                state -> {
                  scene.taken.add(state);
                  if (scene.taken.size() == 3) {
                    store.until = time.now().plus(away);
                    feed.get().stop();
                  }
                }));
    return feed.get();
  }

  @Test
  void isTriedAgain() throws Exception {
    FeedEnd end = stopsWithTheThird(Duration.ofSeconds(20)).await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(end.error()).isEmpty();
    assertThat(end.isSaved()).isTrue();
    assertThat(scene.ids()).containsExactly("id0", "id1", "id2");

    scene.start();
    scene.pass(MINUTE);
    assertThat(scene.taken).hasSize(10);
    assertThat(scene.twice()).isZero();
  }

  @Test
  void isToldIfItFailsForHalfAMinute() throws Exception {
    FeedEnd end = stopsWithTheThird(Duration.ofDays(1)).await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).get().hasToString("java.lang.IllegalStateException: the store is away");
    assertThat(end.isSaved()).isFalse();
    Instant first = store.refused.get(0);
    assertThat(Duration.between(first, time.now()))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));

    store.until = Instant.MIN;
    scene.start();
    scene.pass(MINUTE);
    assertThat(scene.twice()).isEqualTo(3);
  }

  @Test
  void isTriedAsLongAsTheStopMayTake() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    store.until = time.now().plus(Duration.ofMinutes(9));
    assertThat(feed.stop(Duration.ofMinutes(10)).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
  }

  @Test
  void isTriedForHalfAMinuteWhereTheStopIsToTakeLess() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    store.until = time.now().plusSeconds(2);
    assertThatThrownBy(() -> feed.stop(Duration.ofMillis(500)))
        .isInstanceOf(DeadlineException.class);
    FeedEnd end = feed.await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(end.isSaved()).isTrue();

    FeedHandle other = scene.start();
    scene.pass(MINUTE);
    store.refused.clear();
    store.until = Instant.MAX;
    Instant asked = time.now();
    assertThatThrownBy(() -> other.stop(Duration.ofSeconds(7)))
        .isInstanceOf(DeadlineException.class);
    assertThat(other.await(MINUTE).isSaved()).isFalse();
    assertThat(store.refused).hasSizeGreaterThan(4);
    assertThat(Duration.between(asked, time.now()))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
  }

  @Test
  void isTriedUntilTheLatestOfAllStops() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    store.until = time.now().plus(Duration.ofMinutes(5));
    feed.stop();
    scene.pass(Duration.ofSeconds(10)); // the last save is being tried by now
    assertThatThrownBy(() -> feed.stop(Duration.ofSeconds(1)))
        .isInstanceOf(DeadlineException.class);
    FeedEnd end = feed.stop(Duration.ofMinutes(10));
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(end.isSaved()).isTrue();
  }

  @Test
  void isToldBesideWhatTheFeedFailedWith() throws Exception {
    scene.source.raise("a", START.minusSeconds(9));
    FeedHandle feed =
        scene
            .feed()
            .onFailure(FailurePolicy.stop())
            .start(
                state -> {
                  store.until = Instant.MAX;
                  throw new IllegalStateException("no room");
                });
    FeedEnd end = feed.await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).get().hasToString("java.lang.IllegalStateException: no room");
    assertThat(end.isSaved()).isFalse();
  }

  @Test
  void isNotWaitedForWhereTheClientIsClosed() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    store.until = Instant.MAX;
    Instant asked = time.now();
    scene.close();
    FeedEnd end = feed.await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.isSaved()).isFalse();
    assertThat(time.now()).isEqualTo(asked);
  }

  /** A feed with a lease, whose store goes away with its third of ten. */
  private FeedHandle losesTheStoreWithTheThird(Duration away) throws Exception {
    for (int i = 0; i < 10; i++) {
      scene.source.raise("id" + i, START.minusSeconds(100 - i));
    }
    FeedHandle feed =
        scene
            .feed()
            .lease("a", LEASE)
            .start(
                state -> {
                  scene.taken.add(state);
                  if (scene.taken.size() == 3) {
                    store.until = time.now().plus(away);
                  }
                });
    scene.pass(Duration.ofSeconds(2));
    assertThat(scene.taken).hasSize(10);
    return feed;
  }

  private void nothingComesAgain() throws Exception {
    scene.feed().lease("a", LEASE).start(scene.taken::add);
    scene.pass(MINUTE);
    assertThat(scene.taken).hasSize(10);
  }

  @Test
  void outlastsTheLeaseThatIsOverBecauseTheStoreIsAway() throws Exception {
    FeedHandle feed = losesTheStoreWithTheThird(MINUTE);
    FeedEnd end = feed.stop(Duration.ofMinutes(10));
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(end.error()).isEmpty();
    assertThat(end.isSaved()).isTrue();
    nothingComesAgain();
  }

  @Test
  void tellsTheStoresFailureWhereTheLeaseIsOverToo() throws Exception {
    FeedHandle feed = losesTheStoreWithTheThird(Duration.ofDays(1));
    FeedEnd end = feed.stop(Duration.ofMinutes(10));
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).get().hasToString("java.lang.IllegalStateException: the store is away");
    assertThat(end.isSaved()).isFalse();
  }

  @Test
  void doesNotSaveOverWhatAnotherReplicaSavedMeanwhile() throws Exception {
    FeedHandle feed = losesTheStoreWithTheThird(Duration.ofMinutes(3));
    try (Scene other = new Scene(time, false, store.store)) {
      other.source.raiseNow("of another");
      FeedHandle next = other.feed().lease("b", LEASE).start(other.taken::add);
      FeedEnd end = feed.stop(Duration.ofMinutes(10));
      assertThat(end.reason()).isEqualTo(FeedEnd.Reason.REPLACED);
      assertThat(end.isSaved()).isFalse();
      assertThat(other.ids()).containsExactly("of another");
      assertThat(store.load("siem").orElseThrow().text()).contains("of+another");
      assertThat(next.stop(MINUTE).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    }
  }

  @Test
  void isMadeByOneThatStandsByIfNoneHasGoneOn() throws Exception {
    FeedHandle feed = losesTheStoreWithTheThird(MINUTE);
    scene.pass(Duration.ofSeconds(50));
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.STANDBY);
    FeedEnd end = feed.stop(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(end.isSaved()).isTrue();
    nothingComesAgain();
  }

  @Test
  void isToldToHaveFailedByOneThatStandsByAndDoesNotReachTheStore() throws Exception {
    FeedHandle feed = losesTheStoreWithTheThird(Duration.ofDays(1));
    scene.pass(MINUTE);
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.STANDBY);
    FeedEnd end = feed.stop(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).get().hasToString("java.lang.IllegalStateException: the store is away");
    assertThat(end.isSaved()).isFalse();
  }

  @Test
  void isToldToComeAgainByOneThatStandsByAfterAnotherHasGoneOn() throws Exception {
    FeedHandle feed = losesTheStoreWithTheThird(MINUTE);
    scene.pass(Duration.ofSeconds(30));
    try (Scene other = new Scene(time, false, store.store)) {
      other.feed().lease("b", LEASE).start(other.taken::add);
      other.pass(MINUTE.multipliedBy(2));
      assertThat(feed.progress().phase()).isEqualTo(FeedPhase.STANDBY);
      FeedEnd end = feed.stop(MINUTE);
      assertThat(end.reason()).isEqualTo(FeedEnd.Reason.REPLACED);
      assertThat(end.isSaved()).isFalse();
    }
  }
}
