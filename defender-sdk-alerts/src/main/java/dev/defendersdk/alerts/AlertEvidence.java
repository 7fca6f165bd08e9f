package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an alert rests on: a file, a process, a user and so on. No page has a table of it: this is
 * from samples and the service metadata. What does not apply to its kind is null. Times are UTC,
 * with up to 7 digits of a second.
 *
 * @param entityType what it is
 * @param evidenceCreationTime when it was taken up
 * @param sha1 of files and processes
 * @param sha256 of files and processes
 * @param fileName of files and processes
 * @param filePath of files and processes: the folder
 * @param processId of processes
 * @param processCommandLine of processes
 * @param processCreationTime of processes
 * @param parentProcessId of processes
 * @param parentProcessCreationTime of processes
 * @param parentProcessFileName of processes
 * @param parentProcessFilePath of processes: the folder
 * @param ipAddress of addresses
 * @param url of URLs
 * @param registryKey of the registry
 * @param registryHive of the registry
 * @param registryValueType of the registry
 * @param registryValue of the registry
 * @param registryValueName of the registry
 * @param accountName of users
 * @param domainName of users
 * @param userSid of users: the security identifier
 * @param aadUserId of users: the id in Entra ID
 * @param userPrincipalName of users
 * @param detectionStatus of files and processes, such as {@code Detected}
 * @param additionalProperties members that this version does not know, or whose value was of
 *     another kind
 */
public record AlertEvidence(
    @Nullable EntityType entityType,
    @Nullable Instant evidenceCreationTime,
    @Nullable String sha1,
    @Nullable String sha256,
    @Nullable String fileName,
    @Nullable String filePath,
    @Nullable Long processId,
    @Nullable String processCommandLine,
    @Nullable Instant processCreationTime,
    @Nullable Long parentProcessId,
    @Nullable Instant parentProcessCreationTime,
    @Nullable String parentProcessFileName,
    @Nullable String parentProcessFilePath,
    @Nullable String ipAddress,
    @Nullable String url,
    @Nullable String registryKey,
    @Nullable String registryHive,
    @Nullable String registryValueType,
    @Nullable String registryValue,
    @Nullable String registryValueName,
    @Nullable String accountName,
    @Nullable String domainName,
    @Nullable String userSid,
    @Nullable String aadUserId,
    @Nullable String userPrincipalName,
    @Nullable String detectionStatus,
    @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) {

  /** Shows what it is, alone. */
  @Override
  public String toString() {
    return "AlertEvidence[" + entityType + "]";
  }
}
