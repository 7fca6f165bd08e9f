package dev.defendersdk.machineactions.internal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads .NET time spans, {@code [-][d.]hh:mm:ss[.fffffff]}, which are not of ISO 8601. */
public final class TimeSpans {

  private static final Pattern FORM =
      Pattern.compile("(-)?(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,9}))?");

  private TimeSpans() {}

  /** The time span of a text; null if it is none. */
  public static @Nullable Duration read(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    String days = matcher.group(2);
    String fraction = matcher.group(6);
    Duration span =
        Duration.ofDays(days == null ? 0 : Long.parseLong(days))
            .plusHours(Long.parseLong(matcher.group(3)))
            .plusMinutes(Long.parseLong(matcher.group(4)))
            .plusSeconds(Long.parseLong(matcher.group(5)))
            .plusNanos(
                fraction == null ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9)));
    return matcher.group(1) == null ? span : span.negated();
  }
}
