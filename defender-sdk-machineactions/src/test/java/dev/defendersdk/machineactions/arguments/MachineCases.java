package dev.defendersdk.machineactions.arguments;

import static java.util.Arrays.asList;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.machineactions.actions.ActionFields;
import dev.defendersdk.machineactions.actions.ActionQuery;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.actions.Reason;
import dev.defendersdk.machineactions.actions.ScanType;
import dev.defendersdk.machineactions.machines.DeviceValue;
import dev.defendersdk.machineactions.machines.MachineFields;
import dev.defendersdk.machineactions.machines.MachineQuery;
import dev.defendersdk.machineactions.machines.MachineUpdate;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.users.UsersClient;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Wrong arguments of machines and machine actions. */
final class MachineCases {

  private static final String ID = "7d41c0a9e2b35f6684f0d1a2c3b4e5f60718293a";
  private static final String ENTRA_ID = "5b0e1c9f-4c55-4c8f-9c9c-0a1b2c3d4e5f";
  private static final CallOptions OPTIONS = CallOptions.defaults();

  private MachineCases() {}

  static void fill(Cases cases, DefenderClient defender, Instant now) {
    cases.row("new MachinesClient(DefenderClient)", null, defender);
    cases.row("new MachineActionsClient(DefenderClient)", null, defender);
    machines(cases, new MachinesClient(defender), now);
    tags(cases, new MachinesClient(defender));
    changes(cases, new MachinesClient(defender));
    cases.row("new UsersClient(DefenderClient)", null, defender);
    users(cases, new MachinesClient(defender), new UsersClient(defender));
    actions(cases, new MachineActionsClient(defender));
    queries(cases);
  }

  private static void machines(Cases cases, MachinesClient machines, Instant now) {
    UnaryOperator<MachineQuery> all = q -> q;
    UnaryOperator<MachineQuery> nothing = q -> null;
    UnaryOperator<MachineQuery> largePages = q -> q.pageSize(10_001);
    MachineQuery large = MachineQuery.all().pageSize(10_001);
    cases
        .row("MachinesClient.list(UnaryOperator)", machines, all)
        .wrong(0, nothing, "query is null")
        .wrong(0, largePages, "pageSize is 10001");
    cases
        .row("MachinesClient.list(MachineQuery)", machines, MachineQuery.all())
        .wrong(0, large, "pageSize is 10001");
    cases
        .row("MachinesClient.list(MachineQuery,CallOptions)", machines, MachineQuery.all(), OPTIONS)
        .wrong(0, large, "pageSize is 10001");

    nameOrId(cases.row("MachinesClient.get(String)", machines, ID));
    nameOrId(cases.row("MachinesClient.get(String,CallOptions)", machines, ID, OPTIONS));

    address(cases.row("MachinesClient.findByIp(String,Instant)", machines, "10.0.0.7", now), now);
    address(
        cases.row(
            "MachinesClient.findByIp(String,Instant,CallOptions)",
            machines,
            "fe80::1%eth0",
            now.minus(Duration.ofDays(30)),
            OPTIONS),
        now);

    cases.row("MachinesClient.findByTag(String)", machines, "till").blank(0);
    cases.row("MachinesClient.findByTag(String,CallOptions)", machines, "till", OPTIONS).blank(0);
    cases.row("MachinesClient.findByTagPrefix(String)", machines, "ti").blank(0);
    cases
        .row("MachinesClient.findByTagPrefix(String,CallOptions)", machines, "ti", OPTIONS)
        .blank(0);
  }

  private static void nameOrId(Row row) {
    row.blank(0).wrong(0, "a/b").wrong(0, "SHOP\\till-07").wrong(0, "..").wrong(0, ".");
  }

  private static void address(Row row, Instant now) {
    row.blank(0)
        .wrong(0, "10.0.0.256")
        .wrong(0, "10.0.0")
        .wrong(0, "10.0.0.7.")
        .wrong(0, "10.0.0.7.8")
        .wrong(0, "10.0.0.0/24")
        .wrong(0, " 10.0.0.7")
        .wrong(0, "till-07")
        .wrong(0, ":::")
        .wrong(0, "1:2:3:4:5:6:7:8:9")
        .wrong(0, "fe80::1%")
        .wrong(0, "face")
        .wrong(1, now.minus(Duration.ofDays(30)).minusMillis(1), "2026-10-25T07:59:59.999Z")
        .wrong(1, Instant.EPOCH);
  }

  private static void tags(Cases cases, MachinesClient machines) {
    for (String method : List.of("addTag", "removeTag")) {
      String name = "MachinesClient." + method;
      machineId(cases.row(name + "(String,String)", machines, ID, "till")).blank(1);
      machineId(cases.row(name + "(String,String,CallOptions)", machines, ID, "till", OPTIONS))
          .blank(1);
      machineIds(cases.row(name + "(Collection,String)", machines, List.of(ID), "till")).blank(1);
      machineIds(
              cases.row(
                  name + "(Collection,String,CallOptions)", machines, List.of(ID), "till", OPTIONS))
          .blank(1);
    }
  }

  private static void changes(Cases cases, MachinesClient machines) {
    String value = "MachinesClient.setDeviceValue(String,DeviceValue";
    machineId(cases.row(value + ")", machines, ID, DeviceValue.LOW));
    machineId(cases.row(value + ",CallOptions)", machines, ID, DeviceValue.LOW, OPTIONS));

    MachineUpdate update = MachineUpdate.nothing().deviceValue(DeviceValue.HIGH);
    UnaryOperator<MachineUpdate> high = u -> u.deviceValue(DeviceValue.HIGH);
    UnaryOperator<MachineUpdate> none = u -> null;
    UnaryOperator<MachineUpdate> same = u -> u;
    machineId(cases.row("MachinesClient.update(String,UnaryOperator)", machines, ID, high))
        .wrong(1, none, "update is null")
        .wrong(1, same, "changes nothing");
    machineId(cases.row("MachinesClient.update(String,MachineUpdate)", machines, ID, update))
        .wrong(1, MachineUpdate.nothing(), "changes nothing");
    machineId(
            cases.row(
                "MachinesClient.update(String,MachineUpdate,CallOptions)",
                machines,
                ID,
                update,
                OPTIONS))
        .wrong(1, MachineUpdate.nothing(), "changes nothing");
    cases
        .row("MachineUpdate.machineTags(Collection)", update, List.of("till"))
        .wrong(0, List.of(), "Remove the tags with removeTag")
        .wrong(0, asList("till", null), "tags[1] is null")
        .wrong(0, List.of("till", " "), "tags[1] is \" \"");
    cases.row("MachineUpdate.deviceValue(DeviceValue)", update, DeviceValue.LOW);
  }

  private static void users(Cases cases, MachinesClient machines, UsersClient users) {
    String sha1 = "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567";
    cases.row("MachinesClient.ofFile(String)", machines, sha1).blank(0).wrong(0, "abc");
    cases
        .row("MachinesClient.ofFile(String,CallOptions)", machines, sha1, OPTIONS)
        .blank(0)
        .wrong(0, "ab".repeat(32));
    cases
        .row("MachinesClient.ofDomain(String)", machines, "www.contoso.example")
        .blank(0)
        .wrong(0, "https://www.contoso.example");
    cases
        .row(
            "MachinesClient.ofDomain(String,CallOptions)", machines, "www.contoso.example", OPTIONS)
        .blank(0)
        .wrong(0, "a b");
    userName(cases.row("MachinesClient.ofUser(String)", machines, "o'neil"));
    userName(cases.row("MachinesClient.ofUser(String,CallOptions)", machines, "user1", OPTIONS));
    machineId(cases.row("UsersClient.ofMachine(String)", users, ID));
    machineId(cases.row("UsersClient.ofMachine(String,CallOptions)", users, ID, OPTIONS));
    for (Object client : List.of(machines, users)) {
      String name = client.getClass().getSimpleName() + ".ofAlert";
      alertId(cases.row(name + "(String)", client, "da637_-1"));
      alertId(cases.row(name + "(String,CallOptions)", client, "da637_-1", OPTIONS));
    }
  }

  private static void alertId(Row row) {
    row.blank(0).wrong(0, "a/b").wrong(0, "..").wrong(0, "a b");
  }

  private static void userName(Row row) {
    row.blank(0)
        .wrong(0, "user1@contoso.com")
        .wrong(0, "contoso\\user1")
        .wrong(0, "user1/alerts")
        .wrong(0, "..");
  }

  private static Row machineId(Row row) {
    return row.blank(0)
        .wrong(0, ENTRA_ID)
        .wrong(0, "{" + ENTRA_ID.toUpperCase(Locale.ROOT) + "}")
        .wrong(0, "till 07")
        .wrong(0, ID + "/isolate")
        .wrong(0, "a".repeat(129), "\"" + "a".repeat(120) + "…\"");
  }

  private static Row machineIds(Row row) {
    return row.wrong(0, List.of(), "0 elements")
        .wrong(0, Collections.nCopies(501, ID), "501 elements")
        .wrong(0, asList(ID, null), "machineIds[1] is null")
        .wrong(0, List.of(ID, ENTRA_ID), "\"" + ENTRA_ID + "\"")
        .wrong(0, List.of(" "), "\" \"");
  }

  private static void actions(Cases cases, MachineActionsClient actions) {
    Isolation isolation = Isolation.full("case 4711");
    machineId(cases.row("MachineActionsClient.isolate(String,Isolation)", actions, ID, isolation));
    machineId(
        cases.row(
            "MachineActionsClient.isolate(String,Isolation,CallOptions)",
            actions,
            ID,
            isolation,
            OPTIONS));
    Reason reason = Reason.of("case 4711");
    for (String method :
        List.of(
            "release",
            "restrictCodeExecution",
            "unrestrictCodeExecution",
            "collectInvestigationPackage",
            "offboard")) {
      String name = "MachineActionsClient." + method;
      machineId(cases.row(name + "(String,Reason,CallOptions)", actions, ID, reason, OPTIONS));
    }
    for (String method :
        List.of(
            "contain",
            "release",
            "restrictCodeExecution",
            "unrestrictCodeExecution",
            "collectInvestigationPackage",
            "offboard")) {
      String name = "MachineActionsClient." + method;
      machineId(cases.row(name + "(String,String)", actions, ID, "case 4711")).blank(1);
      machineId(cases.row(name + "(String,String,CallOptions)", actions, ID, "4711", OPTIONS))
          .blank(1);
    }
    AntiVirusScan scan = AntiVirusScan.quick("case 4711");
    String scans = "MachineActionsClient.runAntiVirusScan";
    machineId(cases.row(scans + "(String,AntiVirusScan)", actions, ID, scan));
    machineId(cases.row(scans + "(String,AntiVirusScan,CallOptions)", actions, ID, scan, OPTIONS));
    FileQuarantine file = FileQuarantine.ofSha1(ID, "case 4711");
    String quarantines = "MachineActionsClient.stopAndQuarantineFile";
    machineId(cases.row(quarantines + "(String,FileQuarantine)", actions, ID, file));
    machineId(
        cases.row(quarantines + "(String,FileQuarantine,CallOptions)", actions, ID, file, OPTIONS));

    UnaryOperator<ActionQuery> all = q -> q;
    UnaryOperator<ActionQuery> nothing = q -> null;
    ActionQuery large = ActionQuery.all().pageSize(10_001);
    cases
        .row("MachineActionsClient.list(UnaryOperator)", actions, all)
        .wrong(0, nothing, "query is null");
    cases
        .row("MachineActionsClient.list(ActionQuery)", actions, ActionQuery.all())
        .wrong(0, large, "pageSize is 10001");
    cases
        .row(
            "MachineActionsClient.list(ActionQuery,CallOptions)",
            actions,
            ActionQuery.all(),
            OPTIONS)
        .wrong(0, large, "pageSize is 10001");

    cases.row("MachineActionsClient.get(String)", actions, "a7c1").blank(0).wrong(0, "..");
    cases.row("MachineActionsClient.get(String,CallOptions)", actions, "a7c1", OPTIONS).blank(0);
    cases
        .row("MachineActionsClient.cancel(String,String)", actions, "a7c1", "why")
        .blank(0)
        .blank(1);
    cases
        .row(
            "MachineActionsClient.cancel(String,String,CallOptions)", actions, "a7c1", "y", OPTIONS)
        .blank(0)
        .blank(1);
    cases.row("MachineActionsClient.handle(String)", actions, "a7c1").blank(0);
    cases.row("ActionHandle.cancel(String)", actions.handle("a7c1"), "why").blank(0);
    cases
        .row(
            "ActionHandle.cancel(String,CallOptions)",
            actions.handle("a7c1"),
            "why",
            CallOptions.defaults())
        .blank(0);
    cases.row("ActionHandle.poll(CallOptions)", actions.handle("a7c1"), CallOptions.defaults());
    cases
        .row("ActionHandle.await(Duration)", actions.handle("a7c1"), Duration.ofMinutes(1))
        .wrong(0, Duration.ZERO)
        .wrong(0, Duration.ofSeconds(-1))
        .wrong(0, ChronoUnit.FOREVER.getDuration());

    cases.row("Isolation.full(String)", null, "why").blank(0);
    cases.row("Isolation.selective(String)", null, "why").blank(0);
    cases.row("Isolation.unmanagedDevice(String)", null, "why").blank(0);
    cases.row("Isolation.externalId(String)", isolation, "case-4711").blank(0);
    cases.row("Reason.of(String)", null, "why").blank(0);
    cases.row("Reason.externalId(String)", reason, "case-4711").blank(0);
    cases.row("AntiVirusScan.quick(String)", null, "why").blank(0);
    cases.row("AntiVirusScan.full(String)", null, "why").blank(0);
    cases.row("AntiVirusScan.of(ScanType,String)", null, ScanType.FULL, "why").blank(1);
    cases.row("AntiVirusScan.externalId(String)", scan, "case-4711").blank(0);
    cases
        .row("FileQuarantine.ofSha1(String,String)", null, ID, "why")
        .blank(0)
        .blank(1)
        .wrong(0, "0f".repeat(16), "looks like an MD5")
        .wrong(0, "0f".repeat(32), "looks like a SHA-256")
        .wrong(0, ID.substring(1), "39 hex digits")
        .wrong(0, "g" + ID.substring(1))
        .wrong(0, " " + ID);
    cases.row("FileQuarantine.externalId(String)", file, "case-4711").blank(0);
  }

  private static void queries(Cases cases) {
    Function<MachineFields, Filter> machines = f -> f.id().eq(ID);
    Function<MachineFields, Filter> noMachines = f -> null;
    Function<ActionFields, Filter> actions = f -> f.id().eq("a7c1");
    Function<ActionFields, Filter> noActions = f -> null;
    cases
        .row("MachineQuery.where(Function)", MachineQuery.all(), machines)
        .wrong(0, noMachines, "filter is null");
    cases
        .row("ActionQuery.where(Function)", ActionQuery.all(), actions)
        .wrong(0, noActions, "filter is null");
    for (Object query : List.of(MachineQuery.all(), ActionQuery.all())) {
      String name = query.getClass().getSimpleName();
      cases.row(name + ".whereRaw(String)", query, "id eq '1'").blank(0);
      cases.row(name + ".orderByRaw(String)", query, "id").blank(0);
      cases.row(name + ".pageSize(int)", query, 1).wrong(0, 0).wrong(0, -1).wrong(0, 1_000_001);
      cases.row(name + ".skip(long)", query, 0L).wrong(0, -1L);
      cases.row(name + ".limit(long)", query, 1L).wrong(0, 0L).wrong(0, -1L);
    }
  }
}
