package dev.defendersdk.indicators.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a header says: which column stands where. */
final class CsvForm {

  private final List<String> header;
  private final Map<CsvColumn, Integer> places = new EnumMap<>(CsvColumn.class);
  private final List<String> unknown = new ArrayList<>();

  /**
   * The form of a header.
   *
   * @throws IllegalArgumentException if it lacks a column that is required, or has one twice
   */
  CsvForm(CsvText.@Nullable Row first) {
    header = first == null ? List.of() : first.cells();
    for (int i = 0; i < header.size(); i++) {
      String cell = header.get(i);
      Optional<CsvColumn> column = CsvColumn.of(cell);
      if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
        throw new IllegalArgumentException(
            "csv has the column "
                + column.get().title()
                + " twice: which one holds cannot be told. Take one out.");
      }
      if (column.isEmpty() && !cell.isBlank()) {
        unknown.add(cell.strip());
      }
    }
    List<String> missing = new ArrayList<>();
    for (CsvColumn column : CsvColumn.values()) {
      if (column.isRequired() && !places.containsKey(column)) {
        missing.add(column.title());
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "csv has a first row of "
              + header
              + ": it lacks "
              + String.join(", ", missing)
              + ". "
              + fix(header));
    }
  }

  private static String fix(List<String> header) {
    boolean otherwiseSeparated =
        header.size() == 1 && header.get(0).matches("(?s).*[;\t].*[;\t].*");
    return otherwiseSeparated
        ? "Save it with commas between the columns."
        : "Begin with a row of the names of the columns: "
            + String.join(",", CsvColumn.titles())
            + ".";
  }

  /** The columns that the form does not know, as the header has them. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  /** A cell, as it is written; empty if the row or the header has none. */
  String cell(CsvText.Row row, CsvColumn column) {
    Integer place = places.get(column);
    // Spreadsheets leave out the commas of empty cells at the end of a row.
    return place == null || place >= row.cells().size() ? "" : row.cells().get(place);
  }

  /** The name of a column by its place; null if it is beyond the header, or has no name. */
  @Nullable String title(int place) {
    return place >= header.size() || header.get(place).isBlank() ? null : header.get(place).strip();
  }
}
