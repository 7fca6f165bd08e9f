package dev.defendersdk.machineactions.arguments;

import static java.util.Arrays.asList;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.machineactions.health.DeviceHealthClient;
import dev.defendersdk.machineactions.health.DeviceHealthFields;
import dev.defendersdk.machineactions.health.DeviceHealthQuery;
import dev.defendersdk.machineactions.investigations.InvestigationFields;
import dev.defendersdk.machineactions.investigations.InvestigationHandle;
import dev.defendersdk.machineactions.investigations.InvestigationQuery;
import dev.defendersdk.machineactions.investigations.InvestigationsClient;
import dev.defendersdk.machineactions.scans.KeyVaultSecret;
import dev.defendersdk.machineactions.scans.NewScanDefinition;
import dev.defendersdk.machineactions.scans.ScanAgentsClient;
import dev.defendersdk.machineactions.scans.ScanDefinitionUpdate;
import dev.defendersdk.machineactions.scans.ScanDefinitionsClient;
import dev.defendersdk.machineactions.scans.ScanTargets;
import dev.defendersdk.machineactions.scans.SnmpAuthProtocol;
import dev.defendersdk.machineactions.scans.SnmpAuthType;
import dev.defendersdk.machineactions.scans.SnmpAuthentication;
import dev.defendersdk.machineactions.scans.SnmpPrivProtocol;
import dev.defendersdk.machineactions.scans.WindowsAuthType;
import dev.defendersdk.machineactions.scans.WindowsAuthentication;
import dev.defendersdk.testsupport.arguments.Cases;
import dev.defendersdk.testsupport.arguments.Cases.Row;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Wrong arguments of investigations, authenticated scans and the health of machines. */
final class InvestigationCases {

  private static final String ID = "7d41c0a9e2b35f6684f0d1a2c3b4e5f60718293a";
  private static final String ENTRA_ID = "5b0e1c9f-4c55-4c8f-9c9c-0a1b2c3d4e5f";
  private static final CallOptions OPTIONS = CallOptions.defaults();

  private InvestigationCases() {}

  static void fill(Cases cases, DefenderClient defender) {
    cases.row("new InvestigationsClient(DefenderClient)", null, defender);
    cases.row("new ScanDefinitionsClient(DefenderClient)", null, defender);
    cases.row("new ScanAgentsClient(DefenderClient)", null, defender);
    cases.row("new DeviceHealthClient(DefenderClient)", null, defender);
    investigations(cases, new InvestigationsClient(defender));
    definitions(cases, new ScanDefinitionsClient(defender));
    agents(cases, new ScanAgentsClient(defender));
    requests(cases);
    authentications(cases);
    health(cases, new DeviceHealthClient(defender));
    queries(cases);
  }

  private static void investigations(Cases cases, InvestigationsClient client) {
    String name = "InvestigationsClient.";
    machineId(cases.row(name + "start(String,String)", client, ID, "why")).blank(1);
    machineId(cases.row(name + "start(String,String,CallOptions)", client, ID, "why", OPTIONS))
        .blank(1);
    UnaryOperator<InvestigationQuery> all = q -> q;
    UnaryOperator<InvestigationQuery> nothing = q -> null;
    InvestigationQuery large = InvestigationQuery.all().pageSize(10_001);
    cases.row(name + "list(UnaryOperator)", client, all).wrong(0, nothing, "query is null");
    cases
        .row(name + "list(InvestigationQuery)", client, InvestigationQuery.all())
        .wrong(0, large, "pageSize is 10001");
    cases
        .row(
            name + "list(InvestigationQuery,CallOptions)",
            client,
            InvestigationQuery.all(),
            OPTIONS)
        .wrong(0, large, "pageSize is 10001");
    opaque(cases.row(name + "get(String)", client, "63004"));
    opaque(cases.row(name + "get(String,CallOptions)", client, "da637_-59", OPTIONS));
    opaque(cases.row(name + "handle(String)", client, "63004"));

    InvestigationHandle handle = client.handle("63004");
    cases.row("InvestigationHandle.poll(CallOptions)", handle, OPTIONS);
    for (String await : List.of("await", "awaitEndOrApproval")) {
      cases
          .row("InvestigationHandle." + await + "(Duration)", handle, Duration.ofMinutes(1))
          .wrong(0, Duration.ZERO)
          .wrong(0, Duration.ofSeconds(-1));
    }
  }

  private static Row machineId(Row row) {
    return row.blank(0).wrong(0, ENTRA_ID).wrong(0, "till 07");
  }

  private static void opaque(Row row) {
    row.blank(0).wrong(0, "..").wrong(0, "a/b").wrong(0, "a b");
  }

  private static void opaques(Row row) {
    row.wrong(0, List.of(), "0 elements")
        .wrong(0, asList("a7c1", null), "[1] is null")
        .wrong(0, List.of("a7c1", "a/b"), "[1] is \"a/b\"");
  }

  private static void definitions(Cases cases, ScanDefinitionsClient client) {
    String name = "ScanDefinitionsClient.";
    cases.row(name + "list(CallOptions)", client, OPTIONS);
    UnaryOperator<NewScanDefinition.Builder> filled = InvestigationCases::filled;
    UnaryOperator<NewScanDefinition.Builder> nothing = d -> null;
    UnaryOperator<NewScanDefinition.Builder> empty = d -> d;
    NewScanDefinition definition = filled(NewScanDefinition.builder()).build();
    cases
        .row(name + "add(UnaryOperator)", client, filled)
        .wrong(0, nothing, "definition is null")
        .wrong(0, empty, "scanName is missing");
    cases.row(name + "add(NewScanDefinition)", client, definition);
    cases.row(name + "add(NewScanDefinition,CallOptions)", client, definition, OPTIONS);

    ScanDefinitionUpdate update = ScanDefinitionUpdate.nothing().active(false);
    Row short1 = cases.row(name + "update(String,ScanDefinitionUpdate)", client, "a7c1", update);
    opaque(short1.wrong(1, ScanDefinitionUpdate.nothing(), "update is empty"));
    opaque(
        cases.row(
            name + "update(String,ScanDefinitionUpdate,CallOptions)",
            client,
            "a7c1",
            update,
            OPTIONS));
    for (String method : List.of("delete", "historyByDefinition", "historyBySession")) {
      opaques(cases.row(name + method + "(Collection)", client, List.of("a7c1")));
      opaques(
          cases.row(name + method + "(Collection,CallOptions)", client, List.of("a7c1"), OPTIONS));
    }
  }

  private static NewScanDefinition.Builder filled(NewScanDefinition.Builder builder) {
    return builder
        .scanName("switches")
        .scannerAgent(ID)
        .targets(ScanTargets.addresses(List.of("10.0.0.7")))
        .intervalInHours(4)
        .authentication(SnmpAuthentication.user("scanner"));
  }

  private static void agents(Cases cases, ScanAgentsClient client) {
    cases.row("ScanAgentsClient.list(CallOptions)", client, OPTIONS);
    opaque(cases.row("ScanAgentsClient.get(String)", client, "org_" + ID));
    opaque(cases.row("ScanAgentsClient.get(String,CallOptions)", client, ID, OPTIONS));
  }

  private static void requests(Cases cases) {
    NewScanDefinition.Builder builder = NewScanDefinition.builder();
    ScanTargets targets = ScanTargets.hostnames(List.of("till-07"));
    SnmpAuthentication authentication = SnmpAuthentication.user("scanner");
    String name = "NewScanDefinition.Builder.";
    cases.row(name + "scanName(String)", builder, "switches").blank(0);
    machineId(cases.row(name + "scannerAgent(String)", builder, ID));
    cases.row(name + "targets(ScanTargets)", builder, targets);
    cases.row(name + "authentication(ScanAuthentication)", builder, authentication);
    cases.row(name + "intervalInHours(int)", builder, 1).wrong(0, 0).wrong(0, -1);
    ScanDefinitionUpdate update = ScanDefinitionUpdate.nothing();
    cases.row("ScanDefinitionUpdate.scanName(String)", update, "switches").blank(0);
    cases.row("ScanDefinitionUpdate.targets(ScanTargets)", update, targets);
    cases.row("ScanDefinitionUpdate.authentication(ScanAuthentication)", update, authentication);
    cases.row("ScanDefinitionUpdate.intervalInHours(int)", update, 1).wrong(0, 0).wrong(0, -1);
    cases.none(
        "either value is right", name + "active(boolean)", "ScanDefinitionUpdate.active(boolean)");
    for (String method : List.of("addresses", "hostnames")) {
      cases
          .row("ScanTargets." + method + "(Collection)", null, List.of("10.0.0.7"))
          .wrong(0, List.of(), "0 elements")
          .wrong(0, asList("10.0.0.7", null), "[1] is null")
          .wrong(0, List.of("10.0.0.7", " "), "[1] is \" \"")
          .wrong(0, List.of("10.0.0.7,10.0.0.8"), "\"10.0.0.7,10.0.0.8\"");
    }
  }

  private static void authentications(Cases cases) {
    KeyVaultSecret vault = KeyVaultSecret.of("https://contoso.vault.azure.net", "scanner");
    cases.row("KeyVaultSecret.of(String,String)", null, "https://v", "scanner").blank(0).blank(1);
    String windows = "WindowsAuthentication.";
    WindowsAuthType kerberos = WindowsAuthType.KERBEROS;
    cases.row(windows + "of(WindowsAuthType,String)", null, kerberos, "scanner$").blank(1);
    cases.row(windows + "of(WindowsAuthType,KeyVaultSecret)", null, kerberos, vault);
    cases
        .row(windows + "domain(String)", WindowsAuthentication.of(kerberos, "scanner$"), "shop")
        .blank(0);
    String snmp = "SnmpAuthentication.";
    SnmpAuthentication user = SnmpAuthentication.user("scanner");
    SnmpAuthentication known = user.authentication(SnmpAuthProtocol.SHA1, "s");
    cases.row(snmp + "communityString(String)", null, "s").wrong(0, " ", "is blank");
    cases.row(snmp + "user(String)", null, "scanner").blank(0);
    cases.row(snmp + "keyVault(SnmpAuthType,KeyVaultSecret)", null, SnmpAuthType.AUTH_PRIV, vault);
    cases
        .row(snmp + "authentication(SnmpAuthProtocol,String)", user, SnmpAuthProtocol.SHA1, "s")
        .wrong(1, "", "is blank");
    cases
        .row(snmp + "privacy(SnmpPrivProtocol,String)", known, SnmpPrivProtocol.AES, "s")
        .wrong(1, "\t", "is blank");
  }

  private static void health(Cases cases, DeviceHealthClient client) {
    String name = "DeviceHealthClient.";
    UnaryOperator<DeviceHealthQuery> all = q -> q;
    UnaryOperator<DeviceHealthQuery> nothing = q -> null;
    DeviceHealthQuery large = DeviceHealthQuery.all().pageSize(10_001);
    cases.row(name + "list(UnaryOperator)", client, all).wrong(0, nothing, "query is null");
    cases
        .row(name + "list(DeviceHealthQuery)", client, DeviceHealthQuery.all())
        .wrong(0, large, "pageSize is 10001");
    cases
        .row(name + "list(DeviceHealthQuery,CallOptions)", client, DeviceHealthQuery.all(), OPTIONS)
        .wrong(0, large, "pageSize is 10001");
  }

  private static void queries(Cases cases) {
    Function<InvestigationFields, Filter> investigations = f -> f.id().eq("63004");
    Function<InvestigationFields, Filter> noInvestigations = f -> null;
    Function<DeviceHealthFields, Filter> machines = f -> f.machineId().eq(ID);
    Function<DeviceHealthFields, Filter> noMachines = f -> null;
    cases
        .row("InvestigationQuery.where(Function)", InvestigationQuery.all(), investigations)
        .wrong(0, noInvestigations, "filter is null");
    cases
        .row("DeviceHealthQuery.where(Function)", DeviceHealthQuery.all(), machines)
        .wrong(0, noMachines, "filter is null");
    for (Object query : List.of(InvestigationQuery.all(), DeviceHealthQuery.all())) {
      String name = query.getClass().getSimpleName();
      cases.row(name + ".whereRaw(String)", query, "id eq '1'").blank(0);
      cases.row(name + ".pageSize(int)", query, 1).wrong(0, 0).wrong(0, -1).wrong(0, 1_000_001);
      cases.row(name + ".skip(long)", query, 0L).wrong(0, -1L);
      cases.row(name + ".limit(long)", query, 1L).wrong(0, 0L).wrong(0, -1L);
    }
  }
}
