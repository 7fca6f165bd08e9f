package dev.defendersdk.machineactions.investigations;

import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;

/**
 * The properties by which investigations can be filtered. Page: get-investigation-collection.md.
 */
public final class InvestigationFields {

  static final InvestigationFields INSTANCE = new InvestigationFields();

  private InvestigationFields() {}

  /** When it was created. */
  public OrderedField<Instant> startTime() {
    return FilterField.ordered("startTime");
  }

  /** The investigation's id. */
  public ChoiceField<String> id() {
    return FilterField.choice("id");
  }

  /** Where it stands. */
  public ChoiceField<InvestigationState> state() {
    return FilterField.choice("state");
  }

  /** The machine that it began on. */
  public ChoiceField<String> machineId() {
    return FilterField.choice("machineId");
  }

  /** The alert that began it. */
  public ChoiceField<String> triggeringAlertId() {
    return FilterField.choice("triggeringAlertId");
  }
}
