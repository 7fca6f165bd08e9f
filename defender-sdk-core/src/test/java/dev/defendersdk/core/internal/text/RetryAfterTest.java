package dev.defendersdk.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void secondsAsTheServiceSendsThem() {
    assertThat(of("60", null)).isEqualTo(Duration.ofSeconds(60));
    assertThat(of("0", null)).isEqualTo(Duration.ZERO);
    assertThat(of("1.5", null)).isEqualTo(Duration.ofMillis(1_500));
  }

  @Test
  void aDateCountsByTheServersOwnClock() {
    // The local clock is an hour ahead: it must not matter.
    assertThat(of("Tue, 24 Nov 2026 11:01:30 GMT", "Tue, 24 Nov 2026 11:00:00 GMT"))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(of("Tue, 24 Nov 2026 12:00:30 GMT", null)).isEqualTo(Duration.ofSeconds(30));
    assertThat(of("Tue, 24 Nov 2026 11:00:00 GMT", null)).isEqualTo(Duration.ZERO);
  }

  @Test
  void nonsenseIsNoHintAndTheLongestIsADay() {
    assertThat(of("soon", null)).isNull();
    assertThat(of("-5", null)).isNull();
    assertThat(of("", null)).isNull();
    assertThat(of("999999999", null)).isEqualTo(Duration.ofDays(1));
    assertThat(of("99999999999", null)).isEqualTo(Duration.ofDays(1));
  }

  private static Duration of(String value, String date) {
    Map<String, List<String>> headers =
        date == null
            ? Map.of("Retry-After", List.of(value))
            : Map.of("Retry-After", List.of(value), "Date", List.of(date));
    return RetryAfter.of(HttpHeaders.of(headers, (n, v) -> true), NOW);
  }
}
