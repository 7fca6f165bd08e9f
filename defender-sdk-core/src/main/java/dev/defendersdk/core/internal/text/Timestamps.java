package dev.defendersdk.core.internal.text;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Time stamps as the service writes them: ISO 8601 in UTC with 0 to 7 digits of a second
 * (auth-and-transport.md, section 4). The usual form is read by hand, since {@link Instant#parse}
 * was more than half of the time that decoding a page took; every other form goes to the library.
 */
public final class Timestamps {

  private static final int SECONDS_END = 19; // yyyy-MM-ddTHH:mm:ss
  private static final int[] NANOS_OF_DIGITS = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder().appendInstant(0).toFormatter();

  private Timestamps() {}

  /**
   * Reads a time stamp.
   *
   * @param ascii characters
   * @return the instant, or null if the characters are not a time stamp
   */
  public static @Nullable Instant read(byte[] ascii, int offset, int length) {
    long seconds = seconds(ascii, offset, length);
    if (seconds != Long.MIN_VALUE) {
      if (length == SECONDS_END + 1 && ascii[offset + SECONDS_END] == 'Z') {
        return Instant.ofEpochSecond(seconds);
      }
      int nanos = nanos(ascii, offset, length);
      if (nanos >= 0) {
        return Instant.ofEpochSecond(seconds, nanos);
      }
    }
    return readSlowly(new String(ascii, offset, length, StandardCharsets.UTF_8));
  }

  /** Reads a time stamp from text; null if it is none. */
  public static @Nullable Instant read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0, bytes.length);
  }

  /** Writes an instant as the service takes it: UTC, up to 7 digits, finer ones cut off. */
  public static String write(Instant instant) {
    return write(instant, 7);
  }

  /** Writes an instant with all of its digits. */
  public static String writeExactly(Instant instant) {
    return write(instant, 9);
  }

  // Digit by digit: formats of the library write the digits of the default locale.
  @SuppressWarnings("JavaInstantGetSecondsGetNano") // the seconds are written before
  private static String write(Instant instant, int mostDigits) {
    String seconds = WRITTEN.format(instant);
    char[] digits = new char[mostDigits];
    int rest = instant.getNano() / NANOS_OF_DIGITS[mostDigits];
    int length = 0;
    for (int i = mostDigits - 1; i >= 0; i--) {
      digits[i] = (char) ('0' + rest % 10);
      rest /= 10;
      length = length == 0 && digits[i] != '0' ? i + 1 : length;
    }
    return length == 0
        ? seconds
        : seconds.substring(0, seconds.length() - 1) + "." + new String(digits, 0, length) + "Z";
  }

  private static long seconds(byte[] c, int o, int length) {
    if (length <= SECONDS_END
        || c[o + 4] != '-'
        || c[o + 7] != '-'
        || c[o + 10] != 'T'
        || c[o + 13] != ':'
        || c[o + 16] != ':') {
      return Long.MIN_VALUE;
    }
    int year = two(c, o) * 100 + two(c, o + 2);
    int month = two(c, o + 5);
    int day = two(c, o + 8);
    int hour = two(c, o + 11);
    int minute = two(c, o + 14);
    int second = two(c, o + 17);
    if (two(c, o) < 0
        || two(c, o + 2) < 0
        || month < 1
        || month > 12
        || day < 1
        || day > daysOf(year, month)
        || hour < 0
        || hour > 23
        || minute < 0
        || minute > 59
        || second < 0
        || second > 59) {
      return Long.MIN_VALUE;
    }
    return epochDay(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second;
  }

  private static int nanos(byte[] c, int o, int length) {
    int digits = length - SECONDS_END - 2; // without the point and the Z
    if (digits < 1 || digits > 9 || c[o + SECONDS_END] != '.' || c[o + length - 1] != 'Z') {
      return -1;
    }
    int value = 0;
    for (int i = o + SECONDS_END + 1; i < o + length - 1; i++) {
      int digit = c[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value * NANOS_OF_DIGITS[digits];
  }

  private static int two(byte[] c, int at) {
    int tens = c[at] - '0';
    int ones = c[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private static int daysOf(int year, int month) {
    if (month == 2) {
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  // Days since 1970-01-01 in the proleptic Gregorian calendar, with the year begun in March.
  private static long epochDay(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int yearOfEra = y - era * 400;
    int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097L + dayOfEra - 719_468L;
  }

  // Offsets, a blank in place of T, and no zone at all (export rows) are read too: UTC is meant.
  private static @Nullable Instant readSlowly(String text) {
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeParseException noOffset) {
      try {
        return Instant.parse(iso + "Z");
      } catch (DateTimeException noTimestamp) {
        return null;
      }
    }
  }
}
