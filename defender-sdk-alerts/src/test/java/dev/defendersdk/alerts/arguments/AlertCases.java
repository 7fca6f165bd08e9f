package dev.defendersdk.alerts.arguments;

import dev.defendersdk.alerts.AlertCategory;
import dev.defendersdk.alerts.AlertClassification;
import dev.defendersdk.alerts.AlertDetermination;
import dev.defendersdk.alerts.AlertFields;
import dev.defendersdk.alerts.AlertQuery;
import dev.defendersdk.alerts.AlertSeverity;
import dev.defendersdk.alerts.AlertStatus;
import dev.defendersdk.alerts.AlertUpdate;
import dev.defendersdk.alerts.AlertsClient;
import dev.defendersdk.alerts.BatchUpdate;
import dev.defendersdk.alerts.NewAlert;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Wrong arguments of alerts on Defender's API. */
final class AlertCases {

  private static final String ID = "da637472900382838869_-1364969609";
  private static final String MACHINE = "7d41c0a9e2b35f6684f0d1a2c3b4e5f60718293a";
  private static final String ENTRA_ID = "5b0e1c9f-4c55-4c8f-9c9c-0a1b2c3d4e5f";
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final EventReference EVENT = new EventReference(MACHINE, NOW, "7");
  private static final CallOptions OPTIONS = CallOptions.defaults();
  private static final AlertUpdate RESOLVED = AlertUpdate.nothing().status(AlertStatus.RESOLVED);

  private AlertCases() {}

  private static NewAlert filled(NewAlert alert) {
    return alert
        .severity(AlertSeverity.MEDIUM)
        .title("Beacon to a known host")
        .description("12 connections in an hour")
        .recommendedAction("Isolate the machine")
        .category(AlertCategory.COMMAND_AND_CONTROL);
  }

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("new AlertsClient(DefenderClient)", null, defender);
    AlertsClient alerts = new AlertsClient(defender);
    reading(cases, alerts);
    changing(cases, alerts);
    creating(cases, alerts);
    related(cases, alerts);
    queries(cases);
    values(cases);
  }

  private static void reading(Cases cases, AlertsClient alerts) {
    UnaryOperator<AlertQuery> all = q -> q;
    UnaryOperator<AlertQuery> nothing = q -> null;
    AlertQuery large = AlertQuery.all().pageSize(10_001);
    cases.row("AlertsClient.list(UnaryOperator)", alerts, all).wrong(0, nothing, "query is null");
    cases
        .row("AlertsClient.list(AlertQuery)", alerts, AlertQuery.all())
        .wrong(0, large, "pageSize is 10001");
    cases
        .row("AlertsClient.list(AlertQuery,CallOptions)", alerts, AlertQuery.all(), OPTIONS)
        .wrong(0, large, "pageSize is 10001");
    id(cases.row("AlertsClient.get(String)", alerts, ID));
    id(cases.row("AlertsClient.get(String,CallOptions)", alerts, ID, OPTIONS));
  }

  private static Row id(Row row) {
    return row.blank(0).wrong(0, "a/b").wrong(0, "..").wrong(0, "a b");
  }

  private static void changing(Cases cases, AlertsClient alerts) {
    UnaryOperator<AlertUpdate> resolved = u -> RESOLVED;
    UnaryOperator<AlertUpdate> none = u -> null;
    UnaryOperator<AlertUpdate> same = u -> u;
    id(cases.row("AlertsClient.update(String,UnaryOperator)", alerts, ID, resolved))
        .wrong(1, none, "update is null")
        .wrong(1, same, "changes nothing");
    id(cases.row("AlertsClient.update(String,AlertUpdate)", alerts, ID, RESOLVED))
        .wrong(1, AlertUpdate.nothing(), "changes nothing");
    id(cases.row(
            "AlertsClient.update(String,AlertUpdate,CallOptions)", alerts, ID, RESOLVED, OPTIONS))
        .wrong(1, AlertUpdate.nothing(), "changes nothing");

    ids(cases.row(
            "AlertsClient.batchUpdate(Collection,UnaryOperator)", alerts, List.of(ID), resolved))
        .wrong(1, none, "update is null")
        .wrong(1, same, "changes nothing");
    BatchUpdate batch = BatchUpdate.of(List.of(ID), RESOLVED);
    cases.row("AlertsClient.batchUpdate(BatchUpdate)", alerts, batch);
    cases.row("AlertsClient.batchUpdate(BatchUpdate,CallOptions)", alerts, batch, OPTIONS);
    ids(cases.row("BatchUpdate.of(Collection,AlertUpdate)", null, List.of(ID), RESOLVED))
        .wrong(1, AlertUpdate.nothing(), "changes nothing");
    cases.row("BatchUpdate.sliceSize(int)", batch, 1).wrong(0, 0).wrong(0, -1).wrong(0, 10_001);
  }

  private static Row ids(Row row) {
    return row.wrong(0, List.of(), "alertIds has 0 elements")
        .wrong(0, Arrays.asList(ID, null), "alertIds[1] is null")
        .wrong(0, List.of(ID, "a b"), "alertIds[1] is \"a b\"");
  }

  private static void creating(Cases cases, AlertsClient alerts) {
    UnaryOperator<NewAlert> filled = AlertCases::filled;
    UnaryOperator<NewAlert> none = a -> null;
    UnaryOperator<NewAlert> same = a -> a;
    NewAlert alert = filled(NewAlert.on(EVENT));
    NewAlert untitled = NewAlert.on(EVENT).severity(AlertSeverity.LOW);
    cases
        .row("AlertsClient.createByReference(NewAlert)", alerts, alert)
        .wrong(0, NewAlert.on(EVENT), "severity is missing")
        .wrong(0, untitled, "title is missing")
        .wrong(0, untitled.title("t"), "description is missing")
        .wrong(0, untitled.title("t").description("d"), "recommendedAction is missing")
        .wrong(
            0, untitled.title("t").description("d").recommendedAction("r"), "category is missing");
    cases
        .row("AlertsClient.createByReference(NewAlert,CallOptions)", alerts, alert, OPTIONS)
        .wrong(0, untitled, "title is missing");
    event(
            cases.row(
                "AlertsClient.createByReference(EventReference,UnaryOperator)",
                alerts,
                EVENT,
                filled))
        .wrong(1, none, "alert is null")
        .wrong(1, same, "severity is missing");
    event(cases.row("NewAlert.on(EventReference)", null, EVENT));
    cases
        .row("NewAlert.severity(AlertSeverity)", alert, AlertSeverity.LOW)
        .wrong(0, AlertSeverity.INFORMATIONAL, "Informational")
        .wrong(0, AlertSeverity.of("unspecified"), "unspecified");
    cases.row("NewAlert.title(String)", alert, "t").blank(0);
    cases.row("NewAlert.description(String)", alert, "d").blank(0);
    cases.row("NewAlert.recommendedAction(String)", alert, "r").blank(0);
    cases.row("NewAlert.category(AlertCategory)", alert, AlertCategory.GENERAL);
  }

  private static Row event(Row row) {
    return row.wrong(0, new EventReference(ENTRA_ID, NOW, "7"), ENTRA_ID)
        .wrong(0, new EventReference("till-07", NOW, "7"), "till-07")
        .wrong(0, new EventReference(MACHINE, NOW.plusNanos(1), "7"), "08:00:00.000000001Z");
  }

  private static void related(Cases cases, AlertsClient alerts) {
    String name = "AlertsClient.";
    Function<AlertFields, Filter> filter = a -> a.status().eq(AlertStatus.NEW);
    Function<AlertFields, Filter> none = a -> null;
    for (String method : List.of("ofMachine", "countOfMachine")) {
      machine(cases.row(name + method + "(String)", alerts, MACHINE));
      machine(cases.row(name + method + "(String,CallOptions)", alerts, MACHINE, OPTIONS));
      machine(cases.row(name + method + "(String,Function)", alerts, MACHINE, filter))
          .wrong(1, none, "filter is null");
      machine(
              cases.row(
                  name + method + "(String,Function,CallOptions)",
                  alerts,
                  MACHINE,
                  filter,
                  OPTIONS))
          .wrong(1, none, "filter is null");
    }
    String sha1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    for (boolean options : List.of(false, true)) {
      for (String method : List.of("domainsOf", "ipsOf")) {
        id(one(cases, alerts, method, ID, options));
      }
      one(cases, alerts, "ofFile", sha1, options)
          .blank(0)
          .wrong(0, "ab".repeat(16))
          .wrong(0, "ab".repeat(32))
          .wrong(0, "xy".repeat(20));
      one(cases, alerts, "ofIp", "198.51.100.7", options)
          .blank(0)
          .wrong(0, "198.51.100.256")
          .wrong(0, "198.51.100.0/24")
          .wrong(0, "till-07");
      one(cases, alerts, "ofDomain", "www.contoso.example", options)
          .blank(0)
          .wrong(0, "https://www.contoso.example")
          .wrong(0, "www.contoso.example/a")
          .wrong(0, "www.contoso.example:443")
          .wrong(0, "ada@contoso.example")
          .wrong(0, "a b");
      one(cases, alerts, "ofUser", "user1", options)
          .blank(0)
          .wrong(0, "user1@contoso.com")
          .wrong(0, "contoso\\user1");
    }
  }

  private static Row one(
      Cases cases, AlertsClient alerts, String method, String right, boolean options) {
    String name = "AlertsClient." + method + (options ? "(String,CallOptions)" : "(String)");
    return options ? cases.row(name, alerts, right, OPTIONS) : cases.row(name, alerts, right);
  }

  private static Row machine(Row row) {
    return row.blank(0).wrong(0, ENTRA_ID).wrong(0, "till-07.contoso.example");
  }

  private static void queries(Cases cases) {
    Function<AlertFields, Filter> filter = a -> a.id().eq(ID);
    Function<AlertFields, Filter> none = a -> null;
    AlertQuery query = AlertQuery.all();
    cases.row("AlertQuery.where(Function)", query, filter).wrong(0, none, "filter is null");
    cases.row("AlertQuery.whereRaw(String)", query, "id eq '1'").blank(0);
    cases.row("AlertQuery.pageSize(int)", query, 1).wrong(0, 0).wrong(0, -1).wrong(0, 1_000_001);
    cases.row("AlertQuery.skip(long)", query, 0L).wrong(0, -1L);
    cases.row("AlertQuery.limit(long)", query, 1L).wrong(0, 0L).wrong(0, -1L);
  }

  private static void values(Cases cases) {
    AlertUpdate nothing = AlertUpdate.nothing();
    cases.row("AlertUpdate.status(AlertStatus)", nothing, AlertStatus.NEW);
    cases.row("AlertUpdate.assignedTo(String)", nothing, "ada").blank(0);
    cases.row(
        "AlertUpdate.classification(AlertClassification)",
        nothing,
        AlertClassification.TRUE_POSITIVE);
    cases.row(
        "AlertUpdate.determination(AlertDetermination)", nothing, AlertDetermination.PHISHING);
    cases.row("AlertUpdate.comment(String)", nothing, "why").blank(0);
    cases.none(
        "asks a report, which holds no null", "BatchUpdateReport.alertIds(BatchUpdateOutcome)");
    cases.none(
        "handed out: its constructor is no promise",
        "new BatchUpdateReport.Slice(List,BatchUpdateOutcome,DefenderException)");
  }
}
