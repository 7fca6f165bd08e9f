package dev.defendersdk.indicators.match;

import dev.defendersdk.core.Json;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.match.Match.Beaten;
import dev.defendersdk.indicators.match.Match.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Indicators as a tenant's list has them. */
final class Listed {

  private Listed() {}

  /** For all devices, and for ever. */
  static Indicator indicator(String id, IndicatorType type, String value, IndicatorAction action) {
    return indicator(
        Map.of(
            "id",
            id,
            "indicatorType",
            type.value(),
            "indicatorValue",
            value,
            "action",
            action.value()));
  }

  /** Of these members. */
  static Indicator indicator(Map<String, ?> members) {
    return Json.read(Indicator.class, Json.write(members));
  }

  static Indicator forGroups(Indicator indicator, String... names) {
    return with(indicator, "rbacGroupNames", List.of(names));
  }

  static Indicator forGroupIds(Indicator indicator, Integer... ids) {
    return with(indicator, "rbacGroupIds", List.of(ids));
  }

  static Indicator until(Indicator indicator, Instant expirationTime) {
    return with(indicator, "expirationTime", expirationTime.toString());
  }

  private static Indicator with(Indicator indicator, String member, Object value) {
    Map<String, Object> members = new TreeMap<>();
    if (Json.readPlain(Json.write(indicator)) instanceof Map<?, ?> all) {
      all.forEach(
          (name, old) -> {
            if (old != null) {
              members.put((String) name, old);
            }
          });
    }
    members.put(member, value);
    return indicator(members);
  }

  static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  static final MatchContext CONTEXT = MatchContext.at(NOW);

  static final String SHA256 = "0a".repeat(32);
  static final String SHA1 = "0b".repeat(20);
  static final String MD5 = "0c".repeat(16);
  static final String THUMBPRINT = "0d".repeat(20);

  static Indicator sha256(IndicatorAction action) {
    return indicator("sha256", IndicatorType.FILE_SHA256, SHA256, action);
  }

  static Indicator sha1(IndicatorAction action) {
    return indicator("sha1", IndicatorType.FILE_SHA1, SHA1, action);
  }

  static Indicator md5(IndicatorAction action) {
    return indicator("md5", IndicatorType.FILE_MD5, MD5, action);
  }

  static Indicator certificate(IndicatorAction action) {
    return indicator("certificate", IndicatorType.CERTIFICATE_THUMBPRINT, THUMBPRINT, action);
  }

  static Indicator address(String value, IndicatorAction action) {
    return indicator("address", IndicatorType.IP_ADDRESS, value, action);
  }

  static Indicator domain(String value, IndicatorAction action) {
    return indicator("domain " + value, IndicatorType.DOMAIN_NAME, value, action);
  }

  static Indicator url(String value, IndicatorAction action) {
    return indicator("url " + value, IndicatorType.URL, value, action);
  }

  static IndicatorMatcher matcher(Indicator... indicators) {
    return IndicatorMatcher.of(List.of(indicators));
  }

  static Match only(Indicator indicator) {
    return new Match(indicator.action(), indicator, List.of());
  }

  static Match over(Indicator winner, Indicator loser, Reason reason) {
    return new Match(winner.action(), winner, List.of(new Beaten(loser, winner, reason)));
  }
}
