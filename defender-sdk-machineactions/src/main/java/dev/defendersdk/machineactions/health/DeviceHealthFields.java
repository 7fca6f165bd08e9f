package dev.defendersdk.machineactions.health;

import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.TextField;

/**
 * The properties by which the health of machines can be filtered. The page excludes the id and the
 * name of the device group. Page: device-health-export-antivirus-health-report-api.md.
 */
public final class DeviceHealthFields {

  static final DeviceHealthFields INSTANCE = new DeviceHealthFields();

  private DeviceHealthFields() {}

  /** The machine id. */
  public ChoiceField<String> machineId() {
    return FilterField.choice("machineId");
  }

  /** The machine's name. */
  public TextField computerDnsName() {
    return FilterField.text("computerDnsName");
  }

  /** The kind of operating system. */
  public ChoiceField<String> osKind() {
    return FilterField.choice("osKind");
  }

  /** The operating system, such as {@code Windows10}. */
  public ChoiceField<String> osPlatform() {
    return FilterField.choice("osPlatform");
  }

  /** The version of the operating system. */
  public ChoiceField<String> osVersion() {
    return FilterField.choice("osVersion");
  }

  /** How the antivirus runs. */
  public ChoiceField<AvMode> avMode() {
    return FilterField.choice("avMode");
  }

  /** The version of the security intelligence. */
  public ChoiceField<String> avSignatureVersion() {
    return FilterField.choice("avSignatureVersion");
  }

  /** The version of the engine. */
  public ChoiceField<String> avEngineVersion() {
    return FilterField.choice("avEngineVersion");
  }

  /** The version of the platform. */
  public ChoiceField<String> avPlatformVersion() {
    return FilterField.choice("avPlatformVersion");
  }

  /** How the last quick scan ended. */
  public ChoiceField<String> quickScanResult() {
    return FilterField.choice("quickScanResult");
  }

  /** The error of the last quick scan. */
  public ChoiceField<String> quickScanError() {
    return FilterField.choice("quickScanError");
  }

  /** How the last full scan ended. */
  public ChoiceField<String> fullScanResult() {
    return FilterField.choice("fullScanResult");
  }

  /** The error of the last full scan. */
  public ChoiceField<String> fullScanError() {
    return FilterField.choice("fullScanError");
  }

  /** Whether the security intelligence is up to date. */
  public ChoiceField<UpToDate> avIsSignatureUpToDate() {
    return FilterField.choice("avIsSignatureUpToDate");
  }

  /** Whether the engine is. */
  public ChoiceField<UpToDate> avIsEngineUpToDate() {
    return FilterField.choice("avIsEngineUpToDate");
  }

  /** Whether the platform is. */
  public ChoiceField<UpToDate> avIsPlatformUpToDate() {
    return FilterField.choice("avIsPlatformUpToDate");
  }

  /** The number of its device group. */
  public ChoiceField<Long> rbacGroupId() {
    return FilterField.choice("rbacGroupId");
  }
}
