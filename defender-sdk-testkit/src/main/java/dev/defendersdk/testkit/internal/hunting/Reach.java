package dev.defendersdk.testkit.internal.hunting;

import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Timestamps;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that a query looks at: its time span in one of five forms, and never more than 30 days
 * back. Page: security-security-runhuntingquery.md.
 */
record Reach(Instant from, Instant to) {

  private static final Duration MOST = Duration.ofDays(30);

  static Reach of(@Nullable String timespan, Instant now) {
    Instant oldest = now.minus(MOST);
    Reach asked = timespan == null ? new Reach(oldest, now) : asked(timespan, now);
    return new Reach(asked.from.isBefore(oldest) ? oldest : asked.from, asked.to);
  }

  private static Reach asked(String timespan, Instant now) {
    String[] parts = timespan.split("/", -1);
    Instant first = Timestamps.parse(parts[0]);
    if (parts.length == 1) {
      return first != null ? new Reach(first, now) : new Reach(now.minus(period(timespan)), now);
    }
    Instant second = Timestamps.parse(parts[1]);
    if (parts.length == 2 && first != null) {
      return new Reach(first, second != null ? second : first.plus(period(parts[1])));
    }
    if (parts.length == 2 && second != null) {
      return new Reach(second.minus(period(parts[0])), second);
    }
    throw bad(timespan);
  }

  private static Duration period(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw bad(text);
    }
  }

  private static ApiError bad(String text) {
    return ApiError.badRequest("Invalid Timespan: " + text);
  }

  boolean holds(@Nullable Object timestamp) {
    return timestamp instanceof Instant instant && !instant.isBefore(from) && !instant.isAfter(to);
  }
}
