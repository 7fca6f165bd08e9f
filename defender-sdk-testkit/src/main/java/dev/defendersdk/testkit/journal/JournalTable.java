package dev.defendersdk.testkit.journal;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a journal. */
final class JournalTable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private JournalTable() {}

  static String print(List<JournalEntry> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("#", "arrived (UTC)", "operation", "request", "answer", "effect", "fault"));
    for (JournalEntry entry : entries) {
      rows.add(
          List.of(
              Long.toString(entry.number()),
              TIME.format(entry.arrived()),
              text(entry.operationId()),
              entry.method()
                  + " "
                  + entry.path()
                  + (entry.query() == null ? "" : "?" + entry.query()),
              answer(entry),
              text(entry.effect()),
              text(entry.fault())));
    }
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
      }
      table.append(line.toString().stripTrailing()).append('\n');
    }
    return table.toString();
  }

  private static String answer(JournalEntry entry) {
    if (entry.status() == null) {
      return "none";
    }
    return entry.errorCode() == null
        ? entry.status().toString()
        : entry.status() + " " + entry.errorCode();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
