package dev.defendersdk.indicators.csv;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.NewIndicator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A listed indicator as an entry of the form, and those of its members that no entry has. */
final class ListedEntry {

  private ListedEntry() {}

  /**
   * The entry.
   *
   * @throws IllegalArgumentException if it could not be submitted, with the reason
   */
  static CsvIndicator of(Indicator listed) {
    IndicatorAction action = Check.notNull(listed.action(), "action");
    NewIndicator indicator =
        NewIndicator.of(
            Check.notNull(listed.indicatorType(), "indicatorType"),
            Check.notNull(listed.indicatorValue(), "indicatorValue"),
            action.current(),
            Check.notNull(listed.title(), "title"),
            Check.notNull(listed.description(), "description"));
    if (listed.expirationTime() != null) {
      indicator = indicator.expiresAt(listed.expirationTime());
    }
    if (isKnown(listed.severity())) {
      indicator = indicator.severity(Objects.requireNonNull(listed.severity()));
    }
    if (isSaid(listed.recommendedActions())) {
      indicator = indicator.recommendedActions(Objects.requireNonNull(listed.recommendedActions()));
    }
    if (listed.generateAlert() != null) {
      indicator = indicator.generateAlert(listed.generateAlert());
    }
    indicator =
        indicator.rbacGroupNames(listed.rbacGroupNames()).rbacGroupIds(listed.rbacGroupIds());
    return CsvIndicator.of(indicator).mitreTechniques(listed.mitreTechniques());
  }

  private static boolean isKnown(@Nullable IndicatorSeverity severity) {
    return severity != null && severity.known() != IndicatorSeverity.Known.UNRECOGNIZED;
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }

  /**
   * What somebody has set and no entry has. A category is a number here and a word there, and no
   * page says which is which.
   */
  static List<String> lost(Indicator listed) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("application", listed.application());
    members.put("externalId", listed.externalId());
    members.put("educateUrl", listed.educateUrl());
    members.put("category", listed.category());
    members.put("bypassDurationHours", listed.bypassDurationHours());
    members.put("notificationId", listed.notificationId());
    members.put("notificationBody", listed.notificationBody());
    members.put("lookBackPeriod", listed.lookBackPeriod());
    members.put("additionalInfo", listed.additionalInfo());
    members.put("severity", isKnown(listed.severity()) ? null : listed.severity());
    List<String> lost = new ArrayList<>();
    members.forEach(
        (name, value) -> {
          if (value != null && !value.toString().isBlank()) {
            lost.add(name);
          }
        });
    return lost;
  }
}
