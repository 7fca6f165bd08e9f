package dev.defendersdk.benchmarks;

import dev.defendersdk.core.Json;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.match.IndicatorMatcher;
import dev.defendersdk.indicators.match.Match;
import dev.defendersdk.indicators.match.MatchContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups in a list of 15,000 indicators: by the matcher, of texts as logs have them; and by one
 * {@code get} of a {@link HashMap} of the same content, whose key is already in the form of the
 * list.
 */
final class MatchSubjects {

  private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

  private final Observables kind;
  private final Map<String, Indicator> map = new HashMap<>();
  private final IndicatorMatcher matcher;
  private final MatchContext context = MatchContext.at(AT);
  private final List<byte[]> observed = new ArrayList<>();
  private final List<byte[]> keys = new ArrayList<>();

  /**
   * A list, and what is looked up in it.
   *
   * @param hit whether all that is looked up is in it, else nothing is
   * @param count how many texts
   */
  MatchSubjects(Observables kind, boolean hit, long seed, int count) {
    this.kind = kind;
    Values values = new Values(seed);
    List<Indicator> indicators = new ArrayList<>();
    List<String> ofKind = new ArrayList<>();
    for (Observables each : Observables.values()) {
      for (int i = 0; i < each.count(); i++) {
        String value = each.value(values);
        Indicator indicator = indicator(indicators.size(), each.indicatorType(), value);
        indicators.add(indicator);
        map.put(value, indicator);
        if (each == kind) {
          ofKind.add(value);
        }
      }
    }
    matcher = IndicatorMatcher.of(indicators);
    for (int i = 0; i < count; i++) {
      String value = hit ? ofKind.get(values.below(ofKind.size())) : kind.value(values);
      keys.add(value.getBytes(StandardCharsets.ISO_8859_1));
      observed.add(kind.spelled(values, value).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static Indicator indicator(int number, String type, String value) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", "" + number);
    members.put("indicatorType", type);
    members.put("indicatorValue", value);
    members.put("action", number % 3 == 0 ? "Allowed" : "Block");
    if (number % 2 == 0) {
      members.put("expirationTime", AT.plusSeconds(1L + number * 60L).toString());
    }
    return Json.read(Indicator.class, Json.write(members));
  }

  int indicators() {
    return map.size();
  }

  int count() {
    return keys.size();
  }

  /** A text as a log has it, made of its characters: nobody has asked for its hash code yet. */
  String observed(int number) {
    return new String(observed.get(number), StandardCharsets.ISO_8859_1);
  }

  /** The key of the map that it should find, or not find: made likewise. */
  String key(int number) {
    return new String(keys.get(number), StandardCharsets.ISO_8859_1);
  }

  /** By the matcher. */
  Optional<Match> match(String observed) {
    return switch (kind) {
      case SHA256, SHA1, MD5 -> matcher.hash(observed, context);
      case IPV4, IPV6 -> matcher.address(observed, context);
      case URL -> matcher.url(observed, context);
    };
  }

  /** By the map. */
  @Nullable Indicator get(String key) {
    return map.get(key);
  }
}
