package dev.defendersdk.core.internal.text;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Retry-After header: seconds by the service's pages, a date by the standard. */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** The wait that an answer asks for, or null. A date is counted by the answer's own clock. */
  public static @Nullable Duration of(HttpHeaders headers, Instant now) {
    String value = headers.firstValue("Retry-After").orElse("").trim();
    if (value.isEmpty()) {
      return null;
    }
    if (value.matches("\\d{10,}")) {
      return LONGEST;
    }
    if (value.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return shortened(Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1_000)));
    }
    Instant until = date(value);
    if (until == null) {
      return null;
    }
    Instant serverNow = date(headers.firstValue("Date").orElse(""));
    Duration wait = Duration.between(serverNow == null ? now : serverNow, until);
    return wait.isNegative() ? Duration.ZERO : shortened(wait);
  }

  private static Duration shortened(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static @Nullable Instant date(String value) {
    try {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
