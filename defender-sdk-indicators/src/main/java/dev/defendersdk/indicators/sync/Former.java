package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import java.time.Instant;
import java.util.Optional;

/** An entry that was deleted to be submitted anew, as it is put back if that fails. */
final class Former {

  private Former() {}

  /** As it was, but for what cannot be sent; empty if it cannot be sent at all. */
  static Optional<NewIndicator> of(Indicator entry, Instant now) {
    IndicatorType type = entry.indicatorType();
    IndicatorAction action = entry.action();
    String value = entry.indicatorValue();
    String title = entry.title();
    String description = entry.description();
    if (type == null || action == null || value == null || title == null || description == null) {
      return Optional.empty();
    }
    try {
      NewIndicator former =
          NewIndicator.of(type, value, action.current(), title, description)
              .rbacGroupNames(entry.rbacGroupNames());
      if (!entry.rbacGroupIds().isEmpty()) {
        former = former.rbacGroupIds(entry.rbacGroupIds());
      }
      return Optional.of(options(former, entry).asOf(now));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // such as one of old that the service takes no more, or expired
    }
  }

  private static NewIndicator options(NewIndicator former, Indicator entry) {
    NewIndicator with = former;
    String application = entry.application();
    String recommended = entry.recommendedActions();
    String externalId = entry.externalId();
    String educateUrl = entry.educateUrl();
    IndicatorSeverity severity = entry.severity();
    Instant expiry = entry.expirationTime();
    Boolean alert = entry.generateAlert();
    with = application == null || application.isBlank() ? with : with.application(application);
    with =
        recommended == null || recommended.isBlank() ? with : with.recommendedActions(recommended);
    with = externalId == null || externalId.isBlank() ? with : with.externalId(externalId);
    with = educateUrl == null || educateUrl.isBlank() ? with : with.educateUrl(educateUrl);
    with =
        severity == null || severity.known() == IndicatorSeverity.Known.UNRECOGNIZED
            ? with
            : with.severity(severity);
    with = expiry == null ? with : with.expiresAt(expiry);
    return alert == null || with.action().equals(IndicatorAction.AUDIT)
        ? with
        : with.generateAlert(alert);
  }
}
