package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;

/**
 * The properties by which incidents can be filtered. Page: security-list-incidents.md. Values of
 * sets are sent in the spelling of the schema.
 */
public final class IncidentFields {

  static final IncidentFields INSTANCE = new IncidentFields();

  private IncidentFields() {}

  /** Who works on it; {@code isNull()} for nobody. */
  public ChoiceField<String> assignedTo() {
    return FilterField.choice("assignedTo");
  }

  /** What people found it to be. */
  public ChoiceField<SecurityAlertClassification> classification() {
    return FilterField.choice("classification", SecurityAlertClassification::sent);
  }

  /** What was behind it. */
  public ChoiceField<SecurityAlertDetermination> determination() {
    return FilterField.choice("determination", SecurityAlertDetermination::sent);
  }

  /** When it was created. */
  public OrderedField<Instant> createdDateTime() {
    return FilterField.ordered("createdDateTime");
  }

  /** When it was last changed. */
  public OrderedField<Instant> lastUpdateDateTime() {
    return FilterField.ordered("lastUpdateDateTime");
  }

  /** How severe it is. */
  public ChoiceField<SecurityAlertSeverity> severity() {
    return FilterField.choice("severity", SecurityAlertSeverity::sent);
  }

  /** How far the work on it is; those merged into others are {@code redirected}. */
  public ChoiceField<IncidentStatus> status() {
    return FilterField.choice("status", IncidentStatus::sent);
  }
}
