package dev.defendersdk.machineactions.scans;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a scan signs in, as the service answers it: with its secrets. Handle it as one. The type is
 * in {@code additionalProperties} as {@code @odata.type}. To send, there is {@link
 * ScanAuthentication}. Page: get-authenticated-scan-properties.md.
 *
 * @param type the kind of sign-in: a {@link WindowsAuthType} or a {@link SnmpAuthType}
 * @param keyVaultUri the key vault that holds the credentials
 * @param keyVaultSecretName the secret within it
 * @param domain the domain of the user
 * @param username the user
 * @param isGmsaUser whether the user is a group managed service account
 * @param password secret
 * @param privateKey secret, for Linux
 * @param packetPrivacy whether packets are encrypted
 * @param packetIntegrity whether packets are signed
 * @param communityString secret, for SNMP
 * @param authProtocol how SNMP authenticates
 * @param authPassword secret, for SNMP
 * @param privProtocol how SNMP encrypts
 * @param privPassword secret, for SNMP
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record ScanAuthenticationParams(
    @Nullable String type,
    @Nullable String keyVaultUri,
    @Nullable String keyVaultSecretName,
    @Nullable String domain,
    @Nullable String username,
    @Nullable Boolean isGmsaUser,
    @Nullable String password,
    @Nullable String privateKey,
    @Nullable Boolean packetPrivacy,
    @Nullable Boolean packetIntegrity,
    @Nullable String communityString,
    @Nullable String authProtocol,
    @Nullable String authPassword,
    @Nullable String privProtocol,
    @Nullable String privPassword,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows the type alone, no secret. */
  @Override
  public String toString() {
    return "ScanAuthenticationParams[" + type + "]";
  }
}
