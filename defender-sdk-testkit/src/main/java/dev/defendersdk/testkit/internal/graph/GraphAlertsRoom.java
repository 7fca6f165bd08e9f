package dev.defendersdk.testkit.internal.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.alerts.AlertChange;
import dev.defendersdk.testkit.internal.alerts.Alert;
import dev.defendersdk.testkit.internal.alerts.AlertBook;
import dev.defendersdk.testkit.internal.alerts.Incident;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The operations on Graph's alerts. Pages: those of security-alert.md's list. */
public final class GraphAlertsRoom implements Room {

  private final AlertBook book;
  private final GraphAlertAnswers answers;
  private final GraphInput input;

  public GraphAlertsRoom(AlertBook book, String tenantId, Quirks quirks) {
    this.book = book;
    this.answers = new GraphAlertAnswers(book, tenantId, quirks);
    this.input = new GraphInput(quirks.alerts());
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "graph.alerts.list", settled(answers::list),
        "graph.alerts.get", settled(call -> answers.entity(call, find(call.value("alertId")))),
        "graph.alerts.update", settled(this::update),
        "graph.alerts.addComment", settled(this::addComment),
        "graph.alerts.move", settled(this::move));
  }

  private Handler settled(Handler handler) {
    return call -> {
      book.settle(call.now());
      return handler.handle(call);
    };
  }

  private Alert find(String id) {
    Alert alert = book.get(id);
    if (!answers.shows(alert)) {
      throw ApiError.notFound("Alert", id);
    }
    return alert;
  }

  private Answer update(Call call) {
    Alert alert = find(call.value("alertId"));
    AlertChange change = input.alert(call.bodyObject());
    if (change.isNothing()) {
      return answers.entity(call, alert);
    }
    // What cannot be answered is not done.
    book.checkEvidence(List.of(alert));
    book.change(alert, change, call.now(), Duration.ZERO);
    return answers.entity(call, alert).withEffect("change of alert " + alert.id() + ": " + change);
  }

  private Answer addComment(Call call) {
    Alert alert = find(call.value("alertId"));
    String text = GraphInput.comment(call.bodyObject());
    AlertChange change = AlertChange.nothing().comment(text, call.caller().name());
    book.change(alert, change, call.now(), Duration.ZERO);
    String context = "security/alerts_v2('" + alert.id() + "')/comments";
    return Answer.of(
            call.operation().success(),
            Map.of(
                "@odata.context",
                GraphAlertAnswers.context(call, context),
                "value",
                GraphAlertAnswers.comments(book.snapshot(alert).state().comments())))
        .withEffect("comment on alert " + alert.id());
  }

  private Answer move(Call call) {
    JsonNode body = call.bodyObject();
    GraphInput.checkReasons(body, "newCorrelationReasons");
    List<Alert> alerts = GraphInput.ids(body, "alertIds").stream().map(this::find).toList();
    String target = Call.text(body, "incidentId");
    Incident into = target == null ? null : book.incidents().getOpen(target);
    Incident moved = book.move(alerts, into, call.now());
    String comment = Call.text(body, "alertComment");
    if (comment != null) {
      AlertChange change = AlertChange.nothing().comment(comment, call.caller().name());
      alerts.forEach(alert -> book.change(alert, change, call.now(), Duration.ZERO));
    }
    return Answer.of(call.operation().success(), Map.of("targetIncidentId", moved.id()))
        .withEffect(alerts.size() + " alerts moved to incident " + moved.id());
  }
}
