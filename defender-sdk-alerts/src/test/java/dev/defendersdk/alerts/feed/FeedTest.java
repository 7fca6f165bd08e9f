package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.DeadlineException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a feed promises, against a scripted list. */
@Timeout(300)
class FeedTest {

  private static final Instant START = Scene.START;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private Scene scene = new Scene(time, false);

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void handsOverWhatIsThereAndThenWhatComes() throws Exception {
    scene.source.raise("b", START.minus(HOUR));
    scene.source.raise("a", START.minusSeconds(5));
    scene.source.raise("c", START.plus(HOUR));
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    assertThat(scene.ids()).containsExactly("b", "a");

    scene.pass(HOUR.plus(Duration.ofMinutes(2)));
    assertThat(scene.ids()).containsExactly("b", "a", "c");
    assertThat(feed.progress().delivered()).isEqualTo(3);
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    assertThat(feed.progress().lag()).isLessThan(Duration.ofMinutes(3));

    FeedEnd end = feed.stop(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(end.error()).isEmpty();
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.ENDED);
  }

  @Test
  void whatAClosingClientInterruptsIsNeitherParkedNorFollowedByMore() throws Exception {
    for (int i = 0; i < 20; i++) {
      scene.source.raise("id" + i, START.minusSeconds(100 - i));
    }
    List<String> begun = new CopyOnWriteArrayList<>();
    TimeSource.Signal never = time.newSignal();
    FeedHandle feed =
        scene
            .feed()
            .onFailure(FailurePolicy.park())
            .start(
                state -> {
                  begun.add(state.id());
                  if (begun.size() == 3) {
                    never.await(Long.MAX_VALUE);
                  }
                });
    scene.pass(MINUTE);
    assertThat(begun).hasSize(3);
    scene.close();
    FeedEnd end = feed.await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).containsInstanceOf(ClosedException.class);
    assertThat(begun).hasSize(3);
    assertThat(feed.parked()).isEmpty();
    assertThat(end.progress().delivered()).isEqualTo(2);
  }

  @Test
  void aChangeComesAgainAndOnlyThat() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    scene.source.raise("a", START.plus(HOUR));
    scene.source.raise("b", START.minus(HOUR));
    scene.start();
    scene.pass(Duration.ofHours(5));
    assertThat(scene.ids()).containsExactly("a", "b", "a");
  }

  @Test
  void theOrderWithinAPollIsThatOfTheLastUpdate() throws Exception {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 500; i++) {
      scene.source.raise(
          "id" + random.nextInt(100_000), START.minusSeconds(random.nextInt(1, 1_000_000)));
    }
    scene.feed().pageSize(20).start(scene.taken::add);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.taken)
        .isSortedAccordingTo((one, other) -> one.lastUpdate().compareTo(other.lastUpdate()));
  }

  @Test
  void ofSeveralAtOneInstantNoneIsLostAlsoOverPages() throws Exception {
    for (int i = 0; i < 95; i++) {
      scene.source.raise("id" + i, START.minus(HOUR));
    }
    scene.source.raise("before", START.minus(HOUR).minusNanos(100));
    scene.source.raise("after", START.minus(HOUR).plusNanos(100));
    scene.feed().pageSize(10).start(scene.taken::add);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.twice()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatLeavesAnInstantWhileItIsReadHidesNothing(boolean ordered) throws Exception {
    scene.close();
    scene = new Scene(time, ordered);
    for (int i = 10; i < 70; i++) {
      scene.source.raise("id" + i, START.minus(HOUR));
    }
    AtomicInteger pages = new AtomicInteger();
    // Each page that is read of it, one of those on an earlier page changes.
    scene.source.afterEachPage =
        () -> {
          int page = pages.incrementAndGet();
          if (page % 2 == 0 && page < 40) {
            scene.source.raiseNow("id" + (9 + page / 2));
          }
        };
    scene.feed().pageSize(10).start(scene.taken::add);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.twice()).isZero();
  }

  @Test
  void whatComesLateWithinTheWindowIsHandedOverAndMeasured() throws Exception {
    FeedHandle feed = scene.feed().overlap(Duration.ofMinutes(30)).start(scene.taken::add);
    for (int i = 0; i < 300; i++) {
      scene.source.raise("id" + i, START.plus(MINUTE.multipliedBy(i)));
    }
    Instant stamp = START.plus(Duration.ofMinutes(70)).plusSeconds(7);
    scene.source.raise("late", stamp, stamp.plus(Duration.ofMinutes(21)));
    scene.pass(Duration.ofHours(6));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(feed.progress().late()).isEqualTo(1);
    // It was not yet to be seen at the last poll before it was.
    assertThat(feed.progress().latest()).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(21));
    assertThat(feed.progress().afterWindow()).isZero();
    assertThat(scene.notices).isEmpty();
  }

  @Test
  void whatComesAfterTheWindowIsReportedAsSuch() throws Exception {
    FeedHandle feed = scene.feed().overlap(Duration.ofMinutes(30)).start(scene.taken::add);
    for (int i = 0; i < 300; i++) {
      scene.source.raise("id" + i, START.plus(MINUTE.multipliedBy(i)));
    }
    Instant stamp = START.plus(Duration.ofMinutes(70)).plusSeconds(7);
    scene.source.raise("later", stamp, stamp.plus(Duration.ofMinutes(50)));
    scene.pass(Duration.ofHours(6));
    assertThat(scene.ids()).contains("later");
    assertThat(feed.progress().afterWindow()).isEqualTo(1);
    assertThat(scene.notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(FeedNotice.Kind.AFTER_WINDOW);
              assertThat(notice.id()).isEqualTo("later");
              assertThat(notice.lastUpdate()).isEqualTo(stamp);
              assertThat(notice.span()).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
            });
  }

  @Test
  void aWrongClockLosesNothing() throws Exception {
    // The service's time is an hour behind this machine's, which is beyond the window.
    FeedHandle feed =
        scene.feed().start(FeedStart.at(START.minus(Duration.ofHours(3)))).start(scene.taken::add);
    for (int i = 0; i < 300; i++) {
      Instant comes = START.plus(MINUTE.multipliedBy(i));
      scene.source.raise("id" + i, comes.minus(HOUR), comes.plusSeconds(i % 600));
    }
    scene.pass(Duration.ofHours(6));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(feed.progress().late()).isPositive();
    assertThat(feed.progress().latest()).isLessThan(Duration.ofMinutes(10));
    assertThat(feed.progress().afterWindow()).isZero();
    assertThat(scene.notices).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 33, 37, 65})
  void whatMayHaveComeAfterTheWindowIsReported(int minutes) throws Exception {
    FeedHandle feed = scene.feed().overlap(Duration.ofMinutes(30)).start(scene.taken::add);
    for (int i = 0; i < 300; i++) {
      scene.source.raise("id" + i, START.plus(MINUTE.multipliedBy(i)));
    }
    int count = 20;
    for (int i = 0; i < count; i++) {
      Instant stamp = START.plus(Duration.ofMinutes(70 + 3L * i)).plusSeconds(7);
      scene.source.raise("late" + i, stamp, stamp.plus(MINUTE.multipliedBy(minutes)));
    }
    scene.pass(Duration.ofHours(6));
    int found = (int) scene.ids().stream().filter(id -> id.startsWith("late")).count();
    if (minutes < 60) { // as far as it looks back
      assertThat(found).isEqualTo(count);
    } else {
      assertThat(found).isPositive();
    }
    int maybe = scene.notices(FeedNotice.Kind.MAYBE_AFTER_WINDOW).size();
    assertThat(feed.progress().afterWindow() + maybe).isEqualTo(found);
    assertThat(scene.notices(FeedNotice.Kind.AFTER_WINDOW))
        .hasSize((int) feed.progress().afterWindow());
    assertThat(scene.notices)
        .allMatch(notice -> notice.id().startsWith("late"))
        .allMatch(notice -> notice.span().compareTo(Duration.ofMinutes(30)) > 0);
  }

  @Test
  void whatBearsNoTimeIsHandedOverOnceAndReported() throws Exception {
    for (int i = 0; i < 60; i++) {
      String id = "id" + (i + 10);
      scene.source.raise(id, START.minus(HOUR).plusSeconds(i));
      if (i < 45) {
        scene.source.untimed.add(id); // pages that are full of them
      }
    }
    FeedHandle feed = scene.feed().pageSize(10).start(scene.taken::add);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.twice()).isZero();
    assertThat(scene.notices(FeedNotice.Kind.UNTIMED))
        .extracting(FeedNotice::id)
        .containsExactlyInAnyOrderElementsOf(scene.source.untimed);
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
  }

  @Test
  void timesToComeAreHandedOverToo() throws Exception {
    scene.source.raise("future", START.plus(Duration.ofDays(400)), START);
    scene.source.raise("a", START.plus(HOUR));
    scene.source.raise("b", START.plus(HOUR).minusSeconds(60), START.plus(HOUR).plusSeconds(600));
    scene.start();
    scene.pass(Duration.ofHours(3));
    assertThat(scene.ids()).containsExactly("future", "a", "b");
  }

  @Test
  void beginsNow() throws Exception {
    scene.source.raise("before", START.minusSeconds(1));
    scene.source.raise("after", START.plusSeconds(1));
    scene.source.raise("changed", START.minus(HOUR));
    scene.source.raise("changed", START.plus(HOUR));
    scene.feed().start(FeedStart.now()).start(scene.taken::add);
    scene.pass(Duration.ofHours(2));
    assertThat(scene.ids()).containsExactly("after", "changed");
  }

  @Test
  void goesOnAtTheCheckpoint() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    scene.source.raise("b", START.plus(HOUR));
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    feed.stop(MINUTE);
    scene.pass(Duration.ofHours(10));
    assertThat(scene.ids()).containsExactly("a");

    scene.feed().start(FeedStart.checkpoint()).start(scene.taken::add);
    scene.pass(MINUTE);
    assertThat(scene.ids()).containsExactly("a", "b");
  }

  @Test
  void aCheckpointThatIsAskedForMustBeThere() {
    assertThatThrownBy(() -> scene.feed().start(FeedStart.checkpoint()).start(scene.taken::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("there is no checkpoint of feed siem");
  }

  @Test
  void beginsAnewWhereItIsTold() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    feed.stop(MINUTE);
    scene.feed().start(FeedStart.at(START.minus(Duration.ofHours(2)))).start(scene.taken::add);
    scene.pass(MINUTE);
    assertThat(scene.ids()).containsExactly("a", "a");
  }

  @Test
  void refusesTheCheckpointOfAnother() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    feed.stop(MINUTE);
    FeedBuilder<?> otherTenant =
        new FeedBuilder<>(scene.defender.forTenant("fabrikam.example"), scene.source)
            .name("siem")
            .store(scene.store);
    assertThatThrownBy(() -> otherTenant.start(state -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of tenant \"fabrikam.example\"")
        .hasMessageContaining("store, of its own");
    // Not even where it would be overwritten.
    assertThatThrownBy(() -> otherTenant.start(FeedStart.now()).start(state -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of tenant");

    CheckpointStore store = scene.store;
    CheckpointStore.Saved saved = store.load("siem").orElseThrow();
    store.save("other", saved.text(), 0);
    assertThatThrownBy(() -> scene.feed().name("other").start(scene.taken::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "the checkpoint is of feed \"siem\", and this feed is of feed \"other\"");
  }

  @Test
  void refusesADamagedCheckpoint() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    feed.stop(MINUTE);
    CheckpointStore.Saved saved = scene.store.load("siem").orElseThrow();
    String whole = saved.text();
    List<String> damaged =
        List.of(
            whole.substring(0, whole.length() / 2),
            whole.replaceFirst("origin 2026", "origin 2025"),
            whole.substring(0, whole.length() - 1),
            "");
    long version = saved.version();
    for (String text : damaged) {
      version = scene.store.save("siem", text, version);
      assertThatThrownBy(() -> scene.start())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(text.isEmpty() ? "is no checkpoint" : "is damaged");
      FeedEnd end = scene.feed().start(FeedStart.now()).start(scene.taken::add).stop(MINUTE);
      assertThat(end.reason()).as("where it is told to begin").isEqualTo(FeedEnd.Reason.STOPPED);
      version = scene.store.load("siem").orElseThrow().version();
    }
    version =
        scene.store.save(
            "siem", whole.replace("defender-sdk-feed 1", "defender-sdk-feed 2"), version);
    assertThatThrownBy(() -> scene.start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a later version wrote it");
  }

  @Test
  void aHandlerThatFailsIsTriedAgainWithPauses() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    List<Instant> attempts = new ArrayList<>();
    FeedHandle feed =
        scene
            .feed()
            .onFailure(FailurePolicy.stop().after(4).pauses(Duration.ofSeconds(10), MINUTE))
            .start(
                state -> {
                  attempts.add(time.now());
                  if (attempts.size() < 4) {
                    throw new IllegalStateException("not yet");
                  }
                });
    scene.pass(Duration.ofMinutes(5));
    assertThat(attempts).hasSize(4);
    assertThat(Duration.between(attempts.get(0), attempts.get(1)))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(Duration.between(attempts.get(2), attempts.get(3)))
        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
    assertThat(feed.progress().delivered()).isEqualTo(1);
    assertThat(scene.notices(FeedNotice.Kind.HELD)).hasSize(3);
  }

  @Test
  void aHandlerThatFailsForGoodStopsTheFeedAndTheEntityComesAgain() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    scene.source.raise("b", START.minusSeconds(60));
    FeedHandle feed =
        scene
            .feed()
            .onFailure(FailurePolicy.stop())
            .start(
                state -> {
                  if (state.id().equals("b")) {
                    throw new IllegalStateException("no room");
                  }
                  scene.taken.add(state);
                });
    FeedEnd end = feed.await(HOUR);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).containsInstanceOf(IllegalStateException.class);
    scene.start();
    scene.pass(MINUTE);
    assertThat(scene.ids()).containsExactly("a", "b");
  }

  @Test
  void whatFailsIsParkedAndHandedOverAgainWhenAskedFor() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    scene.source.raise("b", START.minusSeconds(60));
    scene.source.raise("c", START.minusSeconds(50));
    AtomicInteger failures = new AtomicInteger();
    FeedHandler<ScriptedSource.State> failing =
        state -> {
          if (!state.id().equals("c") && failures.incrementAndGet() <= 2) {
            throw new IllegalStateException("no room for " + state.id());
          }
          scene.taken.add(state);
        };
    FeedHandle feed = scene.feed().onFailure(FailurePolicy.park()).start(failing);
    scene.pass(MINUTE);
    assertThat(scene.ids()).containsExactly("c");
    assertThat(feed.progress().parked()).isEqualTo(2);
    assertThat(feed.parked())
        .anySatisfy(
            parked -> {
              assertThat(parked.id()).isEqualTo("a");
              assertThat(parked.failure()).contains("no room for a");
            });
    assertThat(scene.notices(FeedNotice.Kind.PARKED)).hasSize(2);

    feed.stop(MINUTE); // what is parked is in the checkpoint
    FeedHandle again = scene.feed().onFailure(FailurePolicy.park()).start(failing);
    scene.pass(MINUTE);
    assertThat(again.progress().parked()).isEqualTo(2);
    scene.source.raiseNow("b"); // its next change is taken
    scene.pass(Duration.ofMinutes(5));
    assertThat(scene.ids()).containsExactly("c", "b");
    assertThat(again.progress().parked()).isEqualTo(1);

    again.retryParked();
    scene.pass(Duration.ofSeconds(2));
    assertThat(scene.ids()).containsExactly("c", "b", "a");
    assertThat(again.progress().parked()).isZero();
  }

  @Test
  void aHandlerThatFailsWithEverythingIsNotLeftParkingForEver() throws Exception {
    for (int i = 0; i < 1_500; i++) {
      scene.source.raise("id" + i, START.minusSeconds(60 + i));
    }
    FeedHandle feed =
        scene
            .feed()
            .onFailure(FailurePolicy.park())
            .start(
                state -> {
                  throw new IllegalStateException("broken");
                });
    FeedEnd end = feed.await(HOUR);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.progress().parked()).isEqualTo(1_000);
  }

  @Test
  void theNextPageWaitsForTheHandler() throws Exception {
    for (int i = 0; i < 100; i++) {
      scene.source.raise("id" + i, START.minusSeconds(60 + i));
    }
    AtomicInteger most = new AtomicInteger();
    scene
        .feed()
        .pageSize(10)
        .start(
            state -> {
              int asked = scene.source.queries.size();
              time.newSignal().await(time.nanos() + Duration.ofMinutes(1).toNanos());
              most.accumulateAndGet(scene.source.queries.size() - asked, Math::max);
              scene.taken.add(state);
            });
    scene.pass(Duration.ofHours(3));
    assertThat(scene.taken).hasSize(100);
    assertThat(most).hasValue(0);
  }

  @Test
  void stopsWhenTheHandlerHasReturnedAndSavesWhatItTook() throws Exception {
    for (int i = 0; i < 100; i++) {
      scene.source.raise("id" + i, START.minusSeconds(600 - i));
    }
    TimeSource.Signal third = time.newSignal();
    TimeSource.Signal goOn = time.newSignal();
    FeedHandle feed =
        scene
            .feed()
            .start(
                state -> {
                  if (scene.taken.size() == 2) {
                    third.fire();
                    goOn.await(Long.MAX_VALUE);
                  }
                  scene.taken.add(state);
                });
    third.await(Long.MAX_VALUE);
    assertThatThrownBy(() -> feed.stop(Duration.ofSeconds(5)))
        .isInstanceOf(DeadlineException.class)
        .hasMessageContaining("feed siem of scripted has not ended");
    goOn.fire();
    assertThat(feed.await(MINUTE).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(scene.taken).hasSize(3);

    scene.start();
    scene.pass(MINUTE);
    assertThat(scene.taken).hasSize(100);
    assertThat(scene.twice()).isZero();
  }

  @Test
  void stopsWhileItWaitsForAnAnswer() throws Exception {
    scene.source.latency = Duration.ofDays(2);
    FeedHandle feed = scene.start();
    scene.pass(MINUTE);
    Instant asked = time.now();
    assertThat(feed.stop(MINUTE).reason()).isEqualTo(FeedEnd.Reason.STOPPED);
    assertThat(time.now()).isEqualTo(asked);
  }

  @Test
  void endsWithTheClient() throws Exception {
    FeedHandle feed = scene.start();
    scene.pass(Duration.ofMinutes(10));
    scene.defender.close();
    FeedEnd end = feed.await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).isPresent();
  }

  @Test
  void pollsOftenWhenThereIsNewsAndSeldomWhenThereIsNone() throws Exception {
    scene.feed().pollEvery(Duration.ofSeconds(10), Duration.ofMinutes(5)).start(scene.taken::add);
    scene.pass(Duration.ofHours(2));
    int atFirst = scene.source.queries.size();
    scene.pass(Duration.ofHours(2));
    int quiet = scene.source.queries.size() - atFirst;
    assertThat(quiet).isBetween(20, 30);
    for (int i = 0; i < 720; i++) {
      scene.source.raise("id" + i, time.now().plusSeconds(10L * i));
    }
    scene.pass(Duration.ofHours(2));
    int busy = scene.source.queries.size() - atFirst - quiet;
    assertThat(busy).isBetween(500, 760);
  }

  @Test
  void waitsForAServiceThatFails() throws Exception {
    scene.source.raise("a", START.minus(HOUR));
    scene.source.outage = query -> time.now().isBefore(START.plus(HOUR));
    FeedHandle feed = scene.start();
    scene.pass(HOUR.minus(MINUTE));
    assertThat(scene.taken).isEmpty();
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.HELD);
    assertThat(scene.notices(FeedNotice.Kind.HELD)).isNotEmpty();
    int asked = scene.source.queries.size();
    assertThat(asked).isLessThan(60);
    scene.pass(Duration.ofMinutes(8));
    assertThat(scene.ids()).containsExactly("a");
    assertThat(feed.progress().poison()).isZero();
  }

  @Test
  void stopsWhereNoRepetitionHelps() throws Exception {
    scene.source.outage = query -> true;
    scene.source.error = ErrorReport.of(ErrorKind.FORBIDDEN).status(403).toException();
    FeedEnd end = scene.start().await(MINUTE);
    assertThat(end.reason()).isEqualTo(FeedEnd.Reason.FAILED);
    assertThat(end.error()).hasValue(scene.source.error);
  }
}
