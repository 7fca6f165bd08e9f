package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An application as an actor in a tenant. Page: security-serviceprincipalevidence.md.
 *
 * <p>What all evidence has is told at {@link Evidence}.
 *
 * @param servicePrincipalObjectId the id of its object in Entra ID
 * @param servicePrincipalName its name
 * @param servicePrincipalType what it stands for
 * @param appId the application's id
 * @param appOwnerTenantId the tenant that registered the application
 * @param tenantId the tenant in which it acts
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ServicePrincipalEvidence(
    @JsonProperty("@odata.type") @Nullable EvidenceType evidenceType,
    @Nullable Instant createdDateTime,
    @Nullable EvidenceVerdict verdict,
    @Nullable EvidenceRemediationStatus remediationStatus,
    @Nullable String remediationStatusDetails,
    List<EvidenceRole> roles,
    List<String> detailedRoles,
    List<String> tags,
    @Nullable String servicePrincipalObjectId,
    @Nullable String servicePrincipalName,
    @Nullable ServicePrincipalType servicePrincipalType,
    @Nullable String appId,
    @Nullable String appOwnerTenantId,
    @Nullable String tenantId,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties)
    implements Evidence {

  /** Shows servicePrincipalObjectId alone. */
  @Override
  public String toString() {
    return "ServicePrincipalEvidence[" + servicePrincipalObjectId + "]";
  }
}
