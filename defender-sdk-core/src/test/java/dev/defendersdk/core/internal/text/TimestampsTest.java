package dev.defendersdk.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2018-08-02T14:55:03Z, 2018-08-02T14:55:03Z",
    "2018-08-02T14:55:03.2Z, 2018-08-02T14:55:03.2Z",
    "2018-08-02T14:55:03.7791856Z, 2018-08-02T14:55:03.7791856Z",
    "2018-08-02T14:55:03.123456789Z, 2018-08-02T14:55:03.123456789Z",
    "2000-02-29T23:59:59Z, 2000-02-29T23:59:59Z",
    "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z",
    "2018-08-02T16:55:03+02:00, 2018-08-02T14:55:03Z",
    "2025-10-06 12:00:00, 2025-10-06T12:00:00Z",
    "2025-10-06T12:00:00, 2025-10-06T12:00:00Z",
  })
  void everyFormThatTheServiceIsSeenToWriteIsRead(String text, String instant) {
    assertThat(Timestamps.read(text)).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2018-08-02",
        "2018-02-30T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2018-13-01T00:00:00Z",
        "2018-08-02T24:00:01Z",
        "2018-08-02T14:60:00Z",
        "2018-08-02T14:55:03.12x4Z",
        "not a time at all, but long",
        "2018-08-02T14:55:03.1234567890Z"
      })
  void whatIsNoTimestampIsNull(String text) {
    assertThat(Timestamps.read(text)).isNull();
  }

  @Test
  void theFastReaderAgreesWithTheLibraryOnRandomInstants() {
    long seed = 20_261_124L;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      long second = random.nextLong(-62_135_596_800L, 253_402_300_800L);
      Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
      String text = instant.toString();
      assertThat(Timestamps.read(text)).as("seed %d: %s", seed, text).isEqualTo(instant);
    }
  }

  @Test
  void theFastReaderAgreesWithTheLibraryOnDamagedText() {
    long seed = 4_711L;
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "0123456789-:.TZ+ ";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("2018-08-02T14:55:03.7791856Z");
      int at = random.nextInt(text.length());
      text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
      assertThat(Timestamps.read(text.toString()))
          .as("seed %d: %s", seed, text)
          .isEqualTo(byTheLibrary(text.toString()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2018-08-02T14:55:03Z, 2018-08-02T14:55:03Z",
    "2018-08-02T14:55:03.200Z, 2018-08-02T14:55:03.2Z",
    "2018-08-02T14:55:03.7791856Z, 2018-08-02T14:55:03.7791856Z",
    "2018-08-02T14:55:03.000000123Z, 2018-08-02T14:55:03.0000001Z",
    "2018-08-02T14:55:03.000000099Z, 2018-08-02T14:55:03Z",
  })
  void upToSevenDigitsAreWritten(String instant, String text) {
    assertThat(Timestamps.write(Instant.parse(instant))).isEqualTo(text);
  }

  @Test
  void digitsAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : Locale.getAvailableLocales()) {
        Locale.setDefault(locale);
        assertThat(Timestamps.write(Instant.parse("2024-01-02T03:04:05.1234567Z")))
            .as(locale.toString())
            .isEqualTo("2024-01-02T03:04:05.1234567Z");
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void allDigitsAreWrittenWhereTheyCount() {
    Instant instant = Instant.parse("2018-08-02T14:55:03.123456789Z");
    assertThat(Timestamps.writeExactly(instant)).isEqualTo("2018-08-02T14:55:03.123456789Z");
  }

  // What the library reads of text that the reader takes: a blank for T, and no zone, are allowed.
  private static Instant byTheLibrary(String text) {
    String iso = text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    try {
      return OffsetDateTime.parse(iso).toInstant();
    } catch (DateTimeException e) {
      try {
        return Instant.parse(iso + "Z");
      } catch (DateTimeException none) {
        return null;
      }
    }
  }
}
