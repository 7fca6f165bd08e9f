package dev.defendersdk.alerts;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import dev.defendersdk.core.odata.TextField;
import java.time.Instant;

/** The properties by which alerts can be filtered. Page: get-alerts.md. */
public final class AlertFields {

  static final AlertFields INSTANCE = new AlertFields();

  private AlertFields() {}

  /** When it was created. */
  public OrderedField<Instant> alertCreationTime() {
    return FilterField.ordered("alertCreationTime");
  }

  /** When it last changed: what to poll by. */
  public OrderedField<Instant> lastUpdateTime() {
    return FilterField.ordered("lastUpdateTime");
  }

  /** The last event of it on the device. */
  public OrderedField<Instant> lastEventTime() {
    return FilterField.ordered("lastEventTime");
  }

  /** The incident that it is a part of. */
  public OrderedField<Long> incidentId() {
    return FilterField.ordered("incidentId");
  }

  /** The automated investigation that it began. The page prints {@code InvestigationId}. */
  public OrderedField<Long> investigationId() {
    return FilterField.ordered("investigationId");
  }

  /** The alert's id. */
  public ChoiceField<String> id() {
    return FilterField.choice("id");
  }

  /** Who works on it. The page prints {@code asssignedTo}. */
  public TextField assignedTo() {
    return FilterField.text("assignedTo");
  }

  /** What detected it. */
  public ChoiceField<DetectionSource> detectionSource() {
    return FilterField.choice("detectionSource", DetectionSource::sent);
  }

  /** Where the work on it stands. */
  public ChoiceField<AlertStatus> status() {
    return FilterField.choice("status", AlertStatus::sent);
  }

  /** How severe it is. */
  public ChoiceField<AlertSeverity> severity() {
    return FilterField.choice("severity", AlertSeverity::sent);
  }

  /** Its category. */
  public ChoiceField<AlertCategory> category() {
    return FilterField.choice("category", AlertCategory::sent);
  }
}
