package dev.defendersdk.testkit.internal.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.AlertChange;
import dev.defendersdk.testkit.internal.alerts.AlertInput;
import dev.defendersdk.testkit.internal.alerts.GraphNames;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.rules.AlertQuirks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What callers of Graph may send. Values of enumerations may begin with a capital, as some samples
 * have it. Pages: security-alert-update.md, security-incident-update.md.
 */
final class GraphInput {

  private static final Set<String> CORRELATION_REASONS =
      Set.of(
          "repeatedAlertOccurrence",
          "sameGeography",
          "similarArtifacts",
          "sameTargetedAsset",
          "sameNetworkSegment",
          "eventSequence",
          "timeFrame",
          "sameThreatSource",
          "similarTTPsOrBehavior",
          "sameActor",
          "sameCampaign",
          "sharedIndicators",
          "sameAsset",
          "networkProximity",
          "eventCasualSequence",
          "temporalProximity",
          "lateralMovementPath");

  private final AlertInput input;

  GraphInput(AlertQuirks quirks) {
    this.input = new AlertInput(quirks);
  }

  /** Reads what a body sets on an alert; what it does not name stays. */
  AlertChange alert(JsonNode body) {
    AlertChange change = AlertChange.nothing();
    String status = Call.text(body, "status");
    if (status != null) {
      change = change.status(input.status(GraphNames.pascal(status)));
    }
    if (body.has("classification")) {
      change = change.classification(classification(Call.text(body, "classification")));
    }
    if (body.has("determination")) {
      change = change.determination(determination(Call.text(body, "determination")));
    }
    if (body.has("assignedTo")) {
      change = change.assignedTo(owner(body));
    }
    return change;
  }

  /** The owner that a body names; null, and an empty text, are nobody. */
  static @Nullable String owner(JsonNode body) {
    String owner = Call.text(body, "assignedTo");
    return owner == null || owner.isBlank() ? null : owner;
  }

  /** A classification, as the Defender API spells it; null for {@code unknown}. */
  @Nullable String classification(@Nullable String value) {
    return value == null ? null : input.classification(GraphNames.toDefender(value));
  }

  /** A determination, as the Defender API spells it; null for {@code unknown}. */
  @Nullable String determination(@Nullable String value) {
    return value == null ? null : input.determination(GraphNames.toDefender(value));
  }

  /** Checks that flags of correlation reasons are what the schema knows; absent is none. */
  static void checkReasons(JsonNode body, String name) {
    String reasons = Call.text(body, name);
    if (reasons == null) {
      return;
    }
    for (String reason : reasons.split(",", -1)) {
      if (!CORRELATION_REASONS.contains(GraphNames.camel(reason.strip()))) {
        throw ApiError.badRequest("'" + reason + "' is no correlation reason");
      }
    }
  }

  /** A list of ids that must not be empty. */
  static List<String> ids(JsonNode body, String name) {
    JsonNode array = body.get(name);
    if (array == null || !array.isArray() || array.isEmpty()) {
      throw ApiError.missing(name);
    }
    List<String> ids = new ArrayList<>();
    array.forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /** The text of a comment whose type is right. */
  static String comment(JsonNode body) {
    String type = Call.requiredText(body, "@odata.type");
    if (!type.replace("#", "").equals("microsoft.graph.security.alertComment")) {
      throw ApiError.badRequest("A comment is no " + type);
    }
    return Call.requiredText(body, "comment");
  }
}
