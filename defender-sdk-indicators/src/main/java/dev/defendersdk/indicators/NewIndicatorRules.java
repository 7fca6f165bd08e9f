package dev.defendersdk.indicators;

import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the service does not take of an indicator, beside its value. */
final class NewIndicatorRules {

  private static final Pattern WEB_PAGE =
      Pattern.compile("https?://[^\\s/?#]+([/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

  // The last time that has a text of the service's form: its years have four digits.
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private NewIndicatorRules() {}

  /** The action, if the type takes it. */
  static IndicatorAction allowed(IndicatorType type, IndicatorAction action) {
    if (type.actions().contains(action)) {
      return action;
    }
    List<String> allowed = type.actions().stream().map(IndicatorAction::value).sorted().toList();
    throw new IllegalArgumentException(
        "action is "
            + action
            + ": "
            + (action.isRetired()
                ? "it is retired. Pass " + action.current() + ", which took its place."
                : "an indicator of type "
                    + type
                    + " takes one of "
                    + allowed
                    + ". Pass one of these."));
  }

  /** The page, if this type and action show one. */
  static String educateUrl(String educateUrl, IndicatorType indicatorType, IndicatorAction action) {
    boolean isOfUrl = indicatorType.equals(IndicatorType.URL);
    boolean isShown = action.equals(IndicatorAction.BLOCK) || action.equals(IndicatorAction.WARN);
    if (!isOfUrl || !isShown) {
      throw new IllegalArgumentException(
          "educateUrl is "
              + Check.quote(educateUrl)
              + ": it is for indicators of type Url with Block or Warn, and this one is of type "
              + indicatorType
              + " with "
              + action
              + ". Leave it out.");
    }
    if (!WEB_PAGE.matcher(Check.notBlank(educateUrl, "educateUrl")).matches()) {
      throw new IllegalArgumentException(
          "educateUrl is "
              + Check.quote(educateUrl)
              + ": it must be a page of http or https, since users are led to it. Pass one such as"
              + " https://contoso.com/help.");
    }
    return educateUrl;
  }

  /** The time, rounded up to the second. */
  static Instant toTheSecond(Instant expirationTime) {
    if (Check.notNull(expirationTime, "expirationTime").isAfter(LAST)) {
      throw new IllegalArgumentException(
          "expirationTime is "
              + expirationTime
              + ": it must not be after "
              + LAST
              + ". Pass an earlier one, or leave it out: then it never expires.");
    }
    Instant second = expirationTime.truncatedTo(ChronoUnit.SECONDS);
    return second.equals(expirationTime) ? second : second.plusSeconds(1);
  }

  /** Refuses a time that is past by now. */
  static void checkExpiry(@Nullable Instant expiry, Instant now) {
    if (expiry != null && !expiry.isAfter(now)) {
      throw new IllegalArgumentException(
          "expirationTime is "
              + expiry
              + ": it must be after now, which is "
              + now
              + ". Pass a later one, or delete the indicator.");
    }
  }
}
