package dev.defendersdk.testkit.internal.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.alerts.Alert;
import dev.defendersdk.testkit.internal.alerts.AlertBook;
import dev.defendersdk.testkit.internal.alerts.AlertSnapshot;
import dev.defendersdk.testkit.internal.alerts.GraphNames;
import dev.defendersdk.testkit.internal.alerts.Incident;
import dev.defendersdk.testkit.internal.alerts.IncidentState;
import dev.defendersdk.testkit.internal.alerts.Note;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.rules.AlertQuirks;
import dev.defendersdk.testkit.rules.Quirks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The operations on Graph's incidents. Pages: those of security-incident.md's list. */
public final class GraphIncidentsRoom implements Room {

  /** In the order in which the newest sample has them. */
  private static final Schema SCHEMA =
      Schema.of(
          """
          @odata.type text
          id text
          tenantId text
          status text filter
          incidentWebUrl text
          redirectIncidentId text
          displayName text
          createdDateTime time filter
          lastUpdateDateTime time filter
          assignedTo text filter
          classification text filter
          determination text filter
          severity text filter
          customTags texts
          systemTags texts
          description text
          lastModifiedBy text
          resolvingComment text
          summary text
          priorityScore number
          comments other
          """);

  /** Page: security-list-incidents.md. */
  private static final int MOST = 50;

  private static final Set<String> TEXTS =
      Set.of("description", "displayName", "resolvingComment", "summary");
  private static final Comparator<Incident> OLDEST_FIRST =
      Comparator.comparing(Incident::createdTime)
          .thenComparingInt(incident -> Integer.parseInt(incident.id()));
  private static final Set<String> SEVERITIES =
      Set.of("unknown", "informational", "low", "medium", "high");

  private final AlertBook book;
  private final Set<String> statuses = new HashSet<>(Set.of("active", "resolved"));
  private final String tenantId;
  private final AlertQuirks quirks;
  private final GraphLists lists;
  private final GraphAlertAnswers alertAnswers;
  private final GraphInput input;

  public GraphIncidentsRoom(AlertBook book, String tenantId, Quirks quirks) {
    this.book = book;
    this.tenantId = tenantId;
    this.quirks = quirks.alerts();
    this.lists = new GraphLists(quirks);
    this.alertAnswers = new GraphAlertAnswers(book, tenantId, quirks);
    this.input = new GraphInput(quirks.alerts());
    if (this.quirks.inProgressIncidents()) {
      statuses.add("inProgress");
    }
    if (this.quirks.redirectedByHand()) {
      statuses.add("redirected");
    }
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "graph.incidents.list", settled(this::list),
        "graph.incidents.get", settled(call -> entity(call, find(call), expandsAlerts(call))),
        "graph.incidents.listAlerts", settled(this::listAlerts),
        "graph.incidents.update", settled(this::update),
        "graph.incidents.addComment", settled(this::addComment),
        "graph.incidents.merge", settled(this::merge));
  }

  private Handler settled(Handler handler) {
    return call -> {
      book.settle(call.now());
      return handler.handle(call);
    };
  }

  private Incident find(Call call) {
    return book.incidents().get(call.value("incidentId"));
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.withAnyTop(SCHEMA, call.query(), "$count", "$expand");
    GraphLists.Listed<Incident> listed =
        lists.cut(
            call,
            query,
            new GraphLists.Source<>(book.incidents()::newestFirst, book.incidents()::oldestFirst),
            true,
            incident -> true,
            incident -> row(incident, value -> value),
            MOST);
    Integer top = query.top();
    if (top != null && top > MOST && quirks.incidentTopRefused()) {
      throw GraphLists.topExceeded(MOST, top);
    }
    boolean expanded = expandsAlerts(call);
    List<Answer.Content> incidents = new ArrayList<>();
    for (Incident incident : listed.items()) {
      incidents.add(content(call, incident, query.selected(), expanded));
    }
    return Answer.of(
        call.operation().success(),
        json -> {
          GraphAlertAnswers.begin(json, call, "security/incidents", listed.count());
          for (Answer.Content incident : incidents) {
            incident.write(json);
          }
          GraphAlertAnswers.end(json, listed.nextLink());
        });
  }

  private Answer listAlerts(Call call) {
    Incident incident = find(call);
    return alertAnswers.list(
        call, incident.alerts(), "security/incidents('" + incident.id() + "')/alerts");
  }

  private Answer entity(Call call, Incident incident, boolean expanded) {
    return Answer.of(call.operation().success(), content(call, incident, null, expanded));
  }

  /** An incident after a change, whose page names no option: alerts do not come with it. */
  private Answer changed(Call call, Incident incident) {
    return entity(call, incident, false);
  }

  /** An incident as it is now, with its alerts where these are expanded. */
  private Answer.Content content(
      Call call, Incident incident, @Nullable Set<String> selected, boolean expanded) {
    Mask mask = Mask.of(call, quirks);
    Row row = row(incident, quirks.incidentsAsInSamples() ? GraphNames::pascal : value -> value);
    Row shown = row.with("status", mask.incidentStatus(row.text("status")));
    List<AlertSnapshot> alerts = expanded ? snapshots(incident) : null;
    return json -> write(json, shown, alerts, mask, selected);
  }

  private static boolean expandsAlerts(Call call) {
    String expand = call.query().get("$expand");
    if (expand != null && !expand.strip().equals("alerts")) {
      throw ApiError.odata("The property '" + expand + "' cannot be used in $expand.");
    }
    return expand != null;
  }

  private List<AlertSnapshot> snapshots(Incident incident) {
    List<Alert> alerts = incident.alerts().stream().filter(alert -> alert.shown() != null).toList();
    book.checkEvidence(alerts);
    return alerts.stream().map(book::snapshot).toList();
  }

  private void write(
      JsonGenerator json,
      Row row,
      @Nullable List<AlertSnapshot> alerts,
      Mask mask,
      @Nullable Set<String> selected)
      throws IOException {
    json.writeStartObject();
    row.writeMembers(json, selected);
    if (alerts != null) {
      json.writeArrayFieldStart("alerts");
      for (AlertSnapshot alert : alerts) {
        alertAnswers.write(json, alert, mask, null);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /**
   * An incident as clients see it.
   *
   * @param spelling of values of enumerations
   */
  private Row row(Incident incident, UnaryOperator<String> spelling) {
    IncidentState state = incident.shown() == null ? incident.newest() : incident.shown();
    Row.Builder row =
        SCHEMA
            .row()
            .set("@odata.type", "#microsoft.graph.security.incident")
            .set("id", incident.id())
            .set("tenantId", tenantId)
            .set(
                "incidentWebUrl",
                "https://security.microsoft.com/incidents/" + incident.id() + "?tid=" + tenantId)
            .set("createdDateTime", incident.createdTime())
            .set("lastUpdateDateTime", incident.shownUpdateTime())
            .set("customTags", state.customTags())
            .set("systemTags", List.of())
            .set("comments", state.comments().stream().map(this::comment).toList());
    for (String name :
        List.of(
            "redirectIncidentId",
            "displayName",
            "assignedTo",
            "description",
            "lastModifiedBy",
            "resolvingComment",
            "summary")) {
      row.set(name, state.text(name));
    }
    for (String name : List.of("status", "classification", "determination", "severity")) {
      row.set(name, spelling.apply(state.always(name)));
    }
    return row.build();
  }

  private Map<String, Object> comment(Note note) {
    return quirks.incidentsAsInSamples()
        ? GraphAlertAnswers.comment(note, "", "")
        : GraphAlertAnswers.comment(note, "DisplayName", "Date");
  }

  private Answer update(Call call) {
    Incident incident = find(call);
    JsonNode body = call.bodyObject();
    IncidentState state = incident.newest();
    for (String name : TEXTS) {
      if (body.has(name)) {
        state = state.with(name, Call.text(body, name));
      }
    }
    if (body.has("assignedTo")) {
      state = state.with("assignedTo", GraphInput.owner(body));
    }
    if (body.has("status")) {
      state = state.with("status", one(statuses, body, "status"));
    }
    if (body.has("severity")) {
      state = state.with("severity", one(SEVERITIES, body, "severity"));
    }
    if (body.has("classification")) {
      String value = input.classification(Call.text(body, "classification"));
      state = state.with("classification", GraphNames.enumValue(value));
    }
    if (body.has("determination")) {
      String value = input.determination(Call.text(body, "determination"));
      state = state.with("determination", GraphNames.enumValue(value));
    }
    if (body.has("customTags")) {
      // That they replace those before is inferred: no page says so.
      state = state.withTags(tags(body.get("customTags")));
    }
    if (state.equals(incident.newest())) {
      return changed(call, incident);
    }
    state = state.with("lastModifiedBy", "API-App:" + call.caller().name());
    book.change(incident, state, call.now(), Duration.ZERO);
    return changed(call, incident).withEffect("change of incident " + incident.id());
  }

  private static String one(Set<String> values, JsonNode body, String name) {
    String value = Call.text(body, name);
    String camel = value == null ? "" : GraphNames.camel(value);
    if (!values.contains(camel)) {
      throw ApiError.badRequest("'" + value + "' is no value of " + name);
    }
    return camel;
  }

  private static List<String> tags(JsonNode array) {
    if (!array.isArray()) {
      throw ApiError.invalidBody();
    }
    List<String> tags = new ArrayList<>();
    array.forEach(tag -> tags.add(tag.asText()));
    return tags;
  }

  private Answer addComment(Call call) {
    Incident incident = find(call);
    String text = GraphInput.comment(call.bodyObject());
    book.comment(incident, text, call.caller().name(), call.now());
    String context = "security/incidents('" + incident.id() + "')/comments";
    return Answer.of(
            call.operation().success(),
            Map.of(
                "@odata.context",
                GraphAlertAnswers.context(call, context),
                "value",
                GraphAlertAnswers.comments(incident.newest().comments())))
        .withEffect("comment on incident " + incident.id());
  }

  private Answer merge(Call call) {
    JsonNode body = call.bodyObject();
    GraphInput.checkReasons(body, "mergeReasons");
    List<String> ids = GraphInput.ids(body, "incidentIds").stream().distinct().toList();
    if (ids.size() < 2) {
      throw ApiError.badRequest("Two incidents or more are merged");
    }
    List<Incident> incidents = ids.stream().map(book.incidents()::getOpen).toList();
    Incident target =
        quirks.mergedIntoFirst() ? incidents.get(0) : Collections.min(incidents, OLDEST_FIRST);
    for (Incident other : incidents) {
      if (!other.equals(target)) {
        book.merge(other, target, call.now());
      }
    }
    String comment = Call.text(body, "incidentComment");
    if (comment != null) {
      book.comment(target, comment, call.caller().name(), call.now());
    }
    return Answer.of(call.operation().success(), Map.of("targetIncidentId", target.id()))
        .withEffect(incidents.size() + " incidents merged into " + target.id());
  }
}
