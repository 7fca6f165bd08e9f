package dev.defendersdk.indicators;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import dev.defendersdk.core.odata.TextField;
import java.time.Instant;

/**
 * The properties by which indicators can be filtered. Not by when they last changed, nor by {@code
 * id} or {@code externalId}. Page: get-ti-indicators-collection.md.
 */
public final class IndicatorFields {

  static final IndicatorFields INSTANCE = new IndicatorFields();

  private IndicatorFields() {}

  /** The application, as its creator named it. */
  public TextField application() {
    return FilterField.text("application");
  }

  /** The name of who created it. */
  public TextField createdByDisplayName() {
    return FilterField.text("createdByDisplayName");
  }

  /** When it is deleted. */
  public OrderedField<Instant> expirationTime() {
    return FilterField.ordered("expirationTime");
  }

  /** Whether it raises alerts. */
  public ChoiceField<Boolean> generateAlert() {
    return FilterField.choice("generateAlert");
  }

  /** The title of its alert. */
  public TextField title() {
    return FilterField.text("title");
  }

  /**
   * The hash, thumbprint, address, domain or URL. What is compared with is what the tenant holds:
   * entries of others may have another form of the same value.
   */
  public TextField indicatorValue() {
    return FilterField.text("indicatorValue");
  }

  /** What the value is. */
  public ChoiceField<IndicatorType> indicatorType() {
    return FilterField.choice("indicatorType", IndicatorType::sent);
  }

  /** When it was created. */
  public OrderedField<Instant> creationTimeDateTimeUtc() {
    return FilterField.ordered("creationTimeDateTimeUtc");
  }

  /** Who created it: the id of an application, or a user principal name. */
  public TextField createdBy() {
    return FilterField.text("createdBy");
  }

  /** What Defender does; entries of old are found by retired actions. */
  public ChoiceField<IndicatorAction> action() {
    return FilterField.choice("action", IndicatorAction::sent);
  }

  /** How severe its alert is. */
  public ChoiceField<IndicatorSeverity> severity() {
    return FilterField.choice("severity", IndicatorSeverity::sent);
  }
}
