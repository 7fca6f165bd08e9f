package dev.defendersdk.indicators.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What is written is read as it was, whatever is in its texts; and in a text with broken rows no
 * other row is lost. 200 files by default, 20,000 with {@code -Psoak}; {@code -Dseed} replays.
 */
class CsvPropertyTest {

  private static final int FILES = Boolean.getBoolean("soak") ? 20_000 : 200;
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String[] BITS = {
    "a",
    "Zürich",
    "\"",
    "\"\"",
    ",",
    "\n",
    "\r\n",
    "\r",
    " ",
    "=1+1",
    "\uD83D\uDE00",
    ";",
    "\t",
    "\uFEFF"
  };
  private static final IndicatorType[] TYPES = {
    IndicatorType.FILE_SHA1,
    IndicatorType.FILE_SHA256,
    IndicatorType.IP_ADDRESS,
    IndicatorType.DOMAIN_NAME,
    IndicatorType.URL
  };

  private final long seed = Long.getLong("seed", 20_261_126L);

  @Test
  void whatIsWrittenIsReadAsItWas() {
    System.out.println("CsvPropertyTest: " + FILES + " files, -Dseed=" + seed);
    for (int i = 0; i < FILES; i++) {
      Entries entries = new Entries(new Random(seed + i));
      List<CsvIndicator> written = entries.some(30);

      String text = text(written);
      List<CsvIndicator> read = read(text);

      assertThat(read).as("-Dseed=%s", seed + i).isEqualTo(written);
      assertThat(text(read)).as("-Dseed=%s", seed + i).isEqualTo(text);
    }
  }

  @Test
  void noRowIsLostToBrokenOnes() {
    for (int i = 0; i < FILES; i++) {
      Random random = new Random(seed + i);
      List<CsvIndicator> good = new Entries(random).some(10);
      StringBuilder text = new StringBuilder(text(List.of()));
      for (CsvIndicator each : good) {
        if (random.nextBoolean()) {
          text.append("DomainName,bad.example,Block,\"never closed,d\r\n");
        }
        text.append(row(each));
      }
      List<CsvIndicator> oneLined = good.stream().filter(each -> !row(each).isEmpty()).toList();

      assertThat(read(text.toString())).as("-Dseed=%s", seed + i).isEqualTo(oneLined);
    }
  }

  // Empty if it has several lines: those can be part of the cell of a broken row before it.
  private static String row(CsvIndicator entry) {
    String whole = text(List.of(entry));
    String row = whole.substring(text(List.of()).length());
    return row.strip().lines().count() == 1 ? row : "";
  }

  private static String text(List<CsvIndicator> entries) {
    StringWriter text = new StringWriter();
    try (CsvWriting csv = IndicatorCsv.write(text, NOW)) {
      entries.forEach(csv::add);
      assertThat(csv.omissions()).isEmpty();
    }
    return text.toString();
  }

  private static List<CsvIndicator> read(String text) {
    return IndicatorCsv.read(new StringReader(text), NOW).stream()
        .flatMap(row -> row.entry().stream())
        .toList();
  }

  private record Entries(Random random) {

    List<CsvIndicator> some(int most) {
      List<CsvIndicator> entries = new ArrayList<>();
      for (int i = random.nextInt(most); i >= 0; i--) {
        entries.add(entry());
      }
      return entries;
    }

    private CsvIndicator entry() {
      IndicatorType type = TYPES[random.nextInt(TYPES.length)];
      List<IndicatorAction> actions =
          type.actions().stream().sorted(Comparator.comparing(IndicatorAction::value)).toList();
      NewIndicator indicator =
          NewIndicator.of(
              type, value(type), actions.get(random.nextInt(actions.size())), text(), text());
      if (random.nextBoolean()) {
        indicator = indicator.expiresAt(NOW.plusSeconds(1 + random.nextInt(100_000_000)));
      }
      if (random.nextBoolean()) {
        indicator = indicator.severity(IndicatorSeverity.MEDIUM);
      }
      if (random.nextBoolean()) {
        indicator = indicator.recommendedActions(text());
      }
      if (random.nextBoolean()) {
        indicator = indicator.rbacGroupNames("Servers", "Zürich \"4\"");
      }
      if (random.nextBoolean()) {
        boolean isAudit = indicator.action().equals(IndicatorAction.AUDIT);
        indicator = indicator.generateAlert(isAudit || random.nextBoolean());
      }
      CsvIndicator entry = CsvIndicator.of(indicator);
      if (random.nextBoolean()) {
        entry = entry.category("CommandAndControl");
      }
      return random.nextBoolean() ? entry.mitreTechniques(List.of("T1566", "T1071.001")) : entry;
    }

    private String value(IndicatorType type) {
      return switch (type.known()) {
        case FILE_SHA1 -> "%040x".formatted(random.nextInt(1 << 30));
        case FILE_SHA256 -> "%064x".formatted(random.nextInt(1 << 30));
        case IP_ADDRESS -> "203.0.113." + random.nextInt(256);
        case DOMAIN_NAME -> "d" + random.nextInt(1_000) + ".example";
        default -> "https://d" + random.nextInt(1_000) + ".example/a,b?c=" + random.nextInt(10);
      };
    }

    private String text() {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        text.append(BITS[random.nextInt(BITS.length)]);
      }
      return text.toString().isBlank() ? "t" : text.toString();
    }
  }
}
