package dev.defendersdk.machineactions.machines;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a machine as a virtual machine. Source: service metadata.
 *
 * @param vmId the virtual machine's id
 * @param cloudProvider its cloud
 * @param resourceId its resource in that cloud
 * @param subscriptionId its subscription in that cloud
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record VmMetadata(
    @Nullable String vmId,
    @Nullable CloudProvider cloudProvider,
    @Nullable String resourceId,
    @Nullable String subscriptionId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the id alone. */
  @Override
  public String toString() {
    return "VmMetadata[" + vmId + "]";
  }
}
