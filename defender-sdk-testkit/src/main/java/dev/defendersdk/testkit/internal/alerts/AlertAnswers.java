package dev.defendersdk.testkit.internal.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.defendersdk.testkit.alerts.NewTenantAlert;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.odata.Bounds;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Paging;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.rules.Quirks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the Defender API that hold alerts, one or a list. Pages: alerts.md, and get-alerts.md
 * for what can be filtered by; the last members of the schema are undocumented.
 */
final class AlertAnswers {

  private static final List<String> UNDOCUMENTED = List.of("loggedOnUsers", "domains");

  /** In the order in which the service writes them. */
  private static final Schema SCHEMA =
      Schema.of(
          """
          id text filter
          incidentId number filter
          investigationId number filter
          assignedTo text filter
          severity text filter
          status text filter
          classification text
          determination text
          investigationState text
          detectionSource text filter
          detectorId text
          category text filter
          threatFamilyName text
          title text
          description text
          alertCreationTime time filter
          firstEventTime time
          lastEventTime time filter
          lastUpdateTime time filter
          resolvedTime time
          machineId text
          computerDnsName text
          rbacGroupName text
          aadTenantId text
          threatName text
          mitreTechniques texts
          relatedUser other
          loggedOnUsers other
          comments other
          evidence other
          domains other
          """);

  /** Every evidence has all of them, null where one does not apply. */
  private static final List<String> EVIDENCE =
      List.of(
          "sha1",
          "sha256",
          "fileName",
          "filePath",
          "processId",
          "processCommandLine",
          "processCreationTime",
          "parentProcessId",
          "parentProcessCreationTime",
          "parentProcessFileName",
          "parentProcessFilePath",
          "ipAddress",
          "url",
          "registryKey",
          "registryHive",
          "registryValueType",
          "registryValue",
          "registryValueName",
          "accountName",
          "domainName",
          "userSid",
          "aadUserId",
          "userPrincipalName",
          "detectionStatus");

  private final AlertBook book;
  private final String tenantId;
  private final Quirks quirks;

  AlertAnswers(AlertBook book, String tenantId, Quirks quirks) {
    this.book = book;
    this.tenantId = tenantId;
    this.quirks = quirks;
  }

  /** All alerts that Defender raised and clients see. */
  Answer list(Call call) {
    // The page is silent on $orderby and $select, and nobody was seen to be refused with them.
    ListQuery query = ListQuery.of(SCHEMA, call.query(), "$expand");
    boolean oldestFirst = query.isOrderedBy("lastUpdateTime", false);
    Bounds bounds = query.bounds("lastUpdateTime");
    Iterable<Alert> candidates;
    if (oldestFirst) {
      candidates = book.oldestFirst(bounds);
    } else if (quirks.alerts().listedById()) {
      candidates = book.inOrderOfId(bounds);
    } else {
      candidates = book.newestFirst(bounds);
    }
    return page(call, query, candidates, oldestFirst, Links.paging(call, quirks));
  }

  /**
   * Those of a few alerts that Defender raised and clients see.
   *
   * @param options that the list takes, and no other
   */
  Answer list(Call call, List<Alert> alerts, String... options) {
    return page(
        call,
        ListQuery.ofOnly(SCHEMA, call.query(), options),
        alerts,
        false,
        Links.paging(call, quirks).bySkipToken());
  }

  /** How many of a few alerts the filter lets pass. */
  long count(Call call, List<Alert> alerts) {
    return ListQuery.ofOnly(SCHEMA, call.query(), "$filter").count(seen(alerts), this::filtered);
  }

  private Answer page(
      Call call, ListQuery query, Iterable<Alert> candidates, boolean inOrder, Paging paging) {
    boolean expanded = expandsEvidence(call);
    ListQuery.Cut<Alert> cut =
        query.cut(seen(candidates), inOrder, this::filtered, Links.path(call), paging);
    boolean evidence = expanded || !quirks.alerts().evidenceOnlyIfExpanded();
    if (evidence) {
      book.checkEvidence(cut.items());
    }
    List<AlertSnapshot> alerts = cut.items().stream().map(book::snapshot).toList();
    Set<String> selected = query.selected();
    return Answer.of(
        call.operation().success(),
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", Links.context(call, "Alerts"));
          json.writeArrayFieldStart("value");
          for (AlertSnapshot alert : alerts) {
            write(json, alert, evidence, selected);
          }
          json.writeEndArray();
          if (cut.nextLink() != null) {
            json.writeStringField("@odata.nextLink", cut.nextLink());
          }
          json.writeEndObject();
        });
  }

  private static boolean expandsEvidence(Call call) {
    String expand = call.query().get("$expand");
    if (expand != null && !expand.strip().equals("evidence")) {
      throw ApiError.odata("The property '" + expand + "' cannot be used in $expand.");
    }
    return expand != null;
  }

  private static Iterable<Alert> seen(Iterable<Alert> alerts) {
    return () ->
        StreamSupport.stream(alerts.spliterator(), false)
            .filter(alert -> alert.shown() != null && alert.isDefenders())
            .iterator();
  }

  /**
   * One alert, without a context as in the sample.
   *
   * @param evidence whether it is filled
   */
  Answer entity(Call call, Alert alert, boolean evidence) {
    if (evidence) {
      book.checkEvidence(List.of(alert));
    }
    AlertSnapshot snapshot = book.snapshot(alert);
    return Answer.of(call.operation().success(), json -> write(json, snapshot, evidence, null));
  }

  /** What a filter looks at, and no more: a list may hold a million. */
  private Row filtered(Alert alert) {
    AlertState state = alert.shown() == null ? alert.newest() : alert.shown();
    AlertFacts facts = alert.facts();
    AlertCatalogue.Kind kind = AlertCatalogue.kind(alert.id());
    return SCHEMA
        .row()
        .set("id", alert.id())
        .set("incidentId", number(alert.incident() == null ? null : alert.incident().id()))
        .set("investigationId", number(alert.investigationId()))
        .set("assignedTo", state.assignedTo())
        .set("severity", state.severity())
        .set("status", state.status())
        .set("detectionSource", facts == null ? kind.detectionSource() : facts.detectionSource())
        .set("category", facts == null ? kind.category() : facts.category())
        .set("alertCreationTime", Ticks.instant(alert.created()))
        .set("lastEventTime", Ticks.instant(state.lastEvent()))
        .set("lastUpdateTime", Ticks.instant(state.lastUpdate()))
        .build();
  }

  private void write(
      JsonGenerator json, AlertSnapshot alert, boolean evidence, @Nullable Set<String> selected)
      throws IOException {
    json.writeStartObject();
    row(alert, evidence).writeMembers(json, selected);
    json.writeEndObject();
  }

  private Row row(AlertSnapshot alert, boolean evidence) {
    AlertState state = alert.state();
    AlertFacts facts = alert.facts();
    Row.Builder row =
        SCHEMA
            .row()
            .set("id", alert.id())
            .set("incidentId", number(alert.incidentId()))
            .set("investigationId", number(alert.investigationId()))
            .set("assignedTo", state.assignedTo())
            .set("severity", state.severity())
            .set("status", state.status())
            .set("classification", state.classification())
            .set("determination", state.determination())
            .set("investigationState", state.investigationState())
            .set("detectionSource", facts.detectionSource())
            .set("detectorId", facts.detectorId())
            .set("category", facts.category())
            .set("threatFamilyName", facts.threatFamilyName())
            .set("title", facts.title())
            .set("description", facts.description())
            .set("alertCreationTime", alert.createdTime())
            .set("firstEventTime", alert.firstEventTime())
            .set("lastEventTime", alert.lastEventTime())
            .set("lastUpdateTime", alert.lastUpdateTime())
            .set("resolvedTime", alert.resolvedTime())
            .set("machineId", alert.machine().text("id"))
            .set("computerDnsName", alert.machine().text("computerDnsName"))
            .set("rbacGroupName", alert.machine().get("rbacGroupName"))
            .set("aadTenantId", tenantId)
            .set("threatName", facts.threatName())
            .set("mitreTechniques", facts.mitreTechniques())
            .set("relatedUser", user(alert, "userName"))
            .set("loggedOnUsers", loggedOn(alert))
            .set("comments", state.comments().stream().map(AlertAnswers::comment).toList())
            .set("evidence", evidence ? evidence(alert) : List.of())
            .set("domains", List.of());
    if (!quirks.undocumentedMembers()) {
      UNDOCUMENTED.forEach(row::leaveOut);
    }
    return row.build();
  }

  private static @Nullable Long number(@Nullable String digits) {
    return digits == null ? null : Long.valueOf(digits);
  }

  private static List<Map<String, Object>> loggedOn(AlertSnapshot alert) {
    Map<String, Object> user = user(alert, "accountName");
    return user == null ? List.of() : List.of(user);
  }

  private static @Nullable Map<String, Object> user(AlertSnapshot alert, String name) {
    String user = alert.userName();
    String domain = alert.domain();
    if (user == null || domain == null) {
      return null;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(name, user);
    members.put("domainName", domain);
    return members;
  }

  private static Map<String, Object> comment(Note note) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("comment", note.text());
    members.put("createdBy", note.by());
    members.put("createdTime", note.created());
    return members;
  }

  private static List<Map<String, @Nullable Object>> evidence(AlertSnapshot alert) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (NewTenantAlert.Evidence one : alert.evidence()) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      members.put("entityType", one.entityType());
      members.put("evidenceCreationTime", alert.createdTime());
      EVIDENCE.forEach(name -> members.put(name, one.members().get(name)));
      one.members().forEach(members::put);
      all.add(members);
    }
    return all;
  }
}
