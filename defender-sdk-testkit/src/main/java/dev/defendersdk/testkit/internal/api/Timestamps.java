package dev.defendersdk.testkit.internal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** Timestamps as the service writes them: UTC, 0 to 7 fraction digits, trailing zeros dropped. */
public final class Timestamps {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private Timestamps() {}

  public static String format(Instant instant) {
    StringBuilder text = new StringBuilder(28).append(SECONDS.format(instant));
    int ticks = instant.get(ChronoField.NANO_OF_SECOND) / 100;
    if (ticks != 0) {
      String digits = Integer.toString(ticks + 10_000_000).substring(1);
      int end = digits.length();
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
      text.append('.').append(digits, 0, end);
    }
    return text.append('Z').toString();
  }

  /** To 100 nanoseconds, all that the service keeps. */
  public static Instant toTicks(Instant instant) {
    return instant.minusNanos(instant.get(ChronoField.NANO_OF_SECOND) % 100);
  }

  /** Reads {@code 2024-01-02}, {@code 2024-01-02Z} and full timestamps; null if it is neither. */
  public static @Nullable Instant parse(String text) {
    try {
      if (text.indexOf('T') < 0 && text.indexOf('t') < 0) {
        String date = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
