package dev.defendersdk.machineactions.machines;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.OrderedField;
import dev.defendersdk.core.odata.TextField;
import java.time.Instant;

/**
 * The properties by which machines can be filtered. Page: get-machines.md. Tags can be filtered by
 * the page too, but no source shows how: use {@link MachinesClient#findByTag}.
 */
public final class MachineFields {

  static final MachineFields INSTANCE = new MachineFields();

  private MachineFields() {}

  /** The machine id. */
  public ChoiceField<String> id() {
    return FilterField.choice("id");
  }

  /** The fully qualified name. */
  public TextField computerDnsName() {
    return FilterField.text("computerDnsName");
  }

  /** When it last reported in full. */
  public OrderedField<Instant> lastSeen() {
    return FilterField.ordered("lastSeen");
  }

  /** The operating system, such as {@code Windows11}. */
  public ChoiceField<String> osPlatform() {
    return FilterField.choice("osPlatform");
  }

  /** The version of the operating system. */
  public ChoiceField<String> version() {
    return FilterField.choice("version");
  }

  /** The last address of a local interface. */
  public TextField lastIpAddress() {
    return FilterField.text("lastIpAddress");
  }

  /** How well the sensor reports. */
  public ChoiceField<HealthStatus> healthStatus() {
    return FilterField.choice("healthStatus");
  }

  /** Whether it is onboarded. */
  public ChoiceField<OnboardingStatus> onboardingStatus() {
    return FilterField.choice("onboardingStatus");
  }

  /** Its risk. */
  public ChoiceField<RiskScore> riskScore() {
    return FilterField.choice("riskScore");
  }

  /** Its exposure. */
  public ChoiceField<ExposureLevel> exposureLevel() {
    return FilterField.choice("exposureLevel");
  }

  /** The value that the tenant gives it. */
  public ChoiceField<DeviceValue> deviceValue() {
    return FilterField.choice("deviceValue");
  }

  /** The number of its device group. */
  public ChoiceField<Integer> rbacGroupId() {
    return FilterField.choice("rbacGroupId");
  }

  /** Its id in Entra ID. */
  public ChoiceField<String> aadDeviceId() {
    return FilterField.choice("aadDeviceId");
  }
}
