package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence: an entity that an alert is about, and the part that it plays. Its class
 * tells of what kind it is, and {@link #evidenceType()} does for a {@code switch}:
 *
 * <pre>{@code
 * SecurityAlert alert = new SecurityAlertsClient(defender).list().first().orElseThrow();
 * for (Evidence evidence : alert.evidence()) {
 *   if (evidence instanceof DeviceEvidence device) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>A kind that this version does not know is an {@link OtherEvidence}. The service adds kinds, so
 * does a minor release: the interface is open, and a {@code switch} needs a default. Evidence has
 * no id; what tells one from another is its kind and the members that name the entity. Page:
 * security-alertevidence.md. Times are UTC, with up to 7 digits of a second.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    include = JsonTypeInfo.As.EXISTING_PROPERTY,
    property = "@odata.type",
    visible = true,
    defaultImpl = OtherEvidence.class)
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = ActiveDirectoryDomainEvidence.class,
      name = "#microsoft.graph.security.activeDirectoryDomainEvidence"),
  @JsonSubTypes.Type(
      value = AiAgentEvidence.class,
      name = "#microsoft.graph.security.aiAgentEvidence"),
  @JsonSubTypes.Type(
      value = AmazonResourceEvidence.class,
      name = "#microsoft.graph.security.amazonResourceEvidence"),
  @JsonSubTypes.Type(
      value = AnalyzedMessageEvidence.class,
      name = "#microsoft.graph.security.analyzedMessageEvidence"),
  @JsonSubTypes.Type(
      value = AzureResourceEvidence.class,
      name = "#microsoft.graph.security.azureResourceEvidence"),
  @JsonSubTypes.Type(
      value = BlobContainerEvidence.class,
      name = "#microsoft.graph.security.blobContainerEvidence"),
  @JsonSubTypes.Type(value = BlobEvidence.class, name = "#microsoft.graph.security.blobEvidence"),
  @JsonSubTypes.Type(
      value = CloudApplicationEvidence.class,
      name = "#microsoft.graph.security.cloudApplicationEvidence"),
  @JsonSubTypes.Type(
      value = CloudLogonRequestEvidence.class,
      name = "#microsoft.graph.security.cloudLogonRequestEvidence"),
  @JsonSubTypes.Type(
      value = CloudLogonSessionEvidence.class,
      name = "#microsoft.graph.security.cloudLogonSessionEvidence"),
  @JsonSubTypes.Type(
      value = ContainerEvidence.class,
      name = "#microsoft.graph.security.containerEvidence"),
  @JsonSubTypes.Type(
      value = ContainerImageEvidence.class,
      name = "#microsoft.graph.security.containerImageEvidence"),
  @JsonSubTypes.Type(
      value = ContainerRegistryEvidence.class,
      name = "#microsoft.graph.security.containerRegistryEvidence"),
  @JsonSubTypes.Type(
      value = DeviceEvidence.class,
      name = "#microsoft.graph.security.deviceEvidence"),
  @JsonSubTypes.Type(value = DnsEvidence.class, name = "#microsoft.graph.security.dnsEvidence"),
  @JsonSubTypes.Type(value = FileEvidence.class, name = "#microsoft.graph.security.fileEvidence"),
  @JsonSubTypes.Type(
      value = FileHashEvidence.class,
      name = "#microsoft.graph.security.fileHashEvidence"),
  @JsonSubTypes.Type(
      value = GitHubOrganizationEvidence.class,
      name = "#microsoft.graph.security.gitHubOrganizationEvidence"),
  @JsonSubTypes.Type(
      value = GitHubRepoEvidence.class,
      name = "#microsoft.graph.security.gitHubRepoEvidence"),
  @JsonSubTypes.Type(
      value = GitHubUserEvidence.class,
      name = "#microsoft.graph.security.gitHubUserEvidence"),
  @JsonSubTypes.Type(
      value = GoogleCloudResourceEvidence.class,
      name = "#microsoft.graph.security.googleCloudResourceEvidence"),
  @JsonSubTypes.Type(
      value = HostLogonSessionEvidence.class,
      name = "#microsoft.graph.security.hostLogonSessionEvidence"),
  @JsonSubTypes.Type(
      value = IoTDeviceEvidence.class,
      name = "#microsoft.graph.security.ioTDeviceEvidence"),
  @JsonSubTypes.Type(value = IpEvidence.class, name = "#microsoft.graph.security.ipEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesClusterEvidence.class,
      name = "#microsoft.graph.security.kubernetesClusterEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesControllerEvidence.class,
      name = "#microsoft.graph.security.kubernetesControllerEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesNamespaceEvidence.class,
      name = "#microsoft.graph.security.kubernetesNamespaceEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesPodEvidence.class,
      name = "#microsoft.graph.security.kubernetesPodEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesSecretEvidence.class,
      name = "#microsoft.graph.security.kubernetesSecretEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesServiceAccountEvidence.class,
      name = "#microsoft.graph.security.kubernetesServiceAccountEvidence"),
  @JsonSubTypes.Type(
      value = KubernetesServiceEvidence.class,
      name = "#microsoft.graph.security.kubernetesServiceEvidence"),
  @JsonSubTypes.Type(
      value = MailboxConfigurationEvidence.class,
      name = "#microsoft.graph.security.mailboxConfigurationEvidence"),
  @JsonSubTypes.Type(
      value = MailboxEvidence.class,
      name = "#microsoft.graph.security.mailboxEvidence"),
  @JsonSubTypes.Type(
      value = MailClusterEvidence.class,
      name = "#microsoft.graph.security.mailClusterEvidence"),
  @JsonSubTypes.Type(
      value = MalwareEvidence.class,
      name = "#microsoft.graph.security.malwareEvidence"),
  @JsonSubTypes.Type(
      value = NetworkConnectionEvidence.class,
      name = "#microsoft.graph.security.networkConnectionEvidence"),
  @JsonSubTypes.Type(value = NicEvidence.class, name = "#microsoft.graph.security.nicEvidence"),
  @JsonSubTypes.Type(
      value = OauthApplicationEvidence.class,
      name = "#microsoft.graph.security.oauthApplicationEvidence"),
  @JsonSubTypes.Type(
      value = ProcessEvidence.class,
      name = "#microsoft.graph.security.processEvidence"),
  @JsonSubTypes.Type(
      value = RegistryKeyEvidence.class,
      name = "#microsoft.graph.security.registryKeyEvidence"),
  @JsonSubTypes.Type(
      value = RegistryValueEvidence.class,
      name = "#microsoft.graph.security.registryValueEvidence"),
  @JsonSubTypes.Type(
      value = SasTokenEvidence.class,
      name = "#microsoft.graph.security.sasTokenEvidence"),
  @JsonSubTypes.Type(
      value = SecurityGroupEvidence.class,
      name = "#microsoft.graph.security.securityGroupEvidence"),
  @JsonSubTypes.Type(
      value = ServicePrincipalEvidence.class,
      name = "#microsoft.graph.security.servicePrincipalEvidence"),
  @JsonSubTypes.Type(
      value = SubmissionMailEvidence.class,
      name = "#microsoft.graph.security.submissionMailEvidence"),
  @JsonSubTypes.Type(
      value = TeamsMessageEvidence.class,
      name = "#microsoft.graph.security.teamsMessageEvidence"),
  @JsonSubTypes.Type(value = UrlEvidence.class, name = "#microsoft.graph.security.urlEvidence"),
  @JsonSubTypes.Type(value = UserEvidence.class, name = "#microsoft.graph.security.userEvidence")
})
public interface Evidence {

  /**
   * What kind of entity it is. Null where the service leaves it out: in evidence within evidence,
   * whose kind its place tells.
   */
  @Nullable EvidenceType evidenceType();

  /** When it was added to the alert. */
  @Nullable Instant createdDateTime();

  /** What the automated investigation thinks of it. */
  @Nullable EvidenceVerdict verdict();

  /** What was done about it. */
  @Nullable EvidenceRemediationStatus remediationStatus();

  /** More of what was done about it. */
  @Nullable String remediationStatusDetails();

  /** The part that it plays: {@link EvidenceRole#COMPROMISED} for a victim, for example. */
  List<EvidenceRole> roles();

  /** The part that it plays, in words, such as {@code Main device}. */
  List<String> detailedRoles();

  /** Tags that the tenant gave it, such as those of a device. */
  List<String> tags();

  /** Members that this version does not know, or whose value was of another kind. */
  Map<String, @Nullable Object> additionalProperties();
}
