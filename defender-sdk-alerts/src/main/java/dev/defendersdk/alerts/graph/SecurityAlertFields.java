package dev.defendersdk.alerts.graph;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;

/**
 * The properties by which alerts can be filtered. Page: security-list-alerts_v2.md. Values of sets
 * are sent in the spelling of the schema.
 */
public final class SecurityAlertFields {

  static final SecurityAlertFields INSTANCE = new SecurityAlertFields();

  private SecurityAlertFields() {}

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

  /** When it was raised. */
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

  /** The product that it comes from. */
  public ChoiceField<ServiceSource> serviceSource() {
    return FilterField.choice("serviceSource", ServiceSource::sent);
  }

  /** How far the work on it is. */
  public ChoiceField<SecurityAlertStatus> status() {
    return FilterField.choice("status", SecurityAlertStatus::sent);
  }
}
