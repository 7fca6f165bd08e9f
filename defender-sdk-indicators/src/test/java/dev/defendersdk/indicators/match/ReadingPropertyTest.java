package dev.defendersdk.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.internal.Addresses;
import dev.defendersdk.indicators.internal.Hosts;
import dev.defendersdk.indicators.internal.UrlParts;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * The matcher reads texts on its own, for speed: so whatever an indicator can be built of, it reads
 * alike, and whatever else there is does no harm. 20,000 texts of each kind by default, 2,000,000
 * with {@code -Psoak}; {@code -Dseed} replays.
 */
class ReadingPropertyTest {

  private static final int TEXTS = Boolean.getBoolean("soak") ? 2_000_000 : 20_000;
  private static final MatchContext CONTEXT = MatchContext.at(Instant.EPOCH).inEdge();

  private static final List<String> ADDRESS =
      List.of("0", "1", "7", "10", "203", "255", "256", "ffff", "FFFF", "dB8", "a", ":", ":", ":");
  private static final List<String> SEPARATORS = List.of(":", ":", ":", "::", ".", ".", "");
  private static final List<String> URL =
      List.of(
          "http://",
          "https://",
          "ftp://",
          "//",
          "www",
          "contoso",
          ".com",
          "bücher",
          "XN--",
          "ß",
          ".",
          ":",
          ":80",
          "@",
          "[",
          "]",
          "::1",
          "1.2.3.4",
          "/",
          "//",
          "/.",
          "/..",
          "a",
          "B",
          "%",
          "%41",
          "%2f",
          "%2E",
          "é",
          "?",
          "&",
          "=",
          "#",
          " ",
          "\t",
          "\\",
          "-",
          "_",
          "~",
          "😀",
          "\ud800",
          "。",
          "\u0000",
          "*",
          "'");

  private final long seed = Long.getLong("seed", 20_261_126L);

  private static IndicatorMatcher matcher(IndicatorType type, String value) {
    return IndicatorMatcher.of(List.of(Listed.indicator("1", type, value, IndicatorAction.BLOCK)));
  }

  private interface Trial {
    /** Whether the text was one that says something. */
    boolean of(String text, Random random);
  }

  private void tryAll(Trial trial, BiFunction<Random, String, String> more) {
    System.out.println("ReadingPropertyTest: " + TEXTS + " texts, -Dseed=" + seed);
    int telling = 0;
    for (int i = 0; i < TEXTS; i++) {
      Random random = new Random(seed + i);
      String text = "";
      for (int parts = 1 + random.nextInt(10); parts > 0; parts--) {
        text = more.apply(random, text);
      }
      telling += trial.of(text, random) ? 1 : 0;
    }
    assertThat(telling).isGreaterThan(TEXTS / 100);
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void addresses() {
    IndicatorMatcher refusing = IndicatorMatcher.of(List.of()).refusingUnreadable();
    tryAll(
        (text, random) -> {
          byte[] bytes = Addresses.parse(text);
          if (bytes == null) {
            // What follows one colon is a port, which is the log's and no part of an address.
            if (text.indexOf(':') < 0 || text.indexOf(':') != text.lastIndexOf(':')) {
              assertThatIllegalArgumentException()
                  .as(text)
                  .isThrownBy(() -> refusing.address(text, CONTEXT));
            }
            return false;
          }
          assertThat(
                  matcher(IndicatorType.IP_ADDRESS, Addresses.format(bytes)).address(text, CONTEXT))
              .as(text)
              .isPresent();
          return true;
        },
        (random, text) -> text + pick(random, SEPARATORS) + pick(random, ADDRESS));
  }

  @Test
  void names() {
    tryAll(
        (text, random) -> {
          String name = Hosts.name(text);
          if (name == null) {
            return false;
          }
          assertThat(matcher(IndicatorType.DOMAIN_NAME, name).domain(text, CONTEXT))
              .as(text)
              .isPresent();
          assertThat(matcher(IndicatorType.DOMAIN_NAME, text).domain(name, CONTEXT))
              .as(text)
              .isPresent();
          return true;
        },
        (random, text) -> text + pick(random, URL));
  }

  @Test
  void urls() {
    tryAll(
        (text, random) -> {
          UrlParts url = UrlParts.parse(text);
          if (url == null) {
            return false;
          }
          assertThat(matcher(IndicatorType.URL, url.text()).url(text, CONTEXT))
              .as(text)
              .isPresent();
          assertThat(matcher(IndicatorType.URL, text).url(url.text(), CONTEXT))
              .as(text)
              .isPresent();
          return true;
        },
        (random, text) -> text + pick(random, URL));
  }

  @Test
  void whateverElseThereIsDoesNoHarm() {
    IndicatorMatcher matcher = matcher(IndicatorType.URL, "http://contoso.com/a");
    tryAll(
        (text, random) -> {
          assertThat(matcher.hash(text, CONTEXT)).isEmpty();
          assertThat(matcher.address(text, CONTEXT)).isEmpty();
          return readable(matcher, text)
              || (matcher.url(text, CONTEXT).isEmpty() && matcher.domain(text, CONTEXT).isEmpty());
        },
        (random, text) -> text + pick(random, URL));
  }

  private static boolean readable(IndicatorMatcher matcher, String text) {
    try {
      matcher.refusingUnreadable().url(text, CONTEXT);
      return true;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("url is ");
      return false;
    }
  }
}
