package dev.defendersdk.examples.indicators;

import java.util.List;
import java.util.Locale;

/** Lines of cells, one column below the other. */
final class Columns {

  private Columns() {}

  static String aligned(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        int at = column;
        int width = lines.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
        cells.append(String.format(Locale.ROOT, "%-" + width + "s  ", line.get(column)));
      }
      text.append(cells.toString().stripTrailing()).append(System.lineSeparator());
    }
    return text.toString();
  }
}
