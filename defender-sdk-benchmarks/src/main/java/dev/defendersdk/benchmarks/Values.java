package dev.defendersdk.benchmarks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Values of generated members. The same seed gives the same values. */
final class Values {

  private static final Instant EPOCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final Random random;

  Values(long seed) {
    this.random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int between(int least, int bound) {
    return random.nextInt(least, bound);
  }

  boolean truth() {
    return random.nextBoolean();
  }

  /** With 0 to 7 digits of a second, as the service's times have. */
  String time() {
    LocalDateTime second =
        LocalDateTime.ofInstant(EPOCH.plusSeconds(random.nextInt(10_000_000)), ZoneOffset.UTC);
    int digits = random.nextInt(8);
    StringBuilder text = new StringBuilder(SECONDS.format(second));
    for (int i = 0; i < digits; i++) {
      text.append(i == 0 ? "." : "").append(random.nextInt(10));
    }
    return text.append('Z').toString();
  }

  String address() {
    return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
  }

  String guid() {
    return String.join("-", hex(8), hex(4), hex(4), hex(4), hex(12));
  }

  String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = 0; i < digits; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }

  String one(String[] values) {
    return values[random.nextInt(values.length)];
  }
}
