package dev.defendersdk.testkit.internal.graph;

import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.rules.AlertQuirks;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hides members of enumerations that came after {@code unknownFutureValue}, unless the caller asks
 * for them. Page: best-practices-concept.md; the members are those of the schema.
 */
final class Mask {

  private static final Set<String> NEW_MEMBERS =
      Set.of(
          // detectionSource
          "microsoftDefenderForCloud",
          "microsoftDefenderForIoT",
          "microsoftDefenderForServers",
          "microsoftDefenderForStorage",
          "microsoftDefenderForDNS",
          "microsoftDefenderForDatabases",
          "microsoftDefenderForContainers",
          "microsoftDefenderForNetwork",
          "microsoftDefenderForAppService",
          "microsoftDefenderForKeyVault",
          "microsoftDefenderForResourceManager",
          "microsoftDefenderForApiManagement",
          "nrtAlerts",
          "scheduledAlerts",
          "microsoftDefenderThreatIntelligenceAnalytics",
          "builtInMl",
          "microsoftInsiderRiskManagement",
          "microsoftThreatIntelligence",
          "microsoftDefenderForAIServices",
          "securityCopilot",
          "microsoftSentinel",
          // serviceSource, beside some of the above
          "microsoftSecurityForAI");

  private static final Set<String> NEW_REMEDIATION_STATUSES =
      Set.of(
          "active",
          "pendingApproval",
          "declined",
          "unremediated",
          "running",
          "partiallyRemediated");

  private final boolean on;

  private Mask(boolean on) {
    this.on = on;
  }

  static Mask of(Call call, AlertQuirks quirks) {
    String prefer = call.prefer();
    boolean asked =
        prefer != null
            && List.of(prefer.toLowerCase(Locale.ROOT).split("[,;]\\s*", -1))
                .contains("include-unknown-enum-members");
    return new Mask(quirks.newEnumMembersMasked() && !asked);
  }

  /** A {@code serviceSource} or {@code detectionSource}. */
  String source(String value) {
    return hidden(value, NEW_MEMBERS);
  }

  /** An {@code evidenceRemediationStatus}. */
  String remediationStatus(String value) {
    return hidden(value, NEW_REMEDIATION_STATUSES);
  }

  /** An {@code incidentStatus}. */
  String incidentStatus(String value) {
    return hidden(value, Set.of("awaitingAction"));
  }

  private String hidden(String value, Set<String> members) {
    return on && members.contains(value) ? "unknownFutureValue" : value;
  }
}
