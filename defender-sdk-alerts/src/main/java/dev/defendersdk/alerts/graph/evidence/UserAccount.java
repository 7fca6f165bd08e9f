package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account of a user, in Active Directory, Entra ID or on a device. Page:
 * security-useraccount.md.
 *
 * @param accountName its name, without the domain
 * @param domainName the domain that it belongs to
 * @param userSid its security identifier
 * @param azureAdUserId its object id in Entra ID
 * @param activeDirectoryObjectGuid the id of its object in Active Directory
 * @param userPrincipalName its name as at sign-in
 * @param displayName its name as people know it
 * @param tenantId the account's home tenant
 * @param resourceAccessEvents what was reached with it
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record UserAccount(
    @Nullable String accountName,
    @Nullable String domainName,
    @Nullable String userSid,
    @Nullable String azureAdUserId,
    @Nullable String activeDirectoryObjectGuid,
    @Nullable String userPrincipalName,
    @Nullable String displayName,
    @Nullable String tenantId,
    List<ResourceAccessEvent> resourceAccessEvents,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows azureAdUserId alone. */
  @Override
  public String toString() {
    return "UserAccount[" + azureAdUserId + "]";
  }
}
