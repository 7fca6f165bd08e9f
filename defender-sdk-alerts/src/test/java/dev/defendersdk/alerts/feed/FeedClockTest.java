package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How late something came is measured by the service's time, whatever this machine's clock says.
 */
@Timeout(300)
class FeedClockTest {

  private static final Instant START = Scene.START;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private final Scene scene = new Scene(time, false);

  @AfterEach
  void close() {
    scene.close();
  }

  /** An update a minute for five hours, as the service stamps them. */
  private void updates(Duration serviceAhead) {
    for (int i = 0; i < 300; i++) {
      Instant comes = START.plus(MINUTE.multipliedBy(i));
      scene.source.raise("id" + i, comes.plus(serviceAhead), comes);
    }
  }

  private void late(String id, Duration serviceAhead, Duration late) {
    Instant visible = START.plus(MINUTE.multipliedBy(120)).plusSeconds(7);
    scene.source.raise(id, visible.plus(serviceAhead).minus(late), visible);
  }

  @ParameterizedTest
  @ValueSource(ints = {-600, -60, -5, 0, 5, 60, 600})
  void whereverThisMachinesClockStands(int minutesBehind) throws Exception {
    Duration ahead = MINUTE.multipliedBy(minutesBehind);
    FeedHandle feed =
        scene
            .feed()
            .start(FeedStart.at(START.minus(Duration.ofDays(1))))
            .overlap(Duration.ofMinutes(30))
            .start(scene.taken::add);
    updates(ahead);
    late("late", ahead, Duration.ofMinutes(21));
    late("later", ahead, Duration.ofMinutes(50));
    scene.pass(Duration.ofHours(6));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(feed.progress().late()).isEqualTo(2);
    assertThat(feed.progress().latest()).isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
    assertThat(feed.progress().afterWindow()).isEqualTo(1);
    assertThat(scene.notices)
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.kind()).isEqualTo(FeedNotice.Kind.AFTER_WINDOW);
              assertThat(notice.id()).isEqualTo("later");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void whatBearsATimeToComeTellsNoTime(int minutesBehind) throws Exception {
    Duration ahead = MINUTE.multipliedBy(minutesBehind);
    scene.source.raise("future", START.plus(ahead).plus(Duration.ofHours(11)), START);
    scene.source.raise("far", START.plus(ahead).plus(Duration.ofDays(400)), START);
    FeedHandle feed = scene.feed().overlap(Duration.ofMinutes(30)).start(scene.taken::add);
    updates(ahead);
    late("late", ahead, Duration.ofMinutes(21));
    scene.pass(Duration.ofHours(6));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(feed.progress().late()).isEqualTo(1);
    assertThat(feed.progress().latest()).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(21));
    assertThat(feed.progress().afterWindow()).isZero();
    assertThat(scene.notices).isEmpty();
  }

  /** Some that bear a time to come, eleven hours ahead. */
  enum Futures {
    /** Two that are there from the beginning. */
    TWO_AT_ONCE(0, 0),
    /** Two that come with half an hour of updates before them. */
    TWO_LATER(30, 30),
    /** The same two, an hour apart. */
    TWO_AN_HOUR_APART(0, 60),
    /** One in five updates, all along. */
    ONE_IN_FIVE(0, 300);

    private final int first;
    private final int last;

    Futures(int first, int last) {
      this.first = first;
      this.last = last;
    }

    private void raise(ScriptedSource source, Duration serviceAhead) {
      Duration ahead = serviceAhead.plusHours(11);
      if (first == last) {
        Instant comes = START.plus(MINUTE.multipliedBy(first));
        source.raise("future", comes.plus(ahead), comes);
        source.raise("another", comes.plus(ahead).plus(MINUTE.multipliedBy(3)), comes);
      }
      int step = this == ONE_IN_FIVE ? 5 : 60;
      for (int i = first; first < last && i <= last; i += step) {
        Instant comes = START.plus(MINUTE.multipliedBy(i));
        source.raise("future" + i, comes.plus(ahead), comes);
      }
    }
  }

  static Stream<Arguments> futures() {
    return Stream.of(Futures.values())
        .flatMap(futures -> Stream.of(0, 60).map(behind -> Arguments.of(futures, behind)));
  }

  @ParameterizedTest
  @MethodSource("futures")
  void severalThatAgreeOnATimeToComeTellNoTimeEither(Futures futures, int minutesBehind)
      throws Exception {
    Duration ahead = MINUTE.multipliedBy(minutesBehind);
    futures.raise(scene.source, ahead);
    FeedHandle feed = scene.feed().overlap(Duration.ofMinutes(30)).start(scene.taken::add);
    updates(ahead);
    late("late", ahead, Duration.ofMinutes(21));
    scene.pass(Duration.ofHours(6));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(feed.progress().late()).isEqualTo(1);
    assertThat(feed.progress().latest()).isBetween(Duration.ofMinutes(12), Duration.ofMinutes(21));
    assertThat(feed.progress().afterWindow()).isZero();
    assertThat(scene.notices).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 60})
  void aCrowdThatBearsATimeToComeIsBelievedUntilWhatComesThenContradicts(int minutesBehind)
      throws Exception {
    Duration ahead = MINUTE.multipliedBy(minutesBehind);
    Instant comes = START.plus(MINUTE.multipliedBy(60));
    for (int i = 0; i < 20; i++) {
      scene.source.raise(
          "future" + i, comes.plus(ahead).plus(Duration.ofHours(11)).plusSeconds(i), comes);
    }
    FeedHandle feed = scene.feed().overlap(Duration.ofMinutes(30)).start(scene.taken::add);
    updates(ahead);
    late("late", ahead, Duration.ofMinutes(21));
    scene.pass(Duration.ofMinutes(90));
    long afterWindow = feed.progress().afterWindow();
    assertThat(afterWindow).isBetween(1L, 15L);
    scene.pass(Duration.ofMinutes(270));
    assertThat(feed.progress().afterWindow()).isEqualTo(afterWindow);
    assertThat(feed.progress().late()).isEqualTo(afterWindow + 1);
  }
}
