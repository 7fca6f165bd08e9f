package dev.defendersdk.indicators.match;

import dev.defendersdk.core.Json;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorType;
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
}
