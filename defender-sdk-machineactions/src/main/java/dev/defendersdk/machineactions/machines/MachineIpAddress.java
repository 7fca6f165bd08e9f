package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An address of a machine. Source: samples of exposed-apis-odata-samples.md, service metadata.
 *
 * @param ipAddress an IPv4 or IPv6 address
 * @param macAddress 12 hex digits without separators
 * @param type the kind of interface
 * @param operationalStatus how the interface stands
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record MachineIpAddress(
    @Nullable String ipAddress,
    @Nullable String macAddress,
    @Nullable InterfaceType type,
    @Nullable OperationalStatus operationalStatus,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the address alone. */
  @Override
  public String toString() {
    return "MachineIpAddress[" + ipAddress + "]";
  }
}
