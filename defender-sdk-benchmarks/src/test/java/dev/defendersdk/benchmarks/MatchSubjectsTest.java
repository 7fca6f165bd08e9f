package dev.defendersdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.match.Match;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the benchmark of the matcher compares finds the same, in the list that it says. */
class MatchSubjectsTest {

  private static final int TEXTS = 500;

  @ParameterizedTest
  @CsvSource({
    "SHA256,true", "SHA1,true", "MD5,true", "IPV4,true", "IPV6,true", "URL,true",
    "SHA256,false", "SHA1,false", "MD5,false", "IPV4,false", "IPV6,false", "URL,false"
  })
  void matcherAndMapFindTheSame(Observables kind, boolean hit) {
    MatchSubjects subjects = new MatchSubjects(kind, hit, 7, TEXTS);

    assertThat(subjects.indicators()).isEqualTo(15_000);
    assertThat(subjects.count()).isEqualTo(TEXTS);
    int spelledOtherwise = 0;
    for (int i = 0; i < TEXTS; i++) {
      String observed = subjects.observed(i);
      String key = subjects.key(i);
      Indicator known = subjects.get(key);
      Optional<Match> match = subjects.match(observed);

      assertThat(known != null).as(key).isEqualTo(hit);
      assertThat(match.map(Match::indicator)).as(observed).isEqualTo(Optional.ofNullable(known));
      assertThat(match.stream().flatMap(each -> each.beaten().stream())).isEmpty();
      spelledOtherwise += observed.equals(key) ? 0 : 1;
      assertThat(observed).isNotSameAs(subjects.observed(i));
    }
    // Else there would be nothing to normalise; an IPv4 address has but one form.
    assertThat(spelledOtherwise > TEXTS / 3).isEqualTo(kind != Observables.IPV4);
  }
}
