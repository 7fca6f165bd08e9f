package dev.defendersdk.examples.indicators;

import dev.defendersdk.examples.indicators.Observable.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A log of what was seen, one observable a line: time (UTC), device group, kind and value, with
 * tabs between them; see {@code observables.tsv}. Put your own log here.
 */
final class ObservablesLog {

  private static final int FIELDS = 4;

  private ObservablesLog() {}

  static List<Observable> read(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).map(ObservablesLog::observable).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Observable observable(String line) {
    String[] fields = line.split("\t", -1);
    try {
      if (fields.length == FIELDS) {
        return new Observable(
            Instant.parse(fields[0]),
            fields[1].isBlank() ? null : fields[1],
            Kind.valueOf(fields[2].toUpperCase(Locale.ROOT)),
            fields[3]);
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      // Said below, as for any other line that is none.
    }
    throw new IllegalArgumentException(
        "the log has the line \""
            + line
            + "\": it must have a time, a device group (or nothing), one of hash, address, domain and"
            + " url, and a value, with tabs between them");
  }
}
