package dev.defendersdk.testkit.internal.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.AlertChange;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.hunting.EventBook;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.rules.AlertQuirks;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations on alerts of the Defender API. Pages: those of alerts.md's list. */
public final class AlertsRoom implements Room {

  /** Page: create-alert-by-reference.md. */
  private static final Set<String> SEVERITIES = Set.of("Low", "Medium", "High");

  private static final Set<String> CATEGORIES =
      Set.of(
          "General",
          "CommandAndControl",
          "Collection",
          "CredentialAccess",
          "DefenseEvasion",
          "Discovery",
          "Exfiltration",
          "Exploit",
          "Execution",
          "InitialAccess",
          "LateralMovement",
          "Malware",
          "Persistence",
          "PrivilegeEscalation",
          "Ransomware",
          "SuspiciousActivity");

  private final AlertBook book;
  private final MachineBook machines;
  private final EventBook events;
  private final AlertAnswers answers;
  private final AlertInput input;
  private final AlertQuirks quirks;

  public AlertsRoom(
      AlertBook book, MachineBook machines, EventBook events, String tenantId, Quirks quirks) {
    this.book = book;
    this.machines = machines;
    this.events = events;
    this.answers = new AlertAnswers(book, tenantId, quirks);
    this.input = new AlertInput(quirks.alerts());
    this.quirks = quirks.alerts();
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "alerts.list", settled(answers::list),
        "alerts.get",
            settled(call -> answers.entity(call, book.getOfDefender(call.value("id")), true)),
        "alerts.update", settled(this::update),
        "alerts.batchUpdate", settled(this::batchUpdate),
        "alerts.createByReference", settled(this::createByReference));
  }

  private Handler settled(Handler handler) {
    return call -> {
      book.settle(call.now());
      return handler.handle(call);
    };
  }

  private Answer update(Call call) {
    Alert alert = book.getOfDefender(call.value("id"));
    AlertChange change = input.change(call.bodyObject(), call.caller().name());
    checkAnswer(alert);
    if (!change.isNothing()) {
      book.change(alert, change, call.now(), Duration.ZERO);
    }
    return changed(call, alert).withEffect(effect(change, "alert " + alert.id()));
  }

  /** An alert after a change. */
  private Answer changed(Call call, Alert alert) {
    return answers.entity(call, alert, !quirks.evidenceOnlyIfExpanded());
  }

  /** Fails before a change where the alert could not be answered after it. */
  private void checkAnswer(Alert alert) {
    if (!quirks.evidenceOnlyIfExpanded()) {
      book.checkEvidence(List.of(alert));
    }
  }

  private Answer batchUpdate(Call call) {
    JsonNode body = call.bodyObject();
    JsonNode ids = body.get("alertIds");
    if (!ids.isArray() || ids.isEmpty()) {
      throw ApiError.invalidBody();
    }
    if (ids.size() > quirks.batchMaximum()) {
      throw new ApiError(
          400,
          "MaximumBatchSizeExceeded",
          "Maximum batch size exceeded. Received: "
              + ids.size()
              + ", allowed: "
              + quirks.batchMaximum());
    }
    Set<Alert> alerts = new LinkedHashSet<>();
    for (JsonNode id : ids) {
      Alert alert = book.find(id.asText());
      if (alert != null && alert.shown() != null && alert.isDefenders()) {
        alerts.add(alert);
      } else if (quirks.unknownIdRefusesBatch()) {
        throw ApiError.notFound("Alert", id.asText());
      }
    }
    AlertChange change = input.change(body, call.caller().name());
    if (!change.isNothing()) {
      alerts.forEach(alert -> book.change(alert, change, call.now(), Duration.ZERO));
    }
    return Answer.raw(call.operation().success(), new byte[0])
        .withEffect(alerts.isEmpty() ? null : effect(change, alerts.size() + " alerts"));
  }

  private static @Nullable String effect(AlertChange change, String what) {
    return change.isNothing() ? null : "change of " + what + ": " + change;
  }

  private Answer createByReference(Call call) {
    JsonNode body = call.bodyObject();
    Machine machine = machines.getById(Call.requiredText(body, "machineId"));
    String reportId = Call.requiredText(body, "reportId");
    String timestamp = Call.requiredText(body, "eventTime");
    Instant eventTime = Timestamps.parse(timestamp);
    if (eventTime == null) {
      throw ApiError.invalidInput("'" + timestamp + "' is not a timestamp");
    }
    if (!events.holds(machine, eventTime, reportId)) {
      throw new ApiError(
          404,
          "ResourceNotFound",
          "Event "
              + reportId
              + " of "
              + timestamp
              + " on machine "
              + machine.id()
              + " was not found");
    }
    // No page says what such an alert names as its source.
    NewTenantAlert wanted =
        NewTenantAlert.on(machine.id())
            .title(Call.requiredText(body, "title"))
            .description(Call.requiredText(body, "description"))
            .recommendedAction(Call.requiredText(body, "recommendedAction"))
            .severity(known(SEVERITIES, body, "severity"))
            .category(known(CATEGORIES, body, "category"))
            .detectionSource("CustomerTI")
            .investigated();
    Alert open = book.findOpen(machine, String.valueOf(wanted.text("title")));
    if (open == null) {
      Alert raised = book.raise(wanted, machine, eventTime, call.now());
      return changed(call, raised).withEffect("alert " + raised.id());
    }
    checkAnswer(open);
    book.join(open, eventTime, call.now());
    return changed(call, open).withEffect("event joined to alert " + open.id());
  }

  private static String known(Set<String> values, JsonNode body, String name) {
    String value = Call.requiredText(body, name);
    if (!values.contains(value)) {
      throw ApiError.invalidInput("'" + value + "' is no value of " + name);
    }
    return value;
  }
}
