package dev.defendersdk.alerts.arguments;

import static java.util.Arrays.asList;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.graph.AlertMove;
import dev.defendersdk.alerts.graph.CorrelationReason;
import dev.defendersdk.alerts.graph.IncidentFields;
import dev.defendersdk.alerts.graph.IncidentMerge;
import dev.defendersdk.alerts.graph.IncidentQuery;
import dev.defendersdk.alerts.graph.IncidentStatus;
import dev.defendersdk.alerts.graph.IncidentUpdate;
import dev.defendersdk.alerts.graph.IncidentsClient;
import dev.defendersdk.alerts.graph.SecurityAlert;
import dev.defendersdk.alerts.graph.SecurityAlertClassification;
import dev.defendersdk.alerts.graph.SecurityAlertDetermination;
import dev.defendersdk.alerts.graph.SecurityAlertFields;
import dev.defendersdk.alerts.graph.SecurityAlertQuery;
import dev.defendersdk.alerts.graph.SecurityAlertSeverity;
import dev.defendersdk.alerts.graph.SecurityAlertStatus;
import dev.defendersdk.alerts.graph.SecurityAlertUpdate;
import dev.defendersdk.alerts.graph.SecurityAlertsClient;
import dev.defendersdk.alerts.graph.evidence.DeviceEvidence;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Wrong arguments of alerts and incidents of Microsoft Graph. */
final class GraphCases {

  private static final CallOptions OPTIONS = CallOptions.defaults();
  private static final String HIDDEN = "unknownFutureValue";

  private GraphCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    alerts(cases, new SecurityAlertsClient(defender));
    incidents(cases, new IncidentsClient(defender));
    cases.row("new SecurityAlertsClient(DefenderClient)", null, defender);
    cases.row("new IncidentsClient(DefenderClient)", null, defender);
    cases.row(
        "SecurityAlert.evidenceOf(Class)",
        Json.read(SecurityAlert.class, "{}"),
        DeviceEvidence.class);
    cases.row("AlertMapping.toGraph(Alert)", null, Json.read(Alert.class, "{}"));
    cases.row("AlertMapping.toDefender(SecurityAlert)", null, Json.read(SecurityAlert.class, "{}"));
    queries(cases);
    updates(cases);
    moves(cases);
  }

  private static void alerts(Cases cases, SecurityAlertsClient client) {
    String name = "SecurityAlertsClient.";
    UnaryOperator<SecurityAlertQuery> all = q -> q;
    UnaryOperator<SecurityAlertQuery> nothing = q -> null;
    SecurityAlertQuery large = SecurityAlertQuery.all().pageSize(1_001);
    cases.row(name + "list(UnaryOperator)", client, all).wrong(0, nothing, "query is null");
    cases
        .row(name + "list(SecurityAlertQuery)", client, SecurityAlertQuery.all())
        .wrong(0, large, "pageSize is 1001");
    cases
        .row(
            name + "list(SecurityAlertQuery,CallOptions)",
            client,
            SecurityAlertQuery.all(),
            OPTIONS)
        .wrong(0, large, "pageSize is 1001");
    id(cases.row(name + "get(String)", client, "da1"));
    id(cases.row(name + "get(String,CallOptions)", client, "da1", OPTIONS));
    UnaryOperator<SecurityAlertUpdate> resolved = u -> u.status(SecurityAlertStatus.RESOLVED);
    UnaryOperator<SecurityAlertUpdate> none = u -> null;
    UnaryOperator<SecurityAlertUpdate> same = u -> u;
    SecurityAlertUpdate update = resolved.apply(SecurityAlertUpdate.nothing());
    id(cases.row(name + "update(String,UnaryOperator)", client, "da1", resolved))
        .wrong(1, none, "update is null")
        .wrong(1, same, "changes nothing");
    id(cases.row(name + "update(String,SecurityAlertUpdate)", client, "da1", update))
        .wrong(1, SecurityAlertUpdate.nothing(), "changes nothing");
    id(cases.row(
            name + "update(String,SecurityAlertUpdate,CallOptions)",
            client,
            "da1",
            update,
            OPTIONS))
        .wrong(1, SecurityAlertUpdate.nothing(), "changes nothing");
    id(cases.row(name + "addComment(String,String)", client, "da1", "why")).blank(1);
    id(cases.row(name + "addComment(String,String,CallOptions)", client, "da1", "why", OPTIONS))
        .blank(1);
    cases.row(name + "move(AlertMove)", client, AlertMove.of(List.of("da1")));
    cases.row(name + "move(AlertMove,CallOptions)", client, AlertMove.of(List.of("da1")), OPTIONS);
  }

  private static void incidents(Cases cases, IncidentsClient client) {
    String name = "IncidentsClient.";
    UnaryOperator<IncidentQuery> all = q -> q;
    UnaryOperator<IncidentQuery> nothing = q -> null;
    IncidentQuery large = IncidentQuery.all().pageSize(51);
    cases.row(name + "list(UnaryOperator)", client, all).wrong(0, nothing, "query is null");
    cases
        .row(name + "list(IncidentQuery)", client, IncidentQuery.all())
        .wrong(0, large, "pageSize is 51");
    cases
        .row(name + "list(IncidentQuery,CallOptions)", client, IncidentQuery.all(), OPTIONS)
        .wrong(0, large, "pageSize is 51");
    for (String get : List.of("get", "getWithAlerts", "getFollowingRedirects", "alertsOf")) {
      id(cases.row(name + get + "(String)", client, "7"));
      id(cases.row(name + get + "(String,CallOptions)", client, "7", OPTIONS));
    }
    UnaryOperator<IncidentUpdate> resolved = u -> u.status(IncidentStatus.RESOLVED);
    UnaryOperator<IncidentUpdate> none = u -> null;
    UnaryOperator<IncidentUpdate> same = u -> u;
    IncidentUpdate update = resolved.apply(IncidentUpdate.nothing());
    id(cases.row(name + "update(String,UnaryOperator)", client, "7", resolved))
        .wrong(1, none, "update is null")
        .wrong(1, same, "changes nothing");
    id(cases.row(name + "update(String,IncidentUpdate)", client, "7", update))
        .wrong(1, IncidentUpdate.nothing(), "changes nothing");
    id(cases.row(name + "update(String,IncidentUpdate,CallOptions)", client, "7", update, OPTIONS))
        .wrong(1, IncidentUpdate.nothing(), "changes nothing");
    id(cases.row(name + "addComment(String,String)", client, "7", "why")).blank(1);
    id(cases.row(name + "addComment(String,String,CallOptions)", client, "7", "why", OPTIONS))
        .blank(1);
    IncidentMerge merge = IncidentMerge.of(List.of("7", "8"));
    cases.row(name + "merge(IncidentMerge)", client, merge);
    cases.row(name + "merge(IncidentMerge,CallOptions)", client, merge, OPTIONS);
  }

  private static void queries(Cases cases) {
    Function<SecurityAlertFields, Filter> high = f -> f.severity().eq(SecurityAlertSeverity.HIGH);
    Function<SecurityAlertFields, Filter> noAlerts = f -> null;
    Function<IncidentFields, Filter> open = f -> f.status().eq(IncidentStatus.ACTIVE);
    Function<IncidentFields, Filter> noIncidents = f -> null;
    cases
        .row("SecurityAlertQuery.where(Function)", SecurityAlertQuery.all(), high)
        .wrong(0, noAlerts, "filter is null");
    cases
        .row("IncidentQuery.where(Function)", IncidentQuery.all(), open)
        .wrong(0, noIncidents, "filter is null");
    for (Object query : List.of(SecurityAlertQuery.all(), IncidentQuery.all())) {
      String name = query.getClass().getSimpleName();
      cases.row(name + ".whereRaw(String)", query, "id eq '1'").blank(0);
      cases.row(name + ".orderByRaw(String)", query, "createdDateTime asc").blank(0);
      cases.row(name + ".pageSize(int)", query, 1).wrong(0, 0).wrong(0, -1).wrong(0, 1_000_001);
      cases.row(name + ".skip(long)", query, 0L).wrong(0, -1L).wrong(0, 501L);
      cases.row(name + ".limit(long)", query, 1L).wrong(0, 0L).wrong(0, -1L);
    }
  }

  private static void updates(Cases cases) {
    SecurityAlertSeverity low = SecurityAlertSeverity.LOW;
    SecurityAlertClassification right = SecurityAlertClassification.TRUE_POSITIVE;
    SecurityAlertDetermination malware = SecurityAlertDetermination.MALWARE;
    for (Object update : List.of(SecurityAlertUpdate.nothing(), IncidentUpdate.nothing())) {
      String name = update.getClass().getSimpleName();
      cases
          .row(name + ".classification(SecurityAlertClassification)", update, right)
          .wrong(0, SecurityAlertClassification.of(HIDDEN), "classification is \"" + HIDDEN);
      cases
          .row(name + ".determination(SecurityAlertDetermination)", update, malware)
          .wrong(0, SecurityAlertDetermination.of(HIDDEN), "determination is \"" + HIDDEN);
      cases.row(name + ".assignedTo(String)", update, "ada@contoso.example").blank(0);
    }
    cases
        .row(
            "SecurityAlertUpdate.status(SecurityAlertStatus)",
            SecurityAlertUpdate.nothing(),
            SecurityAlertStatus.NEW)
        .wrong(0, SecurityAlertStatus.of(HIDDEN), "status is \"" + HIDDEN);
    IncidentUpdate incident = IncidentUpdate.nothing();
    cases
        .row("IncidentUpdate.status(IncidentStatus)", incident, IncidentStatus.ACTIVE)
        .wrong(0, IncidentStatus.of(HIDDEN), "status is \"" + HIDDEN);
    cases
        .row("IncidentUpdate.severity(SecurityAlertSeverity)", incident, low)
        .wrong(0, SecurityAlertSeverity.of(HIDDEN), "severity is \"" + HIDDEN);
    cases
        .row("IncidentUpdate.customTags(Collection)", incident, List.of("a"))
        .wrong(0, asList("a", null), "tags[1] is null")
        .wrong(0, List.of("a", " "), "tags[1] is \" \"");
    for (String text : List.of("displayName", "description", "summary", "resolvingComment")) {
      cases.row("IncidentUpdate." + text + "(String)", incident, "text").blank(0);
    }
  }

  private static void moves(Cases cases) {
    List<String> many = Collections.nCopies(1_001, "7");
    cases
        .row("AlertMove.of(Collection)", null, List.of("da1"))
        .wrong(0, List.of(), "alertIds has 0 elements")
        .wrong(0, many, "alertIds has 1001 elements")
        .wrong(0, asList("da1", null), "alertIds[1] is null")
        .wrong(0, List.of("da1", "a b"), "alertIds[1] is \"a b\"");
    cases
        .row("IncidentMerge.of(Collection)", null, List.of("7", "8"))
        .wrong(0, List.of(), "incidentIds has 0 elements")
        .wrong(0, many, "incidentIds has 1001 elements")
        .wrong(0, List.of("7", "7"), "incidentIds is [7, 7]")
        .wrong(0, List.of("7", ""), "incidentIds[1] is \"\"");
    AlertMove move = AlertMove.of(List.of("da1"));
    id(cases.row("AlertMove.toIncident(String)", move, "7"));
    for (Object request : List.of(move, IncidentMerge.of(List.of("7", "8")))) {
      String name = request.getClass().getSimpleName();
      CorrelationReason reason = CorrelationReason.SAME_ACTOR;
      cases.row(name + ".comment(String)", request, "why").blank(0);
      cases
          .row(
              name + ".because(CorrelationReason[])",
              request,
              (Object) new CorrelationReason[] {reason})
          .wrong(0, new CorrelationReason[0], "reasons has 0 elements")
          .wrong(0, new CorrelationReason[] {reason, null}, "reasons[1] is null")
          .wrong(0, new CorrelationReason[] {CorrelationReason.of(HIDDEN)}, HIDDEN);
      cases
          .row(name + ".because(Collection)", request, List.of(reason))
          .wrong(0, List.of(), "reasons has 0 elements")
          .wrong(0, asList(reason, null), "reasons[1] is null");
    }
  }

  private static Row id(Row row) {
    return row.blank(0).wrong(0, "a b").wrong(0, "..").wrong(0, "../incidents").wrong(0, "da1?x=1");
  }
}
