package dev.defendersdk.testkit.internal.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.defendersdk.testkit.internal.alerts.Alert;
import dev.defendersdk.testkit.internal.alerts.AlertBook;
import dev.defendersdk.testkit.internal.alerts.AlertFacts;
import dev.defendersdk.testkit.internal.alerts.AlertSnapshot;
import dev.defendersdk.testkit.internal.alerts.AlertState;
import dev.defendersdk.testkit.internal.alerts.GraphNames;
import dev.defendersdk.testkit.internal.alerts.Note;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.rules.AlertQuirks;
import dev.defendersdk.testkit.rules.Quirks;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers of Graph that hold alerts, one or a list. Pages: security-alert.md, and
 * security-list-alerts_v2.md for what can be filtered by.
 */
final class GraphAlertAnswers {

  /** In the order in which the samples have them. */
  private static final Schema SCHEMA =
      Schema.of(
          """
          @odata.type text
          id text
          providerAlertId text
          incidentId text
          status text filter
          severity text filter
          classification text filter
          determination text filter
          serviceSource text filter
          detectionSource text
          productName text
          detectorId text
          tenantId text
          title text
          description text
          recommendedActions text
          category text
          categories texts
          assignedTo text filter
          alertWebUrl text
          incidentWebUrl text
          actorDisplayName text
          threatDisplayName text
          threatFamilyName text
          mitreTechniques texts
          investigationState text
          createdDateTime time filter
          lastUpdateDateTime time filter
          resolvedDateTime time
          firstActivityDateTime time
          lastActivityDateTime time
          comments other
          evidence other
          systemTags texts
          alertPolicyId text
          additionalData other
          customDetails other
          """);

  /** What {@code $top} on alerts is clamped to. */
  private static final int MOST = 1_000;

  private final AlertBook book;
  private final String tenantId;
  private final AlertQuirks quirks;
  private final GraphLists lists;

  GraphAlertAnswers(AlertBook book, String tenantId, Quirks quirks) {
    this.book = book;
    this.tenantId = tenantId;
    this.quirks = quirks.alerts();
    this.lists = new GraphLists(quirks);
  }

  /** Whether Graph shows an alert. */
  boolean shows(Alert alert) {
    return alert.shown() != null
        && (alert.incident() != null || !quirks.unpromotedMissingOnGraph());
  }

  Answer list(Call call) {
    return list(
        call,
        // $select and $orderby are supported by the schema alone.
        ListQuery.withAnyTop(SCHEMA, call.query(), "$count"),
        new GraphLists.Source<>(book::newestFirst, book::oldestFirst),
        true,
        this::shows,
        "security/alerts_v2");
  }

  /** A few, where the page names no option. */
  Answer list(Call call, List<Alert> few, String context) {
    return list(
        call,
        ListQuery.ofOnly(SCHEMA, call.query()),
        GraphLists.Source.of(few),
        false,
        alert -> alert.shown() != null,
        context);
  }

  private Answer list(
      Call call,
      ListQuery query,
      GraphLists.Source<Alert> source,
      boolean indexed,
      Predicate<Alert> seen,
      String context) {
    GraphLists.Listed<Alert> listed =
        lists.cut(call, query, source, indexed, seen, GraphAlertAnswers::filtered, MOST);
    Integer top = query.top();
    if (top != null && top > MOST && !quirks.alertTopClamped()) {
      throw GraphLists.topExceeded(MOST, top);
    }
    Set<String> selected = query.selected();
    if (selected == null || selected.contains("evidence")) {
      book.checkEvidence(listed.items());
    }
    Mask mask = Mask.of(call, quirks);
    List<AlertSnapshot> alerts = listed.items().stream().map(book::snapshot).toList();
    return Answer.of(
        call.operation().success(),
        json -> {
          begin(json, call, context, listed.count());
          for (AlertSnapshot alert : alerts) {
            write(json, alert, mask, selected);
          }
          end(json, listed.nextLink());
        });
  }

  /** Begins the body of a list. */
  static void begin(JsonGenerator json, Call call, String context, @Nullable Long count)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@odata.context", context(call, context));
    if (count != null) {
      json.writeNumberField("@odata.count", count);
    }
    json.writeArrayFieldStart("value");
  }

  /** Ends the body of a list. */
  static void end(JsonGenerator json, @Nullable String nextLink) throws IOException {
    json.writeEndArray();
    if (nextLink != null) {
      json.writeStringField("@odata.nextLink", nextLink);
    }
    json.writeEndObject();
  }

  static String context(Call call, String what) {
    return call.origin() + "/v1.0/$metadata#" + what;
  }

  Answer entity(Call call, Alert alert) {
    book.checkEvidence(List.of(alert));
    Mask mask = Mask.of(call, quirks);
    AlertSnapshot snapshot = book.snapshot(alert);
    return Answer.of(call.operation().success(), json -> write(json, snapshot, mask, null));
  }

  void write(JsonGenerator json, AlertSnapshot alert, Mask mask, @Nullable Set<String> selected)
      throws IOException {
    json.writeStartObject();
    row(alert, mask, selected == null || selected.contains("evidence"))
        .writeMembers(json, selected);
    json.writeEndObject();
  }

  /** What a filter looks at, and no more: a list may hold a million. */
  private static Row filtered(Alert alert) {
    AlertState state = alert.shown() == null ? alert.newest() : alert.shown();
    return SCHEMA
        .row()
        .set("status", GraphNames.camel(state.status()))
        .set("severity", GraphNames.enumValue(state.severity()))
        .set("classification", GraphNames.enumValue(state.classification()))
        .set("determination", GraphNames.enumValue(state.determination()))
        .set("serviceSource", alert.serviceSource())
        .set("assignedTo", state.assignedTo())
        .set("createdDateTime", alert.createdTime())
        .set("lastUpdateDateTime", alert.lastUpdateTime())
        .build();
  }

  private Row row(AlertSnapshot alert, Mask mask, boolean evidence) {
    AlertState state = alert.state();
    AlertFacts facts = alert.facts();
    String tenant = "?tid=" + tenantId;
    String incident = alert.incidentId();
    return SCHEMA
        .row()
        .set("@odata.type", "#microsoft.graph.security.alert")
        .set("id", alert.id())
        .set("providerAlertId", alert.id())
        .set("incidentId", incident)
        .set("status", GraphNames.camel(state.status()))
        .set("severity", GraphNames.enumValue(state.severity()))
        .set("classification", GraphNames.enumValue(state.classification()))
        .set("determination", GraphNames.enumValue(state.determination()))
        .set("serviceSource", mask.source(facts.serviceSource()))
        .set("detectionSource", mask.source(GraphNames.detectionSource(facts.detectionSource())))
        .set("productName", facts.productName())
        .set("detectorId", facts.detectorId())
        .set("tenantId", tenantId)
        .set("title", facts.title())
        .set("description", facts.description())
        .set("recommendedActions", facts.recommendedActions())
        .set("category", facts.category())
        .set("categories", List.of(facts.category()))
        .set("assignedTo", state.assignedTo())
        .set("alertWebUrl", "https://security.microsoft.com/alerts/" + alert.id() + tenant)
        .set(
            "incidentWebUrl",
            incident == null
                ? null
                : "https://security.microsoft.com/incidents/" + incident + tenant)
        .set("threatDisplayName", facts.threatName())
        .set("threatFamilyName", facts.threatFamilyName())
        .set("mitreTechniques", facts.mitreTechniques())
        .set(
            "investigationState",
            state.investigationState() == null
                ? null
                : GraphNames.camel(state.investigationState()))
        .set("createdDateTime", alert.createdTime())
        .set("lastUpdateDateTime", alert.lastUpdateTime())
        .set("resolvedDateTime", alert.resolvedTime())
        .set("firstActivityDateTime", alert.firstEventTime())
        .set("lastActivityDateTime", alert.lastEventTime())
        .set("comments", comments(state.comments()))
        .set("evidence", evidence ? GraphEvidence.of(alert, mask) : List.of())
        .set("systemTags", List.of())
        .build();
  }

  static List<Map<String, Object>> comments(List<Note> notes) {
    return notes.stream().map(note -> comment(note, "DisplayName", "Date")).toList();
  }

  /** A comment, with a part of two names that the samples and the schema have differently. */
  static Map<String, Object> comment(Note note, String byEnds, String timeHas) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("comment", note.text());
    members.put("createdBy" + byEnds, note.by());
    members.put("created" + timeHas + "Time", note.created());
    return members;
  }
}
