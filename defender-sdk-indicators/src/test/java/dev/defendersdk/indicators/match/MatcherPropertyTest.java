package dev.defendersdk.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.match.PlainMatcher.Digest;
import dev.defendersdk.indicators.match.PlainMatcher.Known;
import dev.defendersdk.indicators.match.PlainMatcher.Subject;
import dev.defendersdk.indicators.match.PlainMatcher.Where;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * The matcher says what the pages' tables say, of everything in every spelling: the same action, by
 * the same indicator, over the same others in the same order for the same reasons. 2,000 lists by
 * default, 100,000 with {@code -Psoak}; {@code -Dseed} replays.
 */
class MatcherPropertyTest {

  private static final int LISTS = Boolean.getBoolean("soak") ? 100_000 : 2_000;
  private static final int OBSERVABLES = 10;

  private final long seed = Long.getLong("seed", 20_261_126L);
  private int matches;
  private int contests;

  @Test
  void theMatcherSaysWhatTheTablesSay() {
    System.out.println("MatcherPropertyTest: " + LISTS + " lists, -Dseed=" + seed);
    for (int i = 0; i < LISTS; i++) {
      Random random = new Random(seed + i);
      Scenes scenes = new Scenes(random);
      List<Known> list = scenes.list();
      List<Indicator> indicators = list.stream().map(Known::indicator).toList();
      IndicatorMatcher matcher = IndicatorMatcher.of(indicators);
      assertThat(matcher.unusable()).as("seed %s", seed + i).isEmpty();
      Check check = new Check(list, random, seed + i, matcher.refusingUnreadable());
      for (int j = 0; j < OBSERVABLES; j++) {
        check.file(scenes.file(), scenes);
        check.network(scenes.address(), scenes, check.matcher::address);
        check.network(scenes.domain(), scenes, check.matcher::domain);
        check.network(scenes.url(), scenes, check.matcher::url);
      }
    }
    // Else it would have shown nothing.
    assertThat(matches).isGreaterThan(LISTS * OBSERVABLES / 2);
    assertThat(contests).isGreaterThan(LISTS * OBSERVABLES / 4);
  }

  private final class Check {

    private final List<Known> list;
    private final Random random;
    private final long listSeed;
    private final IndicatorMatcher matcher;

    Check(List<Known> list, Random random, long listSeed, IndicatorMatcher matcher) {
      this.list = list;
      this.random = random;
      this.listSeed = listSeed;
      this.matcher = matcher;
    }

    void file(List<Digest> seen, Scenes scenes) {
      Where where = scenes.where();
      ObservedFile file = ObservedFile.ofHash(null);
      for (Digest digest : seen) {
        String text = new Spelling(random).seen(digest);
        file = digest.certificate() ? file.certificate(text) : file.hash(text);
      }
      same(matcher.file(file, scenes.context(where)), PlainMatcher.file(list, seen, where), file);
      if (!seen.isEmpty()) {
        Digest one = seen.get(0);
        String text = new Spelling(random).seen(one);
        MatchContext context = scenes.context(where);
        same(
            one.certificate() ? matcher.certificate(text, context) : matcher.hash(text, context),
            PlainMatcher.file(list, List.of(one), where),
            text);
      }
    }

    void network(
        Subject seen, Scenes scenes, BiFunction<String, MatchContext, Optional<Match>> ask) {
      Where where = scenes.where();
      String text = new Spelling(random).seen(seen);
      same(
          ask.apply(text, scenes.context(where)),
          PlainMatcher.network(list, seen, where),
          text + " " + where);
    }

    private void same(Optional<Match> found, Optional<Match> expected, Object observable) {
      String replay = observable + ", -Dseed=" + listSeed;
      assertThat(found.map(Match::action)).as(replay).isEqualTo(expected.map(Match::action));
      assertThat(found.map(Match::indicator)).as(replay).isEqualTo(expected.map(Match::indicator));
      assertThat(found.map(Match::beaten)).as(replay).isEqualTo(expected.map(Match::beaten));
      matches += found.isPresent() ? 1 : 0;
      contests += found.isPresent() && !found.get().beaten().isEmpty() ? 1 : 0;
    }
  }
}
