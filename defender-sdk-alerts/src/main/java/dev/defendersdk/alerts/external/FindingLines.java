package dev.defendersdk.alerts.external;

import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.argument.Check;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Records as lines: words with blanks between them, each percent-encoded, so that no text breaks
 * it.
 */
final class FindingLines {

  static final String HEADER = "defender-sdk-findings 1";

  private static final String NONE = "-";
  private static final int WORDS = 9;

  private FindingLines() {}

  static String of(FindingRecord record) {
    StringJoiner line = new StringJoiner(" ");
    String alertId = record.alertId();
    for (String word :
        List.of(
            record.tenantId(),
            record.key(),
            record.stage().name(),
            record.time().toString(),
            record.event().deviceId(),
            record.event().eventTime().toString(),
            record.event().reportId(),
            record.title(),
            alertId == null ? NONE : alertId)) {
      line.add(URLEncoder.encode(word, StandardCharsets.UTF_8));
    }
    return line.toString();
  }

  /**
   * Puts all records into a store.
   *
   * @throws IllegalStateException if they were not written by this version or one before
   */
  static void read(List<String> lines, FindingStore into) {
    if (!lines.isEmpty() && !lines.get(0).equals(HEADER)) {
      throw new IllegalStateException(
          "the file begins with "
              + Check.quote(lines.get(0))
              + ": it is no store of findings, or of a later version. Pass another file.");
    }
    lines.stream().skip(1).forEach(line -> into.put(record(line)));
  }

  private static FindingRecord record(String line) {
    List<String> words =
        Arrays.stream(line.split(" ", -1))
            .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
            .toList();
    if (words.size() != WORDS) {
      throw broken(line, null);
    }
    try {
      String alertId = words.get(8);
      return new FindingRecord(
          words.get(0),
          words.get(1),
          FindingRecord.Stage.valueOf(words.get(2)),
          Instant.parse(words.get(3)),
          new EventReference(words.get(4), Instant.parse(words.get(5)), words.get(6)),
          words.get(7),
          alertId.equals(NONE) ? null : alertId);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw broken(line, e);
    }
  }

  private static IllegalStateException broken(String line, @Nullable Exception cause) {
    return new IllegalStateException(
        "the store has a line "
            + Check.quote(line)
            + " that it cannot have written."
            + " Mend it, or drop the line if its alert is not there.",
        cause);
  }
}
