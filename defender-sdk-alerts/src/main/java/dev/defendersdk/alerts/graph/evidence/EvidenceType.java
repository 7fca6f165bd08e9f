package dev.defendersdk.alerts.graph.evidence;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What kind of entity a piece of evidence is, as {@code @odata.type} tells it. Page:
 * security-alertevidence.md. The service writes it with {@code #} before it, and requests without:
 * both are the same.
 */
public final class EvidenceType extends OpenEnum<EvidenceType.Known> {

  private static final String NAMESPACE = "microsoft.graph.security.";

  private static final Values<Known, EvidenceType> VALUES =
      new Values<>(EvidenceType::new, Known.UNRECOGNIZED);

  /** Evidence of no kind of its own, {@link OtherEvidence}. */
  public static final EvidenceType ALERT = known("alertEvidence", Known.ALERT);

  /** {@link ActiveDirectoryDomainEvidence}. */
  public static final EvidenceType ACTIVE_DIRECTORY_DOMAIN =
      known("activeDirectoryDomainEvidence", Known.ACTIVE_DIRECTORY_DOMAIN);

  /** {@link AiAgentEvidence}. */
  public static final EvidenceType AI_AGENT = known("aiAgentEvidence", Known.AI_AGENT);

  /** {@link AmazonResourceEvidence}. */
  public static final EvidenceType AMAZON_RESOURCE =
      known("amazonResourceEvidence", Known.AMAZON_RESOURCE);

  /** {@link AnalyzedMessageEvidence}. */
  public static final EvidenceType ANALYZED_MESSAGE =
      known("analyzedMessageEvidence", Known.ANALYZED_MESSAGE);

  /** {@link AzureResourceEvidence}. */
  public static final EvidenceType AZURE_RESOURCE =
      known("azureResourceEvidence", Known.AZURE_RESOURCE);

  /** {@link BlobContainerEvidence}. */
  public static final EvidenceType BLOB_CONTAINER =
      known("blobContainerEvidence", Known.BLOB_CONTAINER);

  /** {@link BlobEvidence}. */
  public static final EvidenceType BLOB = known("blobEvidence", Known.BLOB);

  /** {@link CloudApplicationEvidence}. */
  public static final EvidenceType CLOUD_APPLICATION =
      known("cloudApplicationEvidence", Known.CLOUD_APPLICATION);

  /** {@link CloudLogonRequestEvidence}. */
  public static final EvidenceType CLOUD_LOGON_REQUEST =
      known("cloudLogonRequestEvidence", Known.CLOUD_LOGON_REQUEST);

  /** {@link CloudLogonSessionEvidence}. */
  public static final EvidenceType CLOUD_LOGON_SESSION =
      known("cloudLogonSessionEvidence", Known.CLOUD_LOGON_SESSION);

  /** {@link ContainerEvidence}. */
  public static final EvidenceType CONTAINER = known("containerEvidence", Known.CONTAINER);

  /** {@link ContainerImageEvidence}. */
  public static final EvidenceType CONTAINER_IMAGE =
      known("containerImageEvidence", Known.CONTAINER_IMAGE);

  /** {@link ContainerRegistryEvidence}. */
  public static final EvidenceType CONTAINER_REGISTRY =
      known("containerRegistryEvidence", Known.CONTAINER_REGISTRY);

  /** {@link DeviceEvidence}. */
  public static final EvidenceType DEVICE = known("deviceEvidence", Known.DEVICE);

  /** {@link DnsEvidence}. */
  public static final EvidenceType DNS = known("dnsEvidence", Known.DNS);

  /** {@link FileEvidence}. */
  public static final EvidenceType FILE = known("fileEvidence", Known.FILE);

  /** {@link FileHashEvidence}. */
  public static final EvidenceType FILE_HASH = known("fileHashEvidence", Known.FILE_HASH);

  /** {@link GitHubOrganizationEvidence}. */
  public static final EvidenceType GITHUB_ORGANIZATION =
      known("gitHubOrganizationEvidence", Known.GITHUB_ORGANIZATION);

  /** {@link GitHubRepoEvidence}. */
  public static final EvidenceType GITHUB_REPO = known("gitHubRepoEvidence", Known.GITHUB_REPO);

  /** {@link GitHubUserEvidence}. */
  public static final EvidenceType GITHUB_USER = known("gitHubUserEvidence", Known.GITHUB_USER);

  /** {@link GoogleCloudResourceEvidence}. */
  public static final EvidenceType GOOGLE_CLOUD_RESOURCE =
      known("googleCloudResourceEvidence", Known.GOOGLE_CLOUD_RESOURCE);

  /** {@link HostLogonSessionEvidence}. */
  public static final EvidenceType HOST_LOGON_SESSION =
      known("hostLogonSessionEvidence", Known.HOST_LOGON_SESSION);

  /** {@link IoTDeviceEvidence}. */
  public static final EvidenceType IOT_DEVICE = known("ioTDeviceEvidence", Known.IOT_DEVICE);

  /** {@link IpEvidence}. */
  public static final EvidenceType IP = known("ipEvidence", Known.IP);

  /** {@link KubernetesClusterEvidence}. */
  public static final EvidenceType KUBERNETES_CLUSTER =
      known("kubernetesClusterEvidence", Known.KUBERNETES_CLUSTER);

  /** {@link KubernetesControllerEvidence}. */
  public static final EvidenceType KUBERNETES_CONTROLLER =
      known("kubernetesControllerEvidence", Known.KUBERNETES_CONTROLLER);

  /** {@link KubernetesNamespaceEvidence}. */
  public static final EvidenceType KUBERNETES_NAMESPACE =
      known("kubernetesNamespaceEvidence", Known.KUBERNETES_NAMESPACE);

  /** {@link KubernetesPodEvidence}. */
  public static final EvidenceType KUBERNETES_POD =
      known("kubernetesPodEvidence", Known.KUBERNETES_POD);

  /** {@link KubernetesSecretEvidence}. */
  public static final EvidenceType KUBERNETES_SECRET =
      known("kubernetesSecretEvidence", Known.KUBERNETES_SECRET);

  /** {@link KubernetesServiceAccountEvidence}. */
  public static final EvidenceType KUBERNETES_SERVICE_ACCOUNT =
      known("kubernetesServiceAccountEvidence", Known.KUBERNETES_SERVICE_ACCOUNT);

  /** {@link KubernetesServiceEvidence}. */
  public static final EvidenceType KUBERNETES_SERVICE =
      known("kubernetesServiceEvidence", Known.KUBERNETES_SERVICE);

  /** {@link MailboxConfigurationEvidence}. */
  public static final EvidenceType MAILBOX_CONFIGURATION =
      known("mailboxConfigurationEvidence", Known.MAILBOX_CONFIGURATION);

  /** {@link MailboxEvidence}. */
  public static final EvidenceType MAILBOX = known("mailboxEvidence", Known.MAILBOX);

  /** {@link MailClusterEvidence}. */
  public static final EvidenceType MAIL_CLUSTER = known("mailClusterEvidence", Known.MAIL_CLUSTER);

  /** {@link MalwareEvidence}. */
  public static final EvidenceType MALWARE = known("malwareEvidence", Known.MALWARE);

  /** {@link NetworkConnectionEvidence}. */
  public static final EvidenceType NETWORK_CONNECTION =
      known("networkConnectionEvidence", Known.NETWORK_CONNECTION);

  /** {@link NicEvidence}. */
  public static final EvidenceType NIC = known("nicEvidence", Known.NIC);

  /** {@link OauthApplicationEvidence}. */
  public static final EvidenceType OAUTH_APPLICATION =
      known("oauthApplicationEvidence", Known.OAUTH_APPLICATION);

  /** {@link ProcessEvidence}. */
  public static final EvidenceType PROCESS = known("processEvidence", Known.PROCESS);

  /** {@link RegistryKeyEvidence}. */
  public static final EvidenceType REGISTRY_KEY = known("registryKeyEvidence", Known.REGISTRY_KEY);

  /** {@link RegistryValueEvidence}. */
  public static final EvidenceType REGISTRY_VALUE =
      known("registryValueEvidence", Known.REGISTRY_VALUE);

  /** {@link SasTokenEvidence}. */
  public static final EvidenceType SAS_TOKEN = known("sasTokenEvidence", Known.SAS_TOKEN);

  /** {@link SecurityGroupEvidence}. */
  public static final EvidenceType SECURITY_GROUP =
      known("securityGroupEvidence", Known.SECURITY_GROUP);

  /** {@link ServicePrincipalEvidence}. */
  public static final EvidenceType SERVICE_PRINCIPAL =
      known("servicePrincipalEvidence", Known.SERVICE_PRINCIPAL);

  /** {@link SubmissionMailEvidence}. */
  public static final EvidenceType SUBMISSION_MAIL =
      known("submissionMailEvidence", Known.SUBMISSION_MAIL);

  /** {@link TeamsMessageEvidence}. */
  public static final EvidenceType TEAMS_MESSAGE =
      known("teamsMessageEvidence", Known.TEAMS_MESSAGE);

  /** {@link UrlEvidence}. */
  public static final EvidenceType URL = known("urlEvidence", Known.URL);

  /** {@link UserEvidence}. */
  public static final EvidenceType USER = known("userEvidence", Known.USER);

  private EvidenceType(String value, Known known) {
    super(value, known);
  }

  /** The type of a text, known to this version or not. */
  @JsonCreator
  public static EvidenceType of(String value) {
    return VALUES.of(value);
  }

  private static EvidenceType known(String name, Known known) {
    EvidenceType type = VALUES.known("#" + NAMESPACE + name, known);
    VALUES.alias(NAMESPACE + name, type);
    return type;
  }

  /** The types that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link EvidenceType#ALERT}. */
    ALERT,
    /** {@link EvidenceType#ACTIVE_DIRECTORY_DOMAIN}. */
    ACTIVE_DIRECTORY_DOMAIN,
    /** {@link EvidenceType#AI_AGENT}. */
    AI_AGENT,
    /** {@link EvidenceType#AMAZON_RESOURCE}. */
    AMAZON_RESOURCE,
    /** {@link EvidenceType#ANALYZED_MESSAGE}. */
    ANALYZED_MESSAGE,
    /** {@link EvidenceType#AZURE_RESOURCE}. */
    AZURE_RESOURCE,
    /** {@link EvidenceType#BLOB_CONTAINER}. */
    BLOB_CONTAINER,
    /** {@link EvidenceType#BLOB}. */
    BLOB,
    /** {@link EvidenceType#CLOUD_APPLICATION}. */
    CLOUD_APPLICATION,
    /** {@link EvidenceType#CLOUD_LOGON_REQUEST}. */
    CLOUD_LOGON_REQUEST,
    /** {@link EvidenceType#CLOUD_LOGON_SESSION}. */
    CLOUD_LOGON_SESSION,
    /** {@link EvidenceType#CONTAINER}. */
    CONTAINER,
    /** {@link EvidenceType#CONTAINER_IMAGE}. */
    CONTAINER_IMAGE,
    /** {@link EvidenceType#CONTAINER_REGISTRY}. */
    CONTAINER_REGISTRY,
    /** {@link EvidenceType#DEVICE}. */
    DEVICE,
    /** {@link EvidenceType#DNS}. */
    DNS,
    /** {@link EvidenceType#FILE}. */
    FILE,
    /** {@link EvidenceType#FILE_HASH}. */
    FILE_HASH,
    /** {@link EvidenceType#GITHUB_ORGANIZATION}. */
    GITHUB_ORGANIZATION,
    /** {@link EvidenceType#GITHUB_REPO}. */
    GITHUB_REPO,
    /** {@link EvidenceType#GITHUB_USER}. */
    GITHUB_USER,
    /** {@link EvidenceType#GOOGLE_CLOUD_RESOURCE}. */
    GOOGLE_CLOUD_RESOURCE,
    /** {@link EvidenceType#HOST_LOGON_SESSION}. */
    HOST_LOGON_SESSION,
    /** {@link EvidenceType#IOT_DEVICE}. */
    IOT_DEVICE,
    /** {@link EvidenceType#IP}. */
    IP,
    /** {@link EvidenceType#KUBERNETES_CLUSTER}. */
    KUBERNETES_CLUSTER,
    /** {@link EvidenceType#KUBERNETES_CONTROLLER}. */
    KUBERNETES_CONTROLLER,
    /** {@link EvidenceType#KUBERNETES_NAMESPACE}. */
    KUBERNETES_NAMESPACE,
    /** {@link EvidenceType#KUBERNETES_POD}. */
    KUBERNETES_POD,
    /** {@link EvidenceType#KUBERNETES_SECRET}. */
    KUBERNETES_SECRET,
    /** {@link EvidenceType#KUBERNETES_SERVICE_ACCOUNT}. */
    KUBERNETES_SERVICE_ACCOUNT,
    /** {@link EvidenceType#KUBERNETES_SERVICE}. */
    KUBERNETES_SERVICE,
    /** {@link EvidenceType#MAILBOX_CONFIGURATION}. */
    MAILBOX_CONFIGURATION,
    /** {@link EvidenceType#MAILBOX}. */
    MAILBOX,
    /** {@link EvidenceType#MAIL_CLUSTER}. */
    MAIL_CLUSTER,
    /** {@link EvidenceType#MALWARE}. */
    MALWARE,
    /** {@link EvidenceType#NETWORK_CONNECTION}. */
    NETWORK_CONNECTION,
    /** {@link EvidenceType#NIC}. */
    NIC,
    /** {@link EvidenceType#OAUTH_APPLICATION}. */
    OAUTH_APPLICATION,
    /** {@link EvidenceType#PROCESS}. */
    PROCESS,
    /** {@link EvidenceType#REGISTRY_KEY}. */
    REGISTRY_KEY,
    /** {@link EvidenceType#REGISTRY_VALUE}. */
    REGISTRY_VALUE,
    /** {@link EvidenceType#SAS_TOKEN}. */
    SAS_TOKEN,
    /** {@link EvidenceType#SECURITY_GROUP}. */
    SECURITY_GROUP,
    /** {@link EvidenceType#SERVICE_PRINCIPAL}. */
    SERVICE_PRINCIPAL,
    /** {@link EvidenceType#SUBMISSION_MAIL}. */
    SUBMISSION_MAIL,
    /** {@link EvidenceType#TEAMS_MESSAGE}. */
    TEAMS_MESSAGE,
    /** {@link EvidenceType#URL}. */
    URL,
    /** {@link EvidenceType#USER}. */
    USER,
    /** A type that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
