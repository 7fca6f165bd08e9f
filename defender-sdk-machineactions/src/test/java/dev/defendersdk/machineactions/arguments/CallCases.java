package dev.defendersdk.machineactions.arguments;

import static java.util.Arrays.asList;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Lifecycle;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Permissions;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.testsupport.arguments.Cases;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Wrong arguments of calls, their options, operations and filters. */
final class CallCases {

  private static final CallOptions OPTIONS = CallOptions.defaults();

  private CallCases() {}

  static void fill(Cases cases) {
    options(cases);
    calls(cases);
    operations(cases);
    filters(cases);
  }

  private static void options(Cases cases) {
    CoreCases.duration(cases.row("CallOptions.deadline(Duration)", OPTIONS, Duration.ofSeconds(1)));
    CoreCases.duration(
        cases.row("CallOptions.attemptTimeout(Duration)", OPTIONS, Duration.ofSeconds(1)));
    cases.row("CallOptions.maxAttempts(int)", OPTIONS, 1).wrong(0, 0).wrong(0, 21);
    cases.row("CallOptions.clientRequestId(UUID)", OPTIONS, new UUID(1, 2));
    ListQuery query = ListQuery.all();
    cases.row("ListQuery.where(Filter)", query, Filter.raw("true"));
    cases.row("ListQuery.orderBy(String)", query, "id").blank(0);
    cases.row("ListQuery.select(String)", query, "id").blank(0);
    cases.row("ListQuery.expand(String)", query, "evidence").blank(0);
    cases.row("ListQuery.pageSize(int)", query, 1).wrong(0, 0).wrong(0, 1_000_001);
    cases.row("ListQuery.skip(long)", query, 0L).wrong(0, -1L);
    cases.row("ListQuery.limit(long)", query, 1L).wrong(0, 0L);
  }

  private static void calls(Cases cases) {
    Call<?> call = Call.of(MachineOperations.GET);
    cases.row("Call.of(Operation)", null, MachineOperations.GET);
    cases
        .row("Call.path(String,Object)", call, "id", "0f")
        .blank(0)
        .blank(1)
        .wrong(0, "machineId")
        .wrong(1, ".")
        .wrong(1, "..");
    cases.row("Call.query(String,Object)", call, "tag", "till").blank(0);
    cases.row("Call.query(ListQuery)", call, ListQuery.all());
    cases.row("Call.member(String,Object)", call, "Comment", "why").blank(0);
    cases.row("Call.clear(String)", call, "assignedTo").blank(0);
  }

  private static void operations(Cases cases) {
    for (String method : List.of("get", "post", "patch", "delete")) {
      cases
          .row("Operation." + method + "(String,String)", null, "things.get", "/api/things")
          .blank(0)
          .blank(1)
          .wrong(1, "api/things");
    }
    Operation.Builder builder = Operation.get("things.get", "/api/things/{id}");
    String name = "Operation.Builder.";
    cases.row(name + "service(Service)", builder, Service.GRAPH);
    cases.row(name + "permissions(Permissions)", builder, Permissions.NONE_STATED);
    cases.row(name + "limits(int,int)", builder, 1, 1).wrong(0, 0).wrong(1, 0).wrong(1, -1);
    cases.row(name + "quota(Quota)", builder, Quota.GRAPH_SECURITY);
    cases.row(name + "repeatability(Repeatability)", builder, Repeatability.READ);
    cases.row(name + "lifecycle(Lifecycle)", builder, Lifecycle.CURRENT);
    cases.row(name + "page(String)", builder, "get-things.md").blank(0);
    cases.row(name + "header(String,String)", builder, "Prefer", "odata").blank(0).blank(1);
    cases
        .row(
            name + "patience(Duration,Duration)",
            builder,
            Duration.ofMinutes(8),
            Duration.ofMinutes(8))
        .wrong(0, Duration.ZERO, "PT0S")
        .wrong(1, Duration.ZERO, "PT0S")
        .wrong(1, Duration.ofMinutes(9), "PT9M");
    cases.row(name + "pagedBySkip(int)", builder, 1).wrong(0, 0).wrong(0, 1_000_001);
    cases.row(name + "pagedByLink(int)", builder, 1).wrong(0, 0).wrong(0, 1_000_001);
    cases
        .row(name + "returns(Class)", builder, Machine.class)
        .wrong(0, String.class, "java.lang.String");
    cases
        .row(name + "returnsListOf(Class)", builder, Machine.class)
        .wrong(0, List.class, "java.util.List");
    cases
        .row("new Answer(Form,Class)", null, Answer.Form.ENTITY, Machine.class)
        .wrong(1, int.class, "int")
        .wrong(1, Quota.class, "dev.defendersdk.core.call.Quota");
    cases
        .row(
            "new Lifecycle(State,LocalDate,String,List)",
            null,
            Lifecycle.State.CURRENT,
            null,
            null,
            List.of("A"))
        .wrong(3, asList("A", null), "permissionsToAdd[1] is null");
    cases
        .row(
            "Lifecycle.deprecated(LocalDate,String,String[])",
            null,
            LocalDate.EPOCH,
            "things.find",
            new String[] {"A"})
        .blank(1)
        .wrong(2, new String[] {null}, "permissionsToAdd[0] is null");
    cases
        .row("new Quota(String,int,int)", null, "things", 1, 1)
        .blank(0)
        .wrong(1, 0)
        .wrong(1, -1)
        .wrong(2, 0);
    cases
        .row("new Quota(String,int,int,Scope)", null, "things", 1, 1, Quota.Scope.TENANT)
        .blank(0)
        .wrong(1, 0)
        .wrong(1, -1)
        .wrong(2, 0);
    cases
        .row("new Permissions(List,List)", null, List.of("A"), List.of("A"))
        .wrong(0, asList("A", null), "application[1] is null")
        .wrong(1, asList("A", null), "delegated[1] is null");
    cases
        .row("Permissions.anyOf(String[])", null, (Object) new String[] {"A"})
        .wrong(0, new String[] {null}, "application[0] is null");
    cases
        .row("Permissions.orDelegated(String[])", Permissions.NONE_STATED, (Object) new String[0])
        .wrong(0, new String[] {"A", null}, "delegated[1] is null");
  }

  private static void filters(Cases cases) {
    Filter filter = Filter.raw("true");
    cases.row("Filter.raw(String)", null, "true").blank(0);
    cases.row("Filter.and(Filter)", filter, filter);
    cases.row("Filter.or(Filter)", filter, filter);
    for (String kind : List.of("text", "choice", "ordered")) {
      cases.row("FilterField." + kind + "(String)", null, "name").blank(0);
    }
    UnaryOperator<String> same = text -> text;
    cases.row("FilterField.choice(String,UnaryOperator)", null, "name", same).blank(0);
    cases
        .row("FilterField.eq(Object)", FilterField.text("name"), "x")
        .wrong(0, "\ud83d", "half of a surrogate pair");
    cases.row("FilterField.ne(Object)", FilterField.text("name"), "x");
    cases.row("TextField.contains(String)", FilterField.text("name"), "x").blank(0);
    cases.row("TextField.startsWith(String)", FilterField.text("name"), "x").blank(0);
    for (String operator : List.of("gt", "ge", "lt", "le")) {
      cases.row("OrderedField." + operator + "(Object)", FilterField.ordered("size"), 7);
    }
    cases
        .row("ChoiceField.in(List)", FilterField.choice("status"), List.of("New"))
        .wrong(0, List.of(), "values of status is empty")
        .wrong(0, asList("New", null), "status is null");
    cases
        .row(
            "ChoiceField.in(Object[])", FilterField.choice("status"), (Object) new String[] {"New"})
        .wrong(0, new String[0], "values of status is empty")
        .wrong(0, new String[] {"New", null}, "status is null");
  }
}
