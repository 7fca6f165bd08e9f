package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a device as a virtual machine. Page: security-vmmetadata.md.
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
    @Nullable VmCloudProvider cloudProvider,
    @Nullable String resourceId,
    @Nullable String subscriptionId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows vmId alone. */
  @Override
  public String toString() {
    return "VmMetadata[" + vmId + "]";
  }
}
