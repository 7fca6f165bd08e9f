package dev.defendersdk.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/**
 * What detected it. Page: alerts.md, which lists none: these are from the service metadata. There
 * the type is a set of flags, so several may come in one text; that is then a value of its own.
 */
public final class DetectionSource extends OpenEnum<DetectionSource.Known> {

  private static final Values<Known, DetectionSource> VALUES =
      new Values<>(DetectionSource::new, Known.UNRECOGNIZED);

  /** The value {@code Unknown}. */
  public static final DetectionSource UNKNOWN = VALUES.known("Unknown", Known.UNKNOWN);

  /** The value {@code WindowsDefenderAtp}. */
  public static final DetectionSource WINDOWS_DEFENDER_ATP =
      VALUES.known("WindowsDefenderAtp", Known.WINDOWS_DEFENDER_ATP);

  /** The value {@code WindowsDefenderAv}. */
  public static final DetectionSource WINDOWS_DEFENDER_AV =
      VALUES.known("WindowsDefenderAv", Known.WINDOWS_DEFENDER_AV);

  /** The value {@code WindowsDefenderSmartScreen}. */
  public static final DetectionSource WINDOWS_DEFENDER_SMART_SCREEN =
      VALUES.known("WindowsDefenderSmartScreen", Known.WINDOWS_DEFENDER_SMART_SCREEN);

  /** The value {@code iSight}. */
  public static final DetectionSource ISIGHT = VALUES.known("iSight", Known.ISIGHT);

  /** The value {@code Bitdefender}. */
  public static final DetectionSource BITDEFENDER = VALUES.known("Bitdefender", Known.BITDEFENDER);

  /** The value {@code CustomerTI}. */
  public static final DetectionSource CUSTOMER_TI = VALUES.known("CustomerTI", Known.CUSTOMER_TI);

  /** The value {@code Ziften}. */
  public static final DetectionSource ZIFTEN = VALUES.known("Ziften", Known.ZIFTEN);

  /** The value {@code Lookout}. */
  public static final DetectionSource LOOKOUT = VALUES.known("Lookout", Known.LOOKOUT);

  /** The value {@code SentinelOne}. */
  public static final DetectionSource SENTINEL_ONE =
      VALUES.known("SentinelOne", Known.SENTINEL_ONE);

  /** The value {@code ThirdPartySensors}. */
  public static final DetectionSource THIRD_PARTY_SENSORS =
      VALUES.known("ThirdPartySensors", Known.THIRD_PARTY_SENSORS);

  /** The value {@code OfficeATP}. */
  public static final DetectionSource OFFICE_ATP = VALUES.known("OfficeATP", Known.OFFICE_ATP);

  /** The value {@code AutomatedInvestigation}. */
  public static final DetectionSource AUTOMATED_INVESTIGATION =
      VALUES.known("AutomatedInvestigation", Known.AUTOMATED_INVESTIGATION);

  /** The value {@code ThreatExperts}. */
  public static final DetectionSource THREAT_EXPERTS =
      VALUES.known("ThreatExperts", Known.THREAT_EXPERTS);

  /** The value {@code CustomDetection}. */
  public static final DetectionSource CUSTOM_DETECTION =
      VALUES.known("CustomDetection", Known.CUSTOM_DETECTION);

  /** The value {@code AzureATP}. */
  public static final DetectionSource AZURE_ATP = VALUES.known("AzureATP", Known.AZURE_ATP);

  /** The value {@code MCAS}. */
  public static final DetectionSource MCAS = VALUES.known("MCAS", Known.MCAS);

  /** The value {@code MTP}. */
  public static final DetectionSource MTP = VALUES.known("MTP", Known.MTP);

  /** The value {@code AAD}. */
  public static final DetectionSource AAD = VALUES.known("AAD", Known.AAD);

  /** The value {@code MAPG}. */
  public static final DetectionSource MAPG = VALUES.known("MAPG", Known.MAPG);

  /** The value {@code Manual}. */
  public static final DetectionSource MANUAL = VALUES.known("Manual", Known.MANUAL);

  /** The value {@code DLP}. */
  public static final DetectionSource DLP = VALUES.known("DLP", Known.DLP);

  /** The value {@code AppGPolicy}. */
  public static final DetectionSource APPG_POLICY = VALUES.known("AppGPolicy", Known.APPG_POLICY);

  /** The value {@code AppGDetection}. */
  public static final DetectionSource APPG_DETECTION =
      VALUES.known("AppGDetection", Known.APPG_DETECTION);

  /** The value {@code MDC}. */
  public static final DetectionSource MDC = VALUES.known("MDC", Known.MDC);

  /** The value {@code Compliance}. */
  public static final DetectionSource COMPLIANCE = VALUES.known("Compliance", Known.COMPLIANCE);

  /** The value {@code Forms}. */
  public static final DetectionSource FORMS = VALUES.known("Forms", Known.FORMS);

  /** The value {@code MailFlow}. */
  public static final DetectionSource MAIL_FLOW = VALUES.known("MailFlow", Known.MAIL_FLOW);

  /** The value {@code MSTIC}. */
  public static final DetectionSource MSTIC = VALUES.known("MSTIC", Known.MSTIC);

  /** The value {@code Unspecified}. */
  public static final DetectionSource UNSPECIFIED = VALUES.known("Unspecified", Known.UNSPECIFIED);

  /** The value {@code Sentinel}. */
  public static final DetectionSource SENTINEL = VALUES.known("Sentinel", Known.SENTINEL);

  /** The value {@code All}. */
  public static final DetectionSource ALL = VALUES.known("All", Known.ALL);

  /** The value {@code ThirdParty}. */
  public static final DetectionSource THIRD_PARTY = VALUES.known("ThirdParty", Known.THIRD_PARTY);

  /** The value {@code DefenderForIoT}. */
  public static final DetectionSource DEFENDER_FOR_IOT =
      VALUES.known("DefenderForIoT", Known.DEFENDER_FOR_IOT);

  /** The value {@code DefenderForServers}. */
  public static final DetectionSource DEFENDER_FOR_SERVERS =
      VALUES.known("DefenderForServers", Known.DEFENDER_FOR_SERVERS);

  /** The value {@code DefenderForStorage}. */
  public static final DetectionSource DEFENDER_FOR_STORAGE =
      VALUES.known("DefenderForStorage", Known.DEFENDER_FOR_STORAGE);

  /** The value {@code DefenderForDNS}. */
  public static final DetectionSource DEFENDER_FOR_DNS =
      VALUES.known("DefenderForDNS", Known.DEFENDER_FOR_DNS);

  /** The value {@code DefenderForDatabases}. */
  public static final DetectionSource DEFENDER_FOR_DATABASES =
      VALUES.known("DefenderForDatabases", Known.DEFENDER_FOR_DATABASES);

  /** The value {@code DefenderForContainers}. */
  public static final DetectionSource DEFENDER_FOR_CONTAINERS =
      VALUES.known("DefenderForContainers", Known.DEFENDER_FOR_CONTAINERS);

  /** The value {@code DefenderForNetwork}. */
  public static final DetectionSource DEFENDER_FOR_NETWORK =
      VALUES.known("DefenderForNetwork", Known.DEFENDER_FOR_NETWORK);

  /** The value {@code DefenderForAppService}. */
  public static final DetectionSource DEFENDER_FOR_APP_SERVICE =
      VALUES.known("DefenderForAppService", Known.DEFENDER_FOR_APP_SERVICE);

  /** The value {@code DefenderForKeyVault}. */
  public static final DetectionSource DEFENDER_FOR_KEY_VAULT =
      VALUES.known("DefenderForKeyVault", Known.DEFENDER_FOR_KEY_VAULT);

  /** The value {@code DefenderForResourceManager}. */
  public static final DetectionSource DEFENDER_FOR_RESOURCE_MANAGER =
      VALUES.known("DefenderForResourceManager", Known.DEFENDER_FOR_RESOURCE_MANAGER);

  /** The value {@code DefenderForApiManagement}. */
  public static final DetectionSource DEFENDER_FOR_API_MANAGEMENT =
      VALUES.known("DefenderForApiManagement", Known.DEFENDER_FOR_API_MANAGEMENT);

  /** The value {@code NRTAlerts}. */
  public static final DetectionSource NRT_ALERTS = VALUES.known("NRTAlerts", Known.NRT_ALERTS);

  /** The value {@code ScheduledAlerts}. */
  public static final DetectionSource SCHEDULED_ALERTS =
      VALUES.known("ScheduledAlerts", Known.SCHEDULED_ALERTS);

  /** The value {@code MicrosoftDefenderThreatIntelligenceAnalytics}. */
  public static final DetectionSource MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS =
      VALUES.known(
          "MicrosoftDefenderThreatIntelligenceAnalytics",
          Known.MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS);

  /** The value {@code BuiltInML}. */
  public static final DetectionSource BUILT_IN_ML = VALUES.known("BuiltInML", Known.BUILT_IN_ML);

  /** The value {@code MicrosoftInsiderRiskManagement}. */
  public static final DetectionSource MICROSOFT_INSIDER_RISK_MANAGEMENT =
      VALUES.known("MicrosoftInsiderRiskManagement", Known.MICROSOFT_INSIDER_RISK_MANAGEMENT);

  /** The value {@code Nsn}. */
  public static final DetectionSource NSN = VALUES.known("Nsn", Known.NSN);

  /** The value {@code DefenderForAIServices}. */
  public static final DetectionSource DEFENDER_FOR_AI_SERVICES =
      VALUES.known("DefenderForAIServices", Known.DEFENDER_FOR_AI_SERVICES);

  /** The value {@code SecurityCopilot}. */
  public static final DetectionSource SECURITY_COPILOT =
      VALUES.known("SecurityCopilot", Known.SECURITY_COPILOT);

  private DetectionSource(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static DetectionSource of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  DetectionSource sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link DetectionSource#UNKNOWN}. */
    UNKNOWN,
    /** {@link DetectionSource#WINDOWS_DEFENDER_ATP}. */
    WINDOWS_DEFENDER_ATP,
    /** {@link DetectionSource#WINDOWS_DEFENDER_AV}. */
    WINDOWS_DEFENDER_AV,
    /** {@link DetectionSource#WINDOWS_DEFENDER_SMART_SCREEN}. */
    WINDOWS_DEFENDER_SMART_SCREEN,
    /** {@link DetectionSource#ISIGHT}. */
    ISIGHT,
    /** {@link DetectionSource#BITDEFENDER}. */
    BITDEFENDER,
    /** {@link DetectionSource#CUSTOMER_TI}. */
    CUSTOMER_TI,
    /** {@link DetectionSource#ZIFTEN}. */
    ZIFTEN,
    /** {@link DetectionSource#LOOKOUT}. */
    LOOKOUT,
    /** {@link DetectionSource#SENTINEL_ONE}. */
    SENTINEL_ONE,
    /** {@link DetectionSource#THIRD_PARTY_SENSORS}. */
    THIRD_PARTY_SENSORS,
    /** {@link DetectionSource#OFFICE_ATP}. */
    OFFICE_ATP,
    /** {@link DetectionSource#AUTOMATED_INVESTIGATION}. */
    AUTOMATED_INVESTIGATION,
    /** {@link DetectionSource#THREAT_EXPERTS}. */
    THREAT_EXPERTS,
    /** {@link DetectionSource#CUSTOM_DETECTION}. */
    CUSTOM_DETECTION,
    /** {@link DetectionSource#AZURE_ATP}. */
    AZURE_ATP,
    /** {@link DetectionSource#MCAS}. */
    MCAS,
    /** {@link DetectionSource#MTP}. */
    MTP,
    /** {@link DetectionSource#AAD}. */
    AAD,
    /** {@link DetectionSource#MAPG}. */
    MAPG,
    /** {@link DetectionSource#MANUAL}. */
    MANUAL,
    /** {@link DetectionSource#DLP}. */
    DLP,
    /** {@link DetectionSource#APPG_POLICY}. */
    APPG_POLICY,
    /** {@link DetectionSource#APPG_DETECTION}. */
    APPG_DETECTION,
    /** {@link DetectionSource#MDC}. */
    MDC,
    /** {@link DetectionSource#COMPLIANCE}. */
    COMPLIANCE,
    /** {@link DetectionSource#FORMS}. */
    FORMS,
    /** {@link DetectionSource#MAIL_FLOW}. */
    MAIL_FLOW,
    /** {@link DetectionSource#MSTIC}. */
    MSTIC,
    /** {@link DetectionSource#UNSPECIFIED}. */
    UNSPECIFIED,
    /** {@link DetectionSource#SENTINEL}. */
    SENTINEL,
    /** {@link DetectionSource#ALL}. */
    ALL,
    /** {@link DetectionSource#THIRD_PARTY}. */
    THIRD_PARTY,
    /** {@link DetectionSource#DEFENDER_FOR_IOT}. */
    DEFENDER_FOR_IOT,
    /** {@link DetectionSource#DEFENDER_FOR_SERVERS}. */
    DEFENDER_FOR_SERVERS,
    /** {@link DetectionSource#DEFENDER_FOR_STORAGE}. */
    DEFENDER_FOR_STORAGE,
    /** {@link DetectionSource#DEFENDER_FOR_DNS}. */
    DEFENDER_FOR_DNS,
    /** {@link DetectionSource#DEFENDER_FOR_DATABASES}. */
    DEFENDER_FOR_DATABASES,
    /** {@link DetectionSource#DEFENDER_FOR_CONTAINERS}. */
    DEFENDER_FOR_CONTAINERS,
    /** {@link DetectionSource#DEFENDER_FOR_NETWORK}. */
    DEFENDER_FOR_NETWORK,
    /** {@link DetectionSource#DEFENDER_FOR_APP_SERVICE}. */
    DEFENDER_FOR_APP_SERVICE,
    /** {@link DetectionSource#DEFENDER_FOR_KEY_VAULT}. */
    DEFENDER_FOR_KEY_VAULT,
    /** {@link DetectionSource#DEFENDER_FOR_RESOURCE_MANAGER}. */
    DEFENDER_FOR_RESOURCE_MANAGER,
    /** {@link DetectionSource#DEFENDER_FOR_API_MANAGEMENT}. */
    DEFENDER_FOR_API_MANAGEMENT,
    /** {@link DetectionSource#NRT_ALERTS}. */
    NRT_ALERTS,
    /** {@link DetectionSource#SCHEDULED_ALERTS}. */
    SCHEDULED_ALERTS,
    /** {@link DetectionSource#MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS}. */
    MICROSOFT_DEFENDER_THREAT_INTELLIGENCE_ANALYTICS,
    /** {@link DetectionSource#BUILT_IN_ML}. */
    BUILT_IN_ML,
    /** {@link DetectionSource#MICROSOFT_INSIDER_RISK_MANAGEMENT}. */
    MICROSOFT_INSIDER_RISK_MANAGEMENT,
    /** {@link DetectionSource#NSN}. */
    NSN,
    /** {@link DetectionSource#DEFENDER_FOR_AI_SERVICES}. */
    DEFENDER_FOR_AI_SERVICES,
    /** {@link DetectionSource#SECURITY_COPILOT}. */
    SECURITY_COPILOT,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
