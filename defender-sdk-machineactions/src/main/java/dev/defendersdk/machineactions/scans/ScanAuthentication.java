package dev.defendersdk.machineactions.scans;

import java.util.Map;

/**
 * How a scan signs in: {@link WindowsAuthentication} or {@link SnmpAuthentication}. What it holds
 * of secrets goes to the service and nowhere else: no method gives it back. Page:
 * get-authenticated-scan-properties.md.
 */
public abstract class ScanAuthentication {

  ScanAuthentication() {}

  /** What is scanned that way. */
  abstract AuthScanType scanType();

  /** As the body has it. */
  abstract Map<String, Object> members();

  /** Shows the kind alone, no secret. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + members().get("type") + "]";
  }
}
