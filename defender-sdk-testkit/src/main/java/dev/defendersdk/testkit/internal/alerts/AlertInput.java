package dev.defendersdk.testkit.internal.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.AlertChange;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.rules.AlertQuirks;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set on an alert. Pages: update-alert.md, batch-update-alerts.md; the names of
 * determinations are those of the service metadata (alerts.md, section 9).
 */
public final class AlertInput {

  private static final Set<String> STATUSES = Set.of("New", "InProgress", "Resolved");
  private static final Set<String> CLASSIFICATIONS =
      Set.of("TruePositive", "InformationalExpectedActivity", "FalsePositive");
  private static final Set<String> DETERMINATIONS =
      Set.of(
          "NotAvailable",
          "Apt",
          "Malware",
          "SecurityPersonnel",
          "SecurityTesting",
          "UnwantedSoftware",
          "Other",
          "MultiStagedAttack",
          "CompromisedAccount",
          "Phishing",
          "MaliciousUserActivity",
          "NotMalicious",
          "NoEnoughDataToValidate",
          "ConfirmedActivity",
          "LineOfBusinessApplication");

  /** What some pages call them. */
  private static final Map<String, String> PAGE_NAMES =
      Map.of(
          "CompromisedUser", "CompromisedAccount",
          "ConfirmedUserActivity", "ConfirmedActivity",
          "Clean", "NotMalicious",
          "InsufficientData", "NoEnoughDataToValidate");

  private final AlertQuirks quirks;

  public AlertInput(AlertQuirks quirks) {
    this.quirks = quirks;
  }

  /** Reads what a body sets; what it does not name stays. */
  AlertChange change(JsonNode body, String by) {
    AlertChange change = AlertChange.nothing();
    String status = Call.text(body, "status");
    if (status != null) {
      change = change.status(status(status));
    }
    if (body.has("assignedTo")) {
      String owner = Call.text(body, "assignedTo");
      // How to clear it no page says; an empty text is no owner either.
      change = change.assignedTo(owner == null || owner.isBlank() ? null : owner);
    }
    if (body.has("classification")) {
      change = change.classification(classification(Call.text(body, "classification")));
    }
    if (body.has("determination")) {
      change = change.determination(determination(Call.text(body, "determination")));
    }
    String comment = Call.text(body, "comment");
    return comment == null || comment.isBlank() ? change : change.comment(comment, by);
  }

  /** Checks a status, as the Defender API spells it. */
  public String status(String value) {
    return known(STATUSES, "status", value);
  }

  /** Checks a classification, as the Defender API spells it. */
  public @Nullable String classification(@Nullable String value) {
    return value == null ? null : known(CLASSIFICATIONS, "classification", value);
  }

  /**
   * Checks a determination, as the Defender API spells it, and answers its name in the metadata.
   */
  public @Nullable String determination(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String alias = quirks.pageNamesOfDeterminations() ? PAGE_NAMES.get(value) : null;
    return alias != null ? alias : known(DETERMINATIONS, "determination", value);
  }

  private static String known(Set<String> values, String name, String value) {
    if (!values.contains(value)) {
      throw ApiError.invalidInput("'" + value + "' is no value of " + name);
    }
    return value;
  }
}
