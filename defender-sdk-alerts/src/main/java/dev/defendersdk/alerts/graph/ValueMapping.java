package dev.defendersdk.alerts.graph;

import static java.util.Map.entry;

import dev.defendersdk.alerts.AlertClassification;
import dev.defendersdk.alerts.AlertDetermination;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.AlertStatus;
import dev.defendersdk.alerts.DetectionSource;
import dev.defendersdk.core.InvestigationState;
import dev.defendersdk.core.OpenEnum;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;

/**
 * The values of the two models of an alert. They are the same words, with a capital on Defender and
 * without on Graph, but for those named here (graph-security.md, section 12). A value that this
 * version does not know is taken for such a word too. What has no counterpart becomes unknown, and
 * so does what Graph does not tell.
 */
final class ValueMapping {

  static final TwoWays<AlertSeverity, SecurityAlertSeverity> SEVERITY =
      new TwoWays<>(
          AlertSeverity::of,
          SecurityAlertSeverity::of,
          Map.of(AlertSeverity.UNSPECIFIED, SecurityAlertSeverity.UNKNOWN),
          Map.of());

  static final TwoWays<AlertStatus, SecurityAlertStatus> STATUS =
      new TwoWays<>(
          AlertStatus::of,
          SecurityAlertStatus::of,
          Map.of(AlertStatus.UNKNOWN, SecurityAlertStatus.UNKNOWN),
          Map.of(
              AlertStatus.UNSPECIFIED, SecurityAlertStatus.UNKNOWN,
              AlertStatus.HIDDEN, SecurityAlertStatus.UNKNOWN));

  static final TwoWays<AlertClassification, SecurityAlertClassification> CLASSIFICATION =
      new TwoWays<>(
          AlertClassification::of,
          SecurityAlertClassification::of,
          // Those of more than one spelling are named here too, else one of the other side comes
          // out.
          Map.of(
              AlertClassification.UNKNOWN, SecurityAlertClassification.UNKNOWN,
              AlertClassification.INFORMATIONAL_EXPECTED_ACTIVITY,
                  SecurityAlertClassification.INFORMATIONAL_EXPECTED_ACTIVITY),
          Map.of());

  static final TwoWays<AlertDetermination, SecurityAlertDetermination> DETERMINATION =
      new TwoWays<>(
          AlertDetermination::of,
          SecurityAlertDetermination::of,
          Map.of(
              AlertDetermination.NO_ENOUGH_DATA_TO_VALIDATE,
              SecurityAlertDetermination.NOT_ENOUGH_DATA_TO_VALIDATE,
              AlertDetermination.NOT_AVAILABLE,
              SecurityAlertDetermination.UNKNOWN,
              AlertDetermination.COMPROMISED_ACCOUNT,
              SecurityAlertDetermination.COMPROMISED_ACCOUNT,
              AlertDetermination.CONFIRMED_ACTIVITY,
              SecurityAlertDetermination.CONFIRMED_ACTIVITY,
              AlertDetermination.NOT_MALICIOUS,
              SecurityAlertDetermination.NOT_MALICIOUS),
          Map.of());

  static final TwoWays<InvestigationState, SecurityAlertInvestigationState> INVESTIGATION_STATE =
      new TwoWays<>(
          InvestigationState::of,
          SecurityAlertInvestigationState::of,
          Map.of(InvestigationState.UNKNOWN, SecurityAlertInvestigationState.UNKNOWN),
          Map.of(InvestigationState.DISABLED, SecurityAlertInvestigationState.UNKNOWN));

  // The first eight are the reference's, of which it says that names and samples suggest them; the
  // others are from names alone.
  static final TwoWays<DetectionSource, SecurityAlertDetectionSource> DETECTION_SOURCE =
      new TwoWays<>(
          DetectionSource::of,
          SecurityAlertDetectionSource::of,
          Map.ofEntries(
              source("WindowsDefenderAtp", "microsoftDefenderForEndpoint"),
              source("WindowsDefenderAv", "antivirus"),
              source("WindowsDefenderSmartScreen", "smartScreen"),
              source("CustomerTI", "customTi"),
              source("CustomDetection", "customDetection"),
              source("AutomatedInvestigation", "automatedInvestigation"),
              source("OfficeATP", "microsoftDefenderForOffice365"),
              source("MTP", "microsoft365Defender"),
              source("Unknown", "unknown"),
              source("ThreatExperts", "microsoftThreatExperts"),
              source("AzureATP", "microsoftDefenderForIdentity"),
              source("MCAS", "cloudAppSecurity"),
              source("AAD", "azureAdIdentityProtection"),
              source("Manual", "manual"),
              source("DLP", "microsoftDataLossPrevention"),
              source("AppGPolicy", "appGovernancePolicy"),
              source("AppGDetection", "appGovernanceDetection"),
              source("MDC", "microsoftDefenderForCloud"),
              source("MSTIC", "microsoftThreatIntelligence"),
              source("Sentinel", "microsoftSentinel"),
              source("DefenderForIoT", "microsoftDefenderForIoT"),
              source("DefenderForServers", "microsoftDefenderForServers"),
              source("DefenderForStorage", "microsoftDefenderForStorage"),
              source("DefenderForDNS", "microsoftDefenderForDNS"),
              source("DefenderForDatabases", "microsoftDefenderForDatabases"),
              source("DefenderForContainers", "microsoftDefenderForContainers"),
              source("DefenderForNetwork", "microsoftDefenderForNetwork"),
              source("DefenderForAppService", "microsoftDefenderForAppService"),
              source("DefenderForKeyVault", "microsoftDefenderForKeyVault"),
              source("DefenderForResourceManager", "microsoftDefenderForResourceManager"),
              source("DefenderForApiManagement", "microsoftDefenderForApiManagement"),
              source("DefenderForAIServices", "microsoftDefenderForAIServices"),
              source("NRTAlerts", "nrtAlerts"),
              source("BuiltInML", "builtInMl")),
          toUnknown(
              "iSight",
              "Bitdefender",
              "Ziften",
              "Lookout",
              "SentinelOne",
              "ThirdPartySensors",
              "MAPG",
              "Compliance",
              "Forms",
              "MailFlow",
              "Unspecified",
              "All",
              "ThirdParty",
              "Nsn"));

  private ValueMapping() {}

  /**
   * A mapping of one set of values, both ways.
   *
   * @param <D> Defender's
   * @param <G> Graph's
   */
  static final class TwoWays<D extends OpenEnum<?>, G extends OpenEnum<?>> {

    private final Function<String, D> defender;
    private final Function<String, G> graph;
    private final Map<D, G> toGraph;
    private final Map<G, D> toDefender = new HashMap<>();

    /**
     * @param pairs that are other words
     * @param oneWay what has no value of its own on Graph
     */
    private TwoWays(
        Function<String, D> defender,
        Function<String, G> graph,
        Map<D, G> pairs,
        Map<D, G> oneWay) {
      this.defender = defender;
      this.graph = graph;
      this.toGraph = new HashMap<>(pairs);
      toGraph.putAll(oneWay);
      pairs.forEach((d, g) -> toDefender.put(g, d));
    }

    /** Graph's text for Defender's; what is no text stays as it is. */
    Object toGraph(Object value) {
      return value instanceof String text && !text.isBlank()
          ? graphOf(defender.apply(text)).value()
          : value;
    }

    /** Defender's text for Graph's; what is no text stays as it is. */
    Object toDefender(Object value) {
      return value instanceof String text && !text.isBlank()
          ? defenderOf(graph.apply(isHidden(text) ? "unknown" : text)).value()
          : value;
    }

    private G graphOf(D value) {
      G other = toGraph.get(value);
      return other != null ? other : graph.apply(uncapitalised(value.value()));
    }

    private D defenderOf(G value) {
      D other = toDefender.get(value);
      return other != null ? other : defender.apply(capitalised(value.value()));
    }
  }

  /** Whether a value of Graph only stands for one that it does not tell. */
  static boolean isHidden(String value) {
    return value.equalsIgnoreCase(GraphRequests.HIDDEN);
  }

  static String capitalised(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static String uncapitalised(String word) {
    return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }

  private static Entry<DetectionSource, SecurityAlertDetectionSource> source(
      String defender, String graph) {
    return entry(DetectionSource.of(defender), SecurityAlertDetectionSource.of(graph));
  }

  private static Map<DetectionSource, SecurityAlertDetectionSource> toUnknown(String... sources) {
    Map<DetectionSource, SecurityAlertDetectionSource> unknown = new HashMap<>();
    for (String source : sources) {
      unknown.put(DetectionSource.of(source), SecurityAlertDetectionSource.UNKNOWN);
    }
    return unknown;
  }
}
