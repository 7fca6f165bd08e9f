package dev.defendersdk.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Values are compared, not their prints alone: of two that have one print, each finds its own. The
 * pairs of texts were computed for this: whoever changes how prints are made computes others.
 */
class EqualPrintsTest {

  private static final MatchContext CONTEXT = MatchContext.at(Instant.EPOCH);
  private static final String ONE = "rnmpmommmommnnmmmmmnnommmm";
  private static final String OTHER = "mmmmmmmnomnmmmonmmmmmmnnnn";

  private static void eachFindsItsOwn(IndicatorType type, String one, String other, Function ask) {
    Indicator block = Listed.indicator("1", type, one, IndicatorAction.BLOCK);
    Indicator allow = Listed.indicator("2", type, other, IndicatorAction.ALLOWED);
    for (List<Indicator> list : List.of(List.of(block, allow), List.of(allow, block))) {
      IndicatorMatcher both = IndicatorMatcher.of(list);
      assertThat(ask.of(both).apply(one, CONTEXT).map(Match::indicator)).contains(block);
      assertThat(ask.of(both).apply(other, CONTEXT).map(Match::indicator)).contains(allow);
    }
    IndicatorMatcher blocking = IndicatorMatcher.of(List.of(block));
    assertThat(ask.of(blocking).apply(other, CONTEXT)).isEmpty();
  }

  private interface Function {
    BiFunction<String, MatchContext, Optional<Match>> of(IndicatorMatcher matcher);
  }

  private static long print(String text) {
    long print = 0;
    for (int i = 0; i < text.length(); i++) {
      print = Site.step(print, text.charAt(i));
    }
    return print;
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Test
  void ofHashes() {
    String begin = "0123456789abcdef";
    eachFindsItsOwn(
        IndicatorType.FILE_MD5,
        begin + "0".repeat(16),
        begin + "1".repeat(16),
        matcher -> matcher::hash);
  }

  @Test
  void ofAddresses() {
    long high = 0x2001_0db8_0000_0001L;
    long otherHigh = 0x2001_0db8_0000_0002L;
    long low = 7;
    long otherLow = low ^ Site.step(high, 0) ^ Site.step(otherHigh, 0);
    eachFindsItsOwn(
        IndicatorType.IP_ADDRESS,
        address(high, low),
        address(otherHigh, otherLow),
        matcher -> matcher::address);
  }

  private static String address(long high, long low) {
    String digits = "%016x%016x".formatted(high, low);
    return String.join(":", digits.split("(?<=\\G.{4})"));
  }

  @Test
  void ofDomains() {
    assertThat(print(ONE)).isEqualTo(print(OTHER));
    eachFindsItsOwn(
        IndicatorType.DOMAIN_NAME,
        reversed(ONE) + ".example",
        reversed(OTHER) + ".example",
        matcher -> matcher::domain);
  }

  @Test
  void ofPaths() {
    assertThat(print(ONE)).isEqualTo(print(OTHER));
    eachFindsItsOwn(
        IndicatorType.URL,
        "http://contoso.com/" + ONE,
        "http://contoso.com/" + OTHER,
        matcher -> matcher::url);
  }
}
