package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two replicas of one feed: one runs, and none saves over what the other one saved. */
@Timeout(300)
class LeaseTest {

  private static final Instant START = Scene.START;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SPAN = Duration.ofSeconds(40);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private final CheckpointStore shared = CheckpointStore.memory();
  private final CutOff storeOfA = new CutOff(shared);
  private final Scene a = new Scene(time, false, storeOfA);
  private final Scene b = new Scene(time, false, new CutOff(shared));

  /** A store that a process reaches, or does not. */
  private static final class CutOff implements CheckpointStore {

    private final CheckpointStore store;
    private volatile boolean cut;
    private volatile boolean losesAnswers;

    private CutOff(CheckpointStore store) {
      this.store = store;
    }

    @Override
    public Optional<Saved> load(String name) {
      check(cut);
      return store.load(name);
    }

    @Override
    public long save(String name, String text, long version) {
      check(cut);
      long next = store.save(name, text, version);
      check(losesAnswers);
      return next;
    }

    private static void check(boolean fails) {
      if (fails) {
        throw new IllegalStateException("the store does not answer");
      }
    }
  }

  @AfterEach
  void close() {
    a.close();
    b.close();
  }

  private void raise(String id) {
    a.source.raiseNow(id);
    b.source.raiseNow(id);
  }

  private static FeedHandle start(Scene scene, String replica) {
    return scene
        .feed()
        .start(FeedStart.checkpointOr(START.minus(MINUTE)))
        .lease(replica, SPAN)
        .start(scene.taken::add);
  }

  @Test
  void oneRunsAndTheOtherStandsBy() throws Exception {
    start(a, "a");
    a.pass(Duration.ofSeconds(5));
    FeedHandle second = start(b, "b");
    for (int i = 0; i < 100; i++) {
      raise("id" + i);
      a.pass(MINUTE);
    }
    assertThat(a.taken).hasSize(100);
    assertThat(b.taken).isEmpty();
    assertThat(second.progress().phase()).isEqualTo(FeedPhase.STANDBY);
  }

  @Test
  void theOtherTakesOverAtOnceWhereTheLeaseIsGivenBack() throws Exception {
    FeedHandle first = start(a, "a");
    a.pass(Duration.ofSeconds(5));
    start(b, "b");
    raise("one");
    a.pass(MINUTE);
    first.stop(MINUTE);
    raise("two");
    a.pass(SPAN.dividedBy(2));
    assertThat(a.ids()).containsExactly("one");
    assertThat(b.ids()).containsExactly("two");
  }

  @Test
  void theOtherTakesOverWhenTheFirstIsGone() throws Exception {
    start(a, "a");
    a.pass(Duration.ofSeconds(5));
    FeedHandle second = start(b, "b");
    raise("one");
    a.pass(MINUTE);
    storeOfA.cut = true;
    a.close(); // killed
    raise("two");
    a.pass(SPAN.minusSeconds(15));
    assertThat(b.taken).isEmpty();
    a.pass(SPAN);
    assertThat(b.ids()).containsExactly("two");
    assertThat(second.progress().phase()).isEqualTo(FeedPhase.IDLE);
  }

  @Test
  void oneThatIsStartedAgainDoesNotWaitForItsFormerSelf() throws Exception {
    start(a, "a");
    a.pass(Duration.ofSeconds(5));
    storeOfA.cut = true;
    a.close();
    raise("one");
    start(b, "a");
    a.pass(Duration.ofSeconds(5));
    assertThat(b.ids()).containsExactly("one");
  }

  @Test
  void oneThatCannotRenewItStopsBeforeTheOtherBegins() throws Exception {
    FeedHandle first = start(a, "a");
    a.pass(Duration.ofSeconds(5));
    start(b, "b");
    storeOfA.cut = true;
    a.pass(SPAN);
    assertThat(first.progress().phase()).isIn(FeedPhase.STANDBY, FeedPhase.HELD);
    raise("one");
    a.pass(Duration.ofMinutes(3));
    assertThat(a.taken).isEmpty();
    assertThat(b.ids()).containsExactly("one");
  }

  @Test
  void oneThatLostItStandsByAndComesBackWhenTheOtherIsGone() throws Exception {
    FeedHandle first = start(a, "a");
    a.pass(Duration.ofSeconds(5));
    FeedHandle second = start(b, "b");
    storeOfA.cut = true;
    a.pass(SPAN.multipliedBy(3));
    raise("one");
    a.pass(MINUTE);
    storeOfA.cut = false;
    a.pass(MINUTE);
    assertThat(first.progress().phase()).isEqualTo(FeedPhase.STANDBY);
    second.stop(MINUTE);
    raise("two");
    a.pass(MINUTE);
    assertThat(b.ids()).containsExactly("one");
    assertThat(a.ids()).containsExactly("two");
    assertThat(first.stop(MINUTE).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
  }

  @Test
  void anOutageOfTheStoreEndsNoReplica() throws Exception {
    FeedHandle only = start(a, "a");
    a.pass(Duration.ofSeconds(5));
    storeOfA.cut = true;
    a.pass(SPAN.multipliedBy(5));
    storeOfA.cut = false;
    raise("one");
    a.pass(MINUTE.multipliedBy(2));
    assertThat(a.ids()).containsExactly("one");
    assertThat(only.progress().phase()).isEqualTo(FeedPhase.IDLE);
  }

  @Test
  void anAnswerOfTheStoreThatIsLostIsNoLossOfTheLease() throws Exception {
    FeedHandle first = start(a, "a");
    a.pass(Duration.ofSeconds(5));
    storeOfA.losesAnswers = true; // it saves all the same
    a.pass(Duration.ofSeconds(25));
    storeOfA.losesAnswers = false;
    raise("one");
    a.pass(Duration.ofMinutes(5));
    assertThat(first.progress().phase()).isEqualTo(FeedPhase.IDLE);
    assertThat(a.ids()).containsExactly("one");
  }

  @Test
  void aHandlerThatHangsLongerThanTheLeaseSavesNothingOverTheOthers() throws Exception {
    TimeSource.Signal goOn = time.newSignal();
    raise("one");
    raise("two");
    FeedHandle first =
        a.feed()
            .lease("a", SPAN)
            .start(
                state -> {
                  goOn.await(Long.MAX_VALUE);
                  a.taken.add(state);
                });
    a.pass(MINUTE.multipliedBy(2));
    assertThat(first.progress().phase()).isEqualTo(FeedPhase.READING);
    storeOfA.cut = true; // it hangs as a whole
    start(b, "b");
    a.pass(MINUTE.multipliedBy(2));
    assertThat(b.ids()).containsExactlyInAnyOrder("one", "two");
    String saved = shared.load("siem").orElseThrow().text();
    storeOfA.cut = false;
    goOn.fire();
    a.pass(Duration.ofSeconds(5));
    assertThat(first.progress().phase()).isEqualTo(FeedPhase.STANDBY);
    assertThat(a.taken).hasSize(1);
    assertThat(shared.load("siem").orElseThrow().text()).isEqualTo(saved);
  }

  @Test
  void withoutALeaseTheOneThatStartsLastGoesOn() throws Exception {
    FeedHandle first = a.start();
    a.pass(MINUTE);
    FeedHandle second = b.start();
    b.pass(Duration.ofSeconds(10));
    for (int i = 0; i < 10; i++) {
      raise("id" + i);
    }
    a.pass(Duration.ofMinutes(10));
    FeedEnd end = first.await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.REPLACED);
    assertThat(end.error()).isPresent();
    assertThat(b.taken).hasSize(10);
    assertThat(second.progress().phase()).isEqualTo(FeedPhase.IDLE);
  }

  @Test
  void aStoreThatFailsHoldsTheFeedAndNoMore() throws Exception {
    FeedHandle first = a.start();
    a.pass(MINUTE);
    raise("one");
    storeOfA.losesAnswers = true;
    a.pass(Duration.ofMinutes(10));
    assertThat(first.progress().phase()).isEqualTo(FeedPhase.HELD);
    storeOfA.losesAnswers = false;
    storeOfA.cut = true;
    a.pass(Duration.ofMinutes(10));
    raise("two");
    storeOfA.cut = false;
    a.pass(Duration.ofMinutes(10));
    assertThat(a.ids()).containsExactly("one", "two");
    assertThat(first.progress().phase()).isEqualTo(FeedPhase.IDLE);
  }
}
