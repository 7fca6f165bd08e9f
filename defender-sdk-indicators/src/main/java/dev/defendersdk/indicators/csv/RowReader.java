package dev.defendersdk.indicators.csv;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.IndicatorSeverity;
import dev.defendersdk.indicators.IndicatorType;
import dev.defendersdk.indicators.NewIndicator;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an indicator of one row, and finds all that keeps it from being one. */
final class RowReader {

  private final CsvForm form;
  private final CsvText.Row row;
  private final Instant now;
  private final List<CsvProblem> problems = new ArrayList<>();

  private RowReader(CsvForm form, CsvText.Row row, Instant now) {
    this.form = form;
    this.row = row;
    this.now = now;
  }

  static CsvRow read(CsvForm form, CsvText.Row row, Instant now) {
    return new RowReader(form, row, now).read();
  }

  private CsvRow read() {
    if (row.broken() != null) {
      add(form.title(row.cells().size()), row.broken(), String.valueOf(row.reason()));
      return new CsvRow(row.number(), row.line(), Optional.empty(), Optional.empty(), problems());
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (form.title(i) == null && !row.cells().get(i).isBlank()) {
        add(
            null,
            row.cells().get(i),
            "it is in column "
                + (i + 1)
                + ", which has no name in the header. Quote cells that have commas in them.");
      }
    }
    IndicatorAction action = read(CsvColumn.ACTION, cell -> IndicatorAction.of(cell.strip()));
    CsvIndicator entry = entry(action);
    return new CsvRow(
        row.number(),
        row.line(),
        problems.isEmpty() ? Optional.ofNullable(entry) : Optional.empty(),
        Optional.ofNullable(action).filter(IndicatorAction::isRetired),
        problems());
  }

  private @Nullable CsvIndicator entry(@Nullable IndicatorAction action) {
    IndicatorType type = read(CsvColumn.INDICATOR_TYPE, RowReader::type);
    String value =
        read(CsvColumn.INDICATOR_VALUE, cell -> type == null ? cell : type.canonical(cell.strip()));
    String title = read(CsvColumn.TITLE, Function.identity());
    String description = read(CsvColumn.DESCRIPTION, Function.identity());
    Instant expiry = read(CsvColumn.EXPIRATION_TIME, RowReader::time);
    IndicatorSeverity severity = read(CsvColumn.SEVERITY, RowReader::severity);
    Boolean alert = read(CsvColumn.GENERATE_ALERT, RowReader::truth);
    if (type == null || value == null || action == null || title == null || description == null) {
      return null;
    }
    NewIndicator indicator =
        read(CsvColumn.ACTION, cell -> indicator(type, value, action, title, description));
    if (indicator == null) {
      return null;
    }
    if (severity != null) {
      indicator = indicator.severity(severity);
    }
    indicator = with(indicator, CsvColumn.EXPIRATION_TIME, expiry, this::expiring);
    indicator = with(indicator, CsvColumn.GENERATE_ALERT, alert, NewIndicator::generateAlert);
    indicator =
        with(
            indicator,
            CsvColumn.RECOMMENDED_ACTIONS,
            read(CsvColumn.RECOMMENDED_ACTIONS, Function.identity()),
            NewIndicator::recommendedActions);
    List<String> groups = read(CsvColumn.RBAC_GROUPS, RowReader::list);
    return extended(groups == null ? indicator : indicator.rbacGroupNames(groups));
  }

  private CsvIndicator extended(NewIndicator indicator) {
    CsvIndicator entry = CsvIndicator.of(indicator);
    String category = read(CsvColumn.CATEGORY, String::strip);
    List<String> techniques = read(CsvColumn.MITRE_TECHNIQUES, RowReader::list);
    entry = category == null ? entry : entry.category(category);
    return techniques == null ? entry : entry.mitreTechniques(techniques);
  }

  private static NewIndicator indicator(
      IndicatorType type, String value, IndicatorAction action, String title, String description) {
    try {
      return NewIndicator.of(type, value, action.current(), title, description);
    } catch (IllegalArgumentException e) {
      throw action.isRetired()
          ? new IllegalArgumentException(
              action + " is retired, and is read as " + action.current() + "; " + e.getMessage(), e)
          : e;
    }
  }

  private NewIndicator expiring(NewIndicator indicator, Instant expiry) {
    return indicator.expiresAt(expiry).asOf(now);
  }

  private static IndicatorType type(String cell) {
    IndicatorType type = IndicatorType.of(cell.strip());
    if (type.actions().isEmpty()) {
      throw new IllegalArgumentException(
          "indicatorType is "
              + type
              + ": no indicator of this type can be submitted. Write one of FileSha1, FileSha256,"
              + " IpAddress, DomainName and Url.");
    }
    return type;
  }

  private static IndicatorSeverity severity(String cell) {
    IndicatorSeverity severity = IndicatorSeverity.of(cell.strip());
    if (severity.known() == IndicatorSeverity.Known.UNRECOGNIZED) {
      throw new IllegalArgumentException(
          "severity is "
              + Check.quote(cell)
              + ": it must be Informational, Low, Medium or High. Write one of these, or nothing.");
    }
    return severity;
  }

  private static Instant time(String cell) {
    try {
      return Instant.parse(cell.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "expirationTime is "
              + Check.quote(cell)
              + ": it must be a time in UTC such as 2027-01-31T23:59:59.0Z. Write it so;"
              + " spreadsheets like to change it.",
          e);
    }
  }

  private static Boolean truth(String cell) {
    String text = cell.strip();
    if (!text.equalsIgnoreCase("True") && !text.equalsIgnoreCase("False")) {
      throw new IllegalArgumentException(
          "GenerateAlert is "
              + Check.quote(cell)
              + ": it must be True or False. Write one of these, or nothing.");
    }
    return text.equalsIgnoreCase("True");
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** What a cell holds; null if it is blank, or has a problem, which is then noted. */
  private <T> @Nullable T read(CsvColumn column, Function<String, T> reader) {
    String cell = form.cell(row, column);
    try {
      if (!cell.isBlank()) {
        return reader.apply(cell);
      }
      if (column.isRequired()) {
        add(column.title(), cell, "the form requires it. Write what it stands for.");
      }
    } catch (IllegalArgumentException e) {
      add(column.title(), cell, String.valueOf(e.getMessage()));
    }
    return null;
  }

  private interface Setter<T> {
    NewIndicator set(NewIndicator indicator, T value);
  }

  private <T> NewIndicator with(
      NewIndicator indicator, CsvColumn column, @Nullable T value, Setter<T> setter) {
    NewIndicator changed =
        value == null ? null : read(column, cell -> setter.set(indicator, value));
    return changed == null ? indicator : changed;
  }

  private void add(@Nullable String column, String value, String reason) {
    problems.add(new CsvProblem(row.number(), row.line(), column, value, reason));
  }

  private List<CsvProblem> problems() {
    return List.copyOf(problems);
  }
}
