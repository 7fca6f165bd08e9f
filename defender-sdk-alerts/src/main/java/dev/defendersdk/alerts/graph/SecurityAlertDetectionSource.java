package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The sensor or technology that raised an alert. Page: security-alert.md. */
public final class SecurityAlertDetectionSource
    extends OpenEnum<SecurityAlertDetectionSource.Known> {

  private static final Values<Known, SecurityAlertDetectionSource> VALUES =
      new Values<>(SecurityAlertDetectionSource::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final SecurityAlertDetectionSource UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code microsoftDefenderForEndpoint}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_ENDPOINT =
      VALUES.known("microsoftDefenderForEndpoint", Known.MICROSOFT_DEFENDER_FOR_ENDPOINT);

  /** The value {@code antivirus}. */
  public static final SecurityAlertDetectionSource ANTIVIRUS =
      VALUES.known("antivirus", Known.ANTIVIRUS);

  /** The value {@code smartScreen}. */
  public static final SecurityAlertDetectionSource SMART_SCREEN =
      VALUES.known("smartScreen", Known.SMART_SCREEN);

  /** The value {@code customTi}. */
  public static final SecurityAlertDetectionSource CUSTOM_TI =
      VALUES.known("customTi", Known.CUSTOM_TI);

  /** The value {@code microsoftDefenderForOffice365}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_OFFICE_365 =
      VALUES.known("microsoftDefenderForOffice365", Known.MICROSOFT_DEFENDER_FOR_OFFICE_365);

  /** The value {@code automatedInvestigation}. */
  public static final SecurityAlertDetectionSource AUTOMATED_INVESTIGATION =
      VALUES.known("automatedInvestigation", Known.AUTOMATED_INVESTIGATION);

  /** The value {@code microsoftThreatExperts}. */
  public static final SecurityAlertDetectionSource MICROSOFT_THREAT_EXPERTS =
      VALUES.known("microsoftThreatExperts", Known.MICROSOFT_THREAT_EXPERTS);

  /** The value {@code customDetection}. */
  public static final SecurityAlertDetectionSource CUSTOM_DETECTION =
      VALUES.known("customDetection", Known.CUSTOM_DETECTION);

  /** The value {@code microsoftDefenderForIdentity}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_IDENTITY =
      VALUES.known("microsoftDefenderForIdentity", Known.MICROSOFT_DEFENDER_FOR_IDENTITY);

  /** The value {@code cloudAppSecurity}. */
  public static final SecurityAlertDetectionSource CLOUD_APP_SECURITY =
      VALUES.known("cloudAppSecurity", Known.CLOUD_APP_SECURITY);

  /** The value {@code microsoft365Defender}. */
  public static final SecurityAlertDetectionSource MICROSOFT_365_DEFENDER =
      VALUES.known("microsoft365Defender", Known.MICROSOFT_365_DEFENDER);

  /** The value {@code azureAdIdentityProtection}. */
  public static final SecurityAlertDetectionSource AZURE_AD_IDENTITY_PROTECTION =
      VALUES.known("azureAdIdentityProtection", Known.AZURE_AD_IDENTITY_PROTECTION);

  /** The value {@code manual}. */
  public static final SecurityAlertDetectionSource MANUAL = VALUES.known("manual", Known.MANUAL);

  /** The value {@code microsoftDataLossPrevention}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DATA_LOSS_PREVENTION =
      VALUES.known("microsoftDataLossPrevention", Known.MICROSOFT_DATA_LOSS_PREVENTION);

  /** The value {@code appGovernancePolicy}. */
  public static final SecurityAlertDetectionSource APP_GOVERNANCE_POLICY =
      VALUES.known("appGovernancePolicy", Known.APP_GOVERNANCE_POLICY);

  /** The value {@code appGovernanceDetection}. */
  public static final SecurityAlertDetectionSource APP_GOVERNANCE_DETECTION =
      VALUES.known("appGovernanceDetection", Known.APP_GOVERNANCE_DETECTION);

  /** The value {@code microsoftDefenderForCloud}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_CLOUD =
      VALUES.known("microsoftDefenderForCloud", Known.MICROSOFT_DEFENDER_FOR_CLOUD);

  /** The value {@code microsoftDefenderForIoT}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_IOT =
      VALUES.known("microsoftDefenderForIoT", Known.MICROSOFT_DEFENDER_FOR_IOT);

  /** The value {@code microsoftDefenderForServers}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_SERVERS =
      VALUES.known("microsoftDefenderForServers", Known.MICROSOFT_DEFENDER_FOR_SERVERS);

  /** The value {@code microsoftDefenderForStorage}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_STORAGE =
      VALUES.known("microsoftDefenderForStorage", Known.MICROSOFT_DEFENDER_FOR_STORAGE);

  /** The value {@code microsoftDefenderForDNS}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_DNS =
      VALUES.known("microsoftDefenderForDNS", Known.MICROSOFT_DEFENDER_FOR_DNS);

  /** The value {@code microsoftDefenderForDatabases}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_DATABASES =
      VALUES.known("microsoftDefenderForDatabases", Known.MICROSOFT_DEFENDER_FOR_DATABASES);

  /** The value {@code microsoftDefenderForContainers}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_CONTAINERS =
      VALUES.known("microsoftDefenderForContainers", Known.MICROSOFT_DEFENDER_FOR_CONTAINERS);

  /** The value {@code microsoftDefenderForNetwork}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_NETWORK =
      VALUES.known("microsoftDefenderForNetwork", Known.MICROSOFT_DEFENDER_FOR_NETWORK);

  /** The value {@code microsoftDefenderForAppService}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_APP_SERVICE =
      VALUES.known("microsoftDefenderForAppService", Known.MICROSOFT_DEFENDER_FOR_APP_SERVICE);

  /** The value {@code microsoftDefenderForKeyVault}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_KEY_VAULT =
      VALUES.known("microsoftDefenderForKeyVault", Known.MICROSOFT_DEFENDER_FOR_KEY_VAULT);

  /** The value {@code microsoftDefenderForResourceManager}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_RESOURCE_MANAGER =
      VALUES.known(
          "microsoftDefenderForResourceManager", Known.MICROSOFT_DEFENDER_FOR_RESOURCE_MANAGER);

  /** The value {@code microsoftDefenderForApiManagement}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_API_MANAGEMENT =
      VALUES.known(
          "microsoftDefenderForApiManagement", Known.MICROSOFT_DEFENDER_FOR_API_MANAGEMENT);

  /** The value {@code nrtAlerts}. */
  public static final SecurityAlertDetectionSource NRT_ALERTS =
      VALUES.known("nrtAlerts", Known.NRT_ALERTS);

  /** The value {@code scheduledAlerts}. */
  public static final SecurityAlertDetectionSource SCHEDULED_ALERTS =
      VALUES.known("scheduledAlerts", Known.SCHEDULED_ALERTS);

  /** The value {@code microsoftDefenderThreatIntelligenceAnalytics}. */
  public static final SecurityAlertDetectionSource
      MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS =
          VALUES.known(
              "microsoftDefenderThreatIntelligenceAnalytics",
              Known.MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS);

  /** The value {@code builtInMl}. */
  public static final SecurityAlertDetectionSource BUILT_IN_ML =
      VALUES.known("builtInMl", Known.BUILT_IN_ML);

  /** The value {@code microsoftInsiderRiskManagement}. */
  public static final SecurityAlertDetectionSource MICROSOFT_INSIDER_RISK_MANAGEMENT =
      VALUES.known("microsoftInsiderRiskManagement", Known.MICROSOFT_INSIDER_RISK_MANAGEMENT);

  /** The value {@code microsoftThreatIntelligence}. */
  public static final SecurityAlertDetectionSource MICROSOFT_THREAT_INTELLIGENCE =
      VALUES.known("microsoftThreatIntelligence", Known.MICROSOFT_THREAT_INTELLIGENCE);

  /** The value {@code microsoftDefenderForAIServices}. */
  public static final SecurityAlertDetectionSource MICROSOFT_DEFENDER_FOR_AI_SERVICES =
      VALUES.known("microsoftDefenderForAIServices", Known.MICROSOFT_DEFENDER_FOR_AI_SERVICES);

  /** The value {@code securityCopilot}. */
  public static final SecurityAlertDetectionSource SECURITY_COPILOT =
      VALUES.known("securityCopilot", Known.SECURITY_COPILOT);

  /** The value {@code microsoftSentinel}. */
  public static final SecurityAlertDetectionSource MICROSOFT_SENTINEL =
      VALUES.known("microsoftSentinel", Known.MICROSOFT_SENTINEL);

  private SecurityAlertDetectionSource(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static SecurityAlertDetectionSource of(String value) {
    return VALUES.of(value);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link SecurityAlertDetectionSource#UNKNOWN}. */
    UNKNOWN,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_ENDPOINT}. */
    MICROSOFT_DEFENDER_FOR_ENDPOINT,
    /** {@link SecurityAlertDetectionSource#ANTIVIRUS}. */
    ANTIVIRUS,
    /** {@link SecurityAlertDetectionSource#SMART_SCREEN}. */
    SMART_SCREEN,
    /** {@link SecurityAlertDetectionSource#CUSTOM_TI}. */
    CUSTOM_TI,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_OFFICE_365}. */
    MICROSOFT_DEFENDER_FOR_OFFICE_365,
    /** {@link SecurityAlertDetectionSource#AUTOMATED_INVESTIGATION}. */
    AUTOMATED_INVESTIGATION,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_THREAT_EXPERTS}. */
    MICROSOFT_THREAT_EXPERTS,
    /** {@link SecurityAlertDetectionSource#CUSTOM_DETECTION}. */
    CUSTOM_DETECTION,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_IDENTITY}. */
    MICROSOFT_DEFENDER_FOR_IDENTITY,
    /** {@link SecurityAlertDetectionSource#CLOUD_APP_SECURITY}. */
    CLOUD_APP_SECURITY,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_365_DEFENDER}. */
    MICROSOFT_365_DEFENDER,
    /** {@link SecurityAlertDetectionSource#AZURE_AD_IDENTITY_PROTECTION}. */
    AZURE_AD_IDENTITY_PROTECTION,
    /** {@link SecurityAlertDetectionSource#MANUAL}. */
    MANUAL,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DATA_LOSS_PREVENTION}. */
    MICROSOFT_DATA_LOSS_PREVENTION,
    /** {@link SecurityAlertDetectionSource#APP_GOVERNANCE_POLICY}. */
    APP_GOVERNANCE_POLICY,
    /** {@link SecurityAlertDetectionSource#APP_GOVERNANCE_DETECTION}. */
    APP_GOVERNANCE_DETECTION,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_CLOUD}. */
    MICROSOFT_DEFENDER_FOR_CLOUD,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_IOT}. */
    MICROSOFT_DEFENDER_FOR_IOT,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_SERVERS}. */
    MICROSOFT_DEFENDER_FOR_SERVERS,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_STORAGE}. */
    MICROSOFT_DEFENDER_FOR_STORAGE,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_DNS}. */
    MICROSOFT_DEFENDER_FOR_DNS,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_DATABASES}. */
    MICROSOFT_DEFENDER_FOR_DATABASES,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_CONTAINERS}. */
    MICROSOFT_DEFENDER_FOR_CONTAINERS,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_NETWORK}. */
    MICROSOFT_DEFENDER_FOR_NETWORK,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_APP_SERVICE}. */
    MICROSOFT_DEFENDER_FOR_APP_SERVICE,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_KEY_VAULT}. */
    MICROSOFT_DEFENDER_FOR_KEY_VAULT,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_RESOURCE_MANAGER}. */
    MICROSOFT_DEFENDER_FOR_RESOURCE_MANAGER,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_API_MANAGEMENT}. */
    MICROSOFT_DEFENDER_FOR_API_MANAGEMENT,
    /** {@link SecurityAlertDetectionSource#NRT_ALERTS}. */
    NRT_ALERTS,
    /** {@link SecurityAlertDetectionSource#SCHEDULED_ALERTS}. */
    SCHEDULED_ALERTS,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS}. */
    MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS,
    /** {@link SecurityAlertDetectionSource#BUILT_IN_ML}. */
    BUILT_IN_ML,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_INSIDER_RISK_MANAGEMENT}. */
    MICROSOFT_INSIDER_RISK_MANAGEMENT,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_THREAT_INTELLIGENCE}. */
    MICROSOFT_THREAT_INTELLIGENCE,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_DEFENDER_FOR_AI_SERVICES}. */
    MICROSOFT_DEFENDER_FOR_AI_SERVICES,
    /** {@link SecurityAlertDetectionSource#SECURITY_COPILOT}. */
    SECURITY_COPILOT,
    /** {@link SecurityAlertDetectionSource#MICROSOFT_SENTINEL}. */
    MICROSOFT_SENTINEL,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
