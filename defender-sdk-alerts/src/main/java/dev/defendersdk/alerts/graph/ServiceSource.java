package dev.defendersdk.alerts.graph;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.defendersdk.core.OpenEnum;

/** The product that an alert comes from. Page: security-alert.md. */
public final class ServiceSource extends OpenEnum<ServiceSource.Known> {

  private static final Values<Known, ServiceSource> VALUES =
      new Values<>(ServiceSource::new, Known.UNRECOGNIZED);

  /** The value {@code unknown}. */
  public static final ServiceSource UNKNOWN = VALUES.known("unknown", Known.UNKNOWN);

  /** The value {@code microsoftDefenderForEndpoint}. */
  public static final ServiceSource MICROSOFT_DEFENDER_FOR_ENDPOINT =
      VALUES.known("microsoftDefenderForEndpoint", Known.MICROSOFT_DEFENDER_FOR_ENDPOINT);

  /** The value {@code microsoftDefenderForIdentity}. */
  public static final ServiceSource MICROSOFT_DEFENDER_FOR_IDENTITY =
      VALUES.known("microsoftDefenderForIdentity", Known.MICROSOFT_DEFENDER_FOR_IDENTITY);

  /** The value {@code microsoftDefenderForCloudApps}. */
  public static final ServiceSource MICROSOFT_DEFENDER_FOR_CLOUD_APPS =
      VALUES.known("microsoftDefenderForCloudApps", Known.MICROSOFT_DEFENDER_FOR_CLOUD_APPS);

  /** The value {@code microsoftDefenderForOffice365}. */
  public static final ServiceSource MICROSOFT_DEFENDER_FOR_OFFICE_365 =
      VALUES.known("microsoftDefenderForOffice365", Known.MICROSOFT_DEFENDER_FOR_OFFICE_365);

  /** The value {@code microsoft365Defender}. */
  public static final ServiceSource MICROSOFT_365_DEFENDER =
      VALUES.known("microsoft365Defender", Known.MICROSOFT_365_DEFENDER);

  /** The value {@code azureAdIdentityProtection}. */
  public static final ServiceSource AZURE_AD_IDENTITY_PROTECTION =
      VALUES.known("azureAdIdentityProtection", Known.AZURE_AD_IDENTITY_PROTECTION);

  /** The value {@code microsoftAppGovernance}. */
  public static final ServiceSource MICROSOFT_APP_GOVERNANCE =
      VALUES.known("microsoftAppGovernance", Known.MICROSOFT_APP_GOVERNANCE);

  /** The value {@code dataLossPrevention}. */
  public static final ServiceSource DATA_LOSS_PREVENTION =
      VALUES.known("dataLossPrevention", Known.DATA_LOSS_PREVENTION);

  /** The value {@code microsoftDefenderForCloud}. */
  public static final ServiceSource MICROSOFT_DEFENDER_FOR_CLOUD =
      VALUES.known("microsoftDefenderForCloud", Known.MICROSOFT_DEFENDER_FOR_CLOUD);

  /** The value {@code microsoftSentinel}. */
  public static final ServiceSource MICROSOFT_SENTINEL =
      VALUES.known("microsoftSentinel", Known.MICROSOFT_SENTINEL);

  /** The value {@code microsoftInsiderRiskManagement}. */
  public static final ServiceSource MICROSOFT_INSIDER_RISK_MANAGEMENT =
      VALUES.known("microsoftInsiderRiskManagement", Known.MICROSOFT_INSIDER_RISK_MANAGEMENT);

  /** The value {@code microsoftThreatIntelligence}. */
  public static final ServiceSource MICROSOFT_THREAT_INTELLIGENCE =
      VALUES.known("microsoftThreatIntelligence", Known.MICROSOFT_THREAT_INTELLIGENCE);

  /** The value {@code microsoftSecurityForAI}. */
  public static final ServiceSource MICROSOFT_SECURITY_FOR_AI =
      VALUES.known("microsoftSecurityForAI", Known.MICROSOFT_SECURITY_FOR_AI);

  private ServiceSource(String value, Known known) {
    super(value, known);
  }

  /** The value of a text, known to this version or not. */
  @JsonCreator
  public static ServiceSource of(String value) {
    return VALUES.of(value);
  }

  /** As it is sent: in the spelling of the service's schema. */
  ServiceSource sent() {
    return VALUES.canonical(this);
  }

  /** The values that this version knows, for a {@code switch}. */
  public enum Known {
    /** {@link ServiceSource#UNKNOWN}. */
    UNKNOWN,
    /** {@link ServiceSource#MICROSOFT_DEFENDER_FOR_ENDPOINT}. */
    MICROSOFT_DEFENDER_FOR_ENDPOINT,
    /** {@link ServiceSource#MICROSOFT_DEFENDER_FOR_IDENTITY}. */
    MICROSOFT_DEFENDER_FOR_IDENTITY,
    /** {@link ServiceSource#MICROSOFT_DEFENDER_FOR_CLOUD_APPS}. */
    MICROSOFT_DEFENDER_FOR_CLOUD_APPS,
    /** {@link ServiceSource#MICROSOFT_DEFENDER_FOR_OFFICE_365}. */
    MICROSOFT_DEFENDER_FOR_OFFICE_365,
    /** {@link ServiceSource#MICROSOFT_365_DEFENDER}. */
    MICROSOFT_365_DEFENDER,
    /** {@link ServiceSource#AZURE_AD_IDENTITY_PROTECTION}. */
    AZURE_AD_IDENTITY_PROTECTION,
    /** {@link ServiceSource#MICROSOFT_APP_GOVERNANCE}. */
    MICROSOFT_APP_GOVERNANCE,
    /** {@link ServiceSource#DATA_LOSS_PREVENTION}. */
    DATA_LOSS_PREVENTION,
    /** {@link ServiceSource#MICROSOFT_DEFENDER_FOR_CLOUD}. */
    MICROSOFT_DEFENDER_FOR_CLOUD,
    /** {@link ServiceSource#MICROSOFT_SENTINEL}. */
    MICROSOFT_SENTINEL,
    /** {@link ServiceSource#MICROSOFT_INSIDER_RISK_MANAGEMENT}. */
    MICROSOFT_INSIDER_RISK_MANAGEMENT,
    /** {@link ServiceSource#MICROSOFT_THREAT_INTELLIGENCE}. */
    MICROSOFT_THREAT_INTELLIGENCE,
    /** {@link ServiceSource#MICROSOFT_SECURITY_FOR_AI}. */
    MICROSOFT_SECURITY_FOR_AI,
    /** A value that this version does not know; {@link OpenEnum#value()} has its text. */
    UNRECOGNIZED
  }
}
