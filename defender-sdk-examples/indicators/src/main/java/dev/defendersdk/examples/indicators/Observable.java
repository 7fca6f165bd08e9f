package dev.defendersdk.examples.indicators;

import dev.defendersdk.indicators.match.IndicatorMatcher;
import dev.defendersdk.indicators.match.Match;
import dev.defendersdk.indicators.match.MatchContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen on a device.
 *
 * @param at when
 * @param deviceGroup the device's group; null if it is in none
 * @param kind what the value is
 * @param value the hash, address, domain or URL, as the log has it
 */
record Observable(Instant at, @Nullable String deviceGroup, Kind kind, String value) {

  enum Kind {
    HASH,
    ADDRESS,
    DOMAIN,
    URL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Optional<Match> match(IndicatorMatcher matcher) {
    MatchContext when = MatchContext.at(at);
    MatchContext context = deviceGroup == null ? when : when.groupName(deviceGroup);
    return switch (kind) {
      case HASH -> matcher.hash(value, context);
      case ADDRESS -> matcher.address(value, context);
      case DOMAIN -> matcher.domain(value, context);
      case URL -> matcher.url(value, context);
    };
  }
}
