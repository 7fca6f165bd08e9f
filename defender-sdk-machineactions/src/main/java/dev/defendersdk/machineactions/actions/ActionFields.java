package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import java.time.Instant;

/**
 * The properties by which machine actions can be filtered. Page: get-machineactions-collection.md.
 */
public final class ActionFields {

  static final ActionFields INSTANCE = new ActionFields();

  private ActionFields() {}

  /** The action's id. */
  public ChoiceField<String> id() {
    return FilterField.choice("id");
  }

  /** The machine that it is for. */
  public ChoiceField<String> machineId() {
    return FilterField.choice("machineId");
  }

  /** Its kind. */
  public ChoiceField<ActionType> type() {
    return FilterField.choice("type");
  }

  /** Where it stands. */
  public ChoiceField<ActionStatus> status() {
    return FilterField.choice("status");
  }

  /** Who asked for it. */
  public ChoiceField<String> requestor() {
    return FilterField.choice("requestor");
  }

  /** When it was asked for. */
  public OrderedField<Instant> creationDateTimeUtc() {
    return FilterField.ordered("creationDateTimeUtc");
  }
}
