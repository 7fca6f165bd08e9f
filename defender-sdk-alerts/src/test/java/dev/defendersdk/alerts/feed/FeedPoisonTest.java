package dev.defendersdk.alerts.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.alerts.feed.FeedNotice.Kind;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testsupport.InVirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages on which the service fails each time: they are narrowed to what is to blame, which holds
 * nothing else up.
 */
@Timeout(300)
class FeedPoisonTest {

  private static final Instant START = Scene.START;
  private static final Duration HOUR = Duration.ofHours(1);

  private final VirtualTime time = VirtualTime.startingAt(START);
  @RegisterExtension final InVirtualTime inVirtualTime = new InVirtualTime(time);

  private Scene scene = new Scene(time, false);

  private void begin(boolean ordered) {
    scene = new Scene(time, ordered);
    for (int i = 0; i < 200; i++) {
      scene.source.raise("id" + i, START.minus(HOUR).plusSeconds(i / 2 * 10L)); // two at a time
    }
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatFailsInListsAloneIsAskedForByItself(boolean ordered) throws Exception {
    begin(ordered);
    scene.source.failsWithDetail.add("id77");
    FeedHandle feed = scene.feed().pageSize(50).start(scene.taken::add);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.twice()).isZero();
    assertThat(scene.taken).allMatch(ScriptedSource.State::detail);
    assertThat(scene.notices(Kind.POISON))
        .singleElement()
        .satisfies(
            notice ->
                assertThat(notice.lastUpdate()).isEqualTo(scene.source.finalStates.get("id77")));
    assertThat(feed.progress().poison()).isEqualTo(1);

    // The polls after that know of it.
    int failures = scene.notices(Kind.HELD).size();
    scene.pass(HOUR);
    assertThat(scene.notices(Kind.HELD)).hasSize(failures);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatFailsAlsoByItselfIsHandedOverWithoutItsDetail(boolean ordered) throws Exception {
    begin(ordered);
    scene.source.failsWithDetail.add("id77");
    scene.source.failsAlone.add("id77");
    scene.start();
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.taken)
        .allMatch(state -> state.detail() || state.id().equals("id77"))
        .anyMatch(state -> !state.detail());
    assertThat(scene.notices(Kind.WITHOUT_DETAIL))
        .singleElement()
        .satisfies(notice -> assertThat(notice.id()).isEqualTo("id77"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatCannotBeReadAtAllIsPassedOverAndReported(boolean ordered) throws Exception {
    begin(ordered);
    scene.source.failsAlways.add("id77");
    FeedHandle feed = scene.start();
    scene.pass(Duration.ofHours(3));
    assertThat(scene.ids()).hasSize(199).doesNotContain("id77").contains("id76", "id78");
    assertThat(scene.notices(Kind.UNREADABLE))
        .isNotEmpty()
        .allSatisfy(
            notice ->
                assertThat(notice.lastUpdate()).isEqualTo(scene.source.finalStates.get("id77")));
    int reported = scene.notices(Kind.UNREADABLE).size();

    scene.source.raiseNow("id200");
    scene.source.failsAlways.clear();
    scene.source.raiseNow("id77"); // its next change can be read
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.notices(Kind.UNREADABLE)).hasSize(reported);
    assertThat(feed.progress().delivered()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whereMuchFailsItIsReadWithoutDetailUntilThatIsOver(boolean ordered) throws Exception {
    begin(ordered);
    scene.source.finalStates.keySet().stream()
        .filter(id -> id.endsWith("3"))
        .forEach(scene.source.failsWithDetail::add);
    scene.start();
    scene.pass(Duration.ofHours(4));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.taken).allMatch(ScriptedSource.State::detail);
    assertThat(scene.twice()).isZero();

    scene.source.failsWithDetail.clear();
    scene.source.raiseNow("new");
    scene.pass(Duration.ofHours(4));
    scene.source.queries.clear();
    scene.source.raiseNow("newer");
    scene.pass(HOUR);
    assertThat(scene.ids()).endsWith("new", "newer");
    assertThat(scene.source.queries).allMatch(Source.Query::detail);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOutageWhileItNarrowsBlamesNothingElse(boolean ordered) throws Exception {
    begin(ordered);
    scene.source.failsWithDetail.add("id77");
    int[] asked = new int[1];
    scene.source.outage = query -> ++asked[0] > 6 && time.now().isBefore(START.plus(HOUR));
    scene.start();
    scene.pass(Duration.ofHours(2));
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.notices(Kind.POISON)).hasSize(1);
    assertThat(scene.notices(Kind.UNREADABLE)).isEmpty();
    assertThat(scene.taken).allMatch(ScriptedSource.State::detail);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOutageOfAllThatIsThereBlamesNothing(boolean ordered) throws Exception {
    begin(ordered);
    int[] asked = new int[1];
    scene.source.partialOutage =
        page -> !page.isEmpty() && ++asked[0] > 3 && time.now().isBefore(START.plus(HOUR));
    scene.feed().pageSize(20).start(scene.taken::add);
    scene.pass(HOUR.minusSeconds(60));
    assertThat(asked[0]).isLessThan(250);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.notices(Kind.POISON)).isEmpty();
    assertThat(scene.notices(Kind.UNREADABLE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOutageOfAllThatIsThereBlamesNothingWhereNothingWasReadBefore(boolean ordered)
      throws Exception {
    scene = new Scene(time, ordered);
    for (int i = 0; i < 40; i++) {
      scene.source.raise("id" + i, START.minus(HOUR).plusSeconds(i));
    }
    // The service answers where there is nothing: in an empty window, and behind the last.
    scene.source.partialOutage = page -> !page.isEmpty() && time.now().isBefore(START.plus(HOUR));
    FeedHandle feed = scene.start();
    scene.pass(HOUR.minusSeconds(60));
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.HELD);
    assertThat(scene.source.queries).hasSizeLessThan(250);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.taken).allMatch(ScriptedSource.State::detail);
    assertThat(scene.twice()).isZero();
    assertThat(scene.notices(Kind.POISON)).isEmpty();
    assertThat(scene.notices(Kind.UNREADABLE)).isEmpty();
  }

  private void few(int count, boolean ordered) {
    scene = new Scene(time, ordered);
    for (int i = 0; i < count; i++) {
      scene.source.raise("id" + i, START.minus(HOUR).plusSeconds(i));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, false", "3, true", "5, false", "5, true", "9, false", "9, true", "20, true"})
  void whereFewAreThereAndTheFirstCannotBeReadTheOthersCome(int count, boolean ordered)
      throws Exception {
    few(count, ordered);
    scene.source.failsAlways.addAll(List.of("id0", "id1"));
    scene.start();
    scene.pass(HOUR);
    assertThat(scene.ids()).hasSize(count - 2).doesNotContain("id0", "id1");
    assertThat(scene.notices(Kind.UNREADABLE)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "2, false", "5, true", "9, false"})
  void whereFewAreThereAndNoneCanBeReadForHoursTheyHoldNothingUp(int count, boolean ordered)
      throws Exception {
    few(count, ordered);
    scene.source.failsAlways.addAll(scene.source.finalStates.keySet());
    FeedHandle feed = scene.start();
    scene.pass(HOUR.multipliedBy(6).minusMinutes(1));
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.HELD);
    assertThat(scene.notices(Kind.UNREADABLE)).isEmpty(); // it may be an outage yet
    scene.pass(HOUR.multipliedBy(2));
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    assertThat(scene.notices(Kind.UNREADABLE)).hasSize(count);
    assertThat(scene.source.queries).hasSizeLessThan(6_000);

    scene.source.raiseNow("new");
    scene.pass(HOUR);
    assertThat(scene.ids()).containsExactly("new");
  }

  @ParameterizedTest
  @CsvSource({"1, false", "5, true", "9, false"})
  void whereNothingWasReadYetWhatCouldNotBeReadForHoursComesWhenItCan(int count, boolean ordered)
      throws Exception {
    few(count, ordered);
    scene.source.failsAlways.addAll(scene.source.finalStates.keySet());
    scene.start();
    scene.pass(HOUR.multipliedBy(12));
    scene.source.failsAlways.clear();
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.twice()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, false", "5, true", "9, false"})
  void anOutageOfAllThatIsThereBlamesNothingWhereFewAreThere(int count, boolean ordered)
      throws Exception {
    few(count, ordered);
    scene.source.partialOutage = page -> !page.isEmpty() && time.now().isBefore(START.plus(HOUR));
    FeedHandle feed = scene.start();
    scene.pass(HOUR.minusSeconds(60));
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.HELD);
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.taken).allMatch(ScriptedSource.State::detail);
    assertThat(scene.notices(Kind.POISON)).isEmpty();
    assertThat(scene.notices(Kind.UNREADABLE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofACrowdAtOneInstantAllIsReadThatCanBe(boolean ordered) throws Exception {
    scene = new Scene(time, ordered);
    for (int i = 100; i < 160; i++) {
      scene.source.raise("id" + i, START.minus(HOUR));
    }
    scene.source.raise("id999", START.minusSeconds(60));
    scene.source.failsAlways.addAll(
        List.of("id110", "id111", "id112", "id113", "id130", "id150", "id159"));
    int[] pages = new int[1];
    // What stands before others leaves.
    scene.source.afterEachPage =
        () -> {
          if (++pages[0] >= 40 && pages[0] < 44) {
            scene.source.raiseNow("id" + (60 + pages[0]));
          }
        };
    scene.feed().pageSize(20).start(scene.taken::add);
    scene.pass(HOUR);
    Map<String, Instant> readable = new HashMap<>(scene.source.finalStates);
    readable.keySet().removeAll(scene.source.failsAlways);
    assertThat(scene.lastTaken()).isEqualTo(readable);
    assertThat(scene.twice()).isZero();
    assertThat(scene.notices(Kind.UNREADABLE)).hasSize(7);
    assertThat(scene.notices(Kind.REST_UNREAD)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheServiceDoesNotLeadToIsReportedAndEndsNothing(boolean ordered) throws Exception {
    scene = new Scene(time, ordered);
    for (int i = 10; i < 30; i++) {
      scene.source.raise("id" + i, START.minus(HOUR));
    }
    scene.source.raise("id99", START.minusSeconds(60));
    scene.source.failsAlways.add("id12");
    scene.source.mostSkip = 15;
    FeedHandle feed = scene.feed().pageSize(4).start(scene.taken::add);
    scene.pass(HOUR);
    assertThat(scene.ids()).contains("id11", "id13", "id23", "id99").doesNotContain("id29");
    assertThat(scene.notices(Kind.REST_UNREAD))
        .singleElement()
        .satisfies(notice -> assertThat(notice.lastUpdate()).isEqualTo(START.minus(HOUR)));
    scene.source.failsAlways.clear(); // it is tried again
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void manyThatCannotBeReadAreNotSearchedForEachTime(boolean ordered) throws Exception {
    begin(ordered);
    for (int i = 0; i < 12; i++) {
      scene.source.failsAlways.add("id" + 16 * i);
    }
    scene.start();
    scene.pass(HOUR);
    assertThat(scene.ids()).hasSize(188);
    scene.source.queries.clear();
    scene.pass(HOUR);
    assertThat(scene.source.queries).hasSizeLessThan(1_500);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatFailsWithATimeToComeHoldsNothingUp(boolean ordered) throws Exception {
    begin(ordered);
    Instant ahead = START.plus(Duration.ofDays(400));
    scene.source.raise("ahead", ahead, START);
    scene.source.failsAlways.add("ahead");
    FeedHandle feed = scene.start();
    scene.pass(HOUR);
    assertThat(scene.ids()).hasSize(200).doesNotContain("ahead");
    assertThat(scene.notices(Kind.UNREADABLE))
        .singleElement()
        .satisfies(notice -> assertThat(notice.lastUpdate()).isEqualTo(ahead));
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    assertThat(scene.source.queries).hasSizeLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatFailsAtNoTimeOfItsOwnIsGivenUpAhead(boolean ordered) throws Exception {
    begin(ordered);
    FeedHandle feed = scene.start();
    scene.pass(HOUR);
    scene.source.outage = query -> query.window().to() == null;
    scene.source.raiseNow("new");
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.ids()).endsWith("new");
    assertThat(scene.notices(Kind.UNREADABLE)).hasSize(1);
    assertThat(feed.progress().phase()).isEqualTo(FeedPhase.IDLE);
    scene.source.outage = query -> false;
    scene.pass(Duration.ofMinutes(30));
    scene.source.queries.clear();
    scene.pass(Duration.ofMinutes(30));
    assertThat(scene.source.queries).allMatch(query -> query.window().to() == null);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anOlderStateByItsIdIsAskedForAgain(boolean ordered) throws Exception {
    begin(ordered);
    scene.source.failsWithDetail.addAll(List.of("id77", "id99"));
    scene.source.staleUntil.put("id77", START.plusSeconds(30));
    scene.source.staleUntil.put("id99", START.plus(Duration.ofDays(9)));
    scene.start();
    scene.pass(HOUR);
    assertThat(scene.lastTaken()).isEqualTo(scene.source.finalStates);
    assertThat(scene.taken).allMatch(state -> state.detail() != state.id().equals("id99"));
    assertThat(scene.notices(Kind.WITHOUT_DETAIL))
        .singleElement()
        .satisfies(notice -> assertThat(notice.id()).isEqualTo("id99"));
  }
}
