package dev.defendersdk.indicators.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of the portal's form, as indicator-manage.md names and orders them. */
enum CsvColumn {
  INDICATOR_TYPE("indicatorType", true),
  INDICATOR_VALUE("indicatorValue", true),
  ACTION("action", true),
  TITLE("title", true),
  DESCRIPTION("description", true),
  EXPIRATION_TIME("expirationTime", false),
  SEVERITY("severity", false),
  RECOMMENDED_ACTIONS("recommendedActions", false),
  RBAC_GROUPS("rbacGroups", false),
  CATEGORY("category", false),
  MITRE_TECHNIQUES("mitretechniques", false),
  GENERATE_ALERT("GenerateAlert", false);

  private final String title;
  private final boolean required;

  CsvColumn(String title, boolean required) {
    this.title = title;
    this.required = required;
  }

  /** As the header has it. */
  String title() {
    return title;
  }

  /** Whether every row must have a value in it. */
  boolean isRequired() {
    return required;
  }

  /** The column of a cell of the header, in any case. */
  static Optional<CsvColumn> of(String cell) {
    return Arrays.stream(values())
        .filter(column -> column.title.equalsIgnoreCase(cell.strip()))
        .findFirst();
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(CsvColumn::title).toList();
  }
}
