package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.error.BadRequestException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.machineactions.scans.AuthScanType;
import dev.defendersdk.machineactions.scans.KeyVaultSecret;
import dev.defendersdk.machineactions.scans.ScanAgent;
import dev.defendersdk.machineactions.scans.ScanAgentsClient;
import dev.defendersdk.machineactions.scans.ScanAuthentication;
import dev.defendersdk.machineactions.scans.ScanAuthenticationParams;
import dev.defendersdk.machineactions.scans.ScanDefinition;
import dev.defendersdk.machineactions.scans.ScanDefinitionUpdate;
import dev.defendersdk.machineactions.scans.ScanDefinitionsClient;
import dev.defendersdk.machineactions.scans.ScanHistory;
import dev.defendersdk.machineactions.scans.ScanStatus;
import dev.defendersdk.machineactions.scans.ScanTargets;
import dev.defendersdk.machineactions.scans.ScannedTarget;
import dev.defendersdk.machineactions.scans.SnmpAuthProtocol;
import dev.defendersdk.machineactions.scans.SnmpAuthType;
import dev.defendersdk.machineactions.scans.SnmpAuthentication;
import dev.defendersdk.machineactions.scans.SnmpPrivProtocol;
import dev.defendersdk.machineactions.scans.TargetScanStatus;
import dev.defendersdk.machineactions.scans.TargetType;
import dev.defendersdk.machineactions.scans.WindowsAuthType;
import dev.defendersdk.machineactions.scans.WindowsAuthentication;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import dev.defendersdk.testkit.rules.Quirks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authenticated scans: defined, changed, carried out, told of; with secrets that stay hidden. */
class ScansTest {

  private static final String SCANNER = "a".repeat(40);
  private static final String SECRET = "S3cr3t~do-not-show";
  private static final SnmpAuthentication SNMP =
      SnmpAuthentication.user("scanner")
          .authentication(SnmpAuthProtocol.SHA1, SECRET + 1)
          .privacy(SnmpPrivProtocol.AES, SECRET + 2);

  /** The service as the pages' samples have it, and as its metadata has it. */
  private static SimulatedTenant tenant(boolean asInSamples) {
    SimulatedTenant tenant =
        Tenants.virtual()
            .quirks(Quirks.harsh().withScansAsInSamples(asInSamples))
            .machine(NewMachine.named("scanner.contoso.com").id(SCANNER))
            .build();
    tenant.machines().addScanAgent(SCANNER);
    return tenant;
  }

  private static ScanDefinition add(
      ScanDefinitionsClient definitions, ScanAuthentication authentication, String... addresses) {
    return definitions.add(
        d ->
            d.scanName("Branch switches")
                .scannerAgent(SCANNER)
                .targets(ScanTargets.addresses(List.of(addresses)))
                .intervalInHours(4)
                .authentication(authentication));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDefinitionIsAddedChangedListedAndDeleted(boolean asInSamples) {
    SimulatedTenant tenant = tenant(asInSamples);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
      ScanDefinition added = add(definitions, SNMP, "10.0.7.1", "10.0.7.2");
      assertThat(added.scanType()).isEqualTo(AuthScanType.NETWORK);
      assertThat(added.target()).isEqualTo("10.0.7.1,10.0.7.2");
      assertThat(added.isActive()).isTrue();
      assertThat(added.scanAuthenticationParams()).isNull();
      assertThat(added.latestScan().status()).isNull();
      assertThat(added.scannerAgent().assignedApplicationId()).isNotNull();

      ScanDefinition changed =
          definitions.update(
              added.id(),
              ScanDefinitionUpdate.nothing()
                  .active(false)
                  .targets(ScanTargets.hostnames(List.of("switch-1"))));
      assertThat(changed.isActive()).isFalse();
      assertThat(changed.targetType()).isEqualTo(TargetType.HOSTNAME);
      assertThat(changed.scanName()).isEqualTo("Branch switches");

      ScanDefinition listed = definitions.list().first().orElseThrow();
      assertThat(listed.scannerAgent()).isEqualTo(added.scannerAgent());
      definitions.delete(List.of(added.id()));
      assertThat(definitions.list()).isEmpty();
      assertThatThrownBy(
              () -> definitions.update(added.id(), ScanDefinitionUpdate.nothing().active(true)))
          .isInstanceOf(NotFoundException.class);
    }
  }

  @Test
  void secretsThatTheListReturnsAreKeptAndShownNowhere() {
    SimulatedTenant tenant = tenant(true);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
      add(definitions, SNMP, "10.0.7.1");
      ScanDefinition listed = definitions.list().first().orElseThrow();
      ScanAuthenticationParams params = listed.scanAuthenticationParams();
      assertThat(params.type()).isEqualTo("AuthPriv");
      assertThat(params.authPassword()).isEqualTo(SECRET + 1);
      assertThat(params.privPassword()).isEqualTo(SECRET + 2);
      assertThat(params).hasToString("ScanAuthenticationParams[AuthPriv]");
      assertThat(listed.toString()).doesNotContain(SECRET);
    }
  }

  static List<ScanAuthentication> authentications() {
    KeyVaultSecret vault = KeyVaultSecret.of("https://contoso.vault.azure.net", "scanner");
    return List.of(
        SNMP,
        SnmpAuthentication.communityString(SECRET),
        SnmpAuthentication.keyVault(SnmpAuthType.AUTH_PRIV, vault.asKeyVaultUrl()),
        WindowsAuthentication.of(WindowsAuthType.KERBEROS, "scanner$").domain("contoso"),
        WindowsAuthentication.of(WindowsAuthType.NEGOTIATE, vault));
  }

  @ParameterizedTest
  @MethodSource("authentications")
  void eachKindOfSignInIsTakenAndShowsNoSecret(ScanAuthentication authentication) {
    assertThat(authentication.toString()).doesNotContain(SECRET);
    SimulatedTenant tenant = tenant(true);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
      add(definitions, authentication, "10.0.7.1");
      tenant.faults().on("scanDefinitions.add", Occurrence.always(), Fault.status(400));
      assertThatThrownBy(() -> add(definitions, authentication, "10.0.7.1"))
          .isInstanceOf(BadRequestException.class)
          .satisfies(thrown -> assertThat(Stacks.of(thrown)).doesNotContain(SECRET));
      assertThat(definitions.list().first().orElseThrow().scanAuthenticationParams().type())
          .isNotBlank();
    }
  }

  @Test
  void snmpIsBuiltUpInOrder() {
    assertThatThrownBy(
            () ->
                SnmpAuthentication.communityString(SECRET)
                    .authentication(SnmpAuthProtocol.MD5, SECRET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("user(…)")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(
            () -> SnmpAuthentication.user("scanner").privacy(SnmpPrivProtocol.DES, SECRET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("authentication(…)")
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAgentIsReadAtTheTopAndInAnArrayOfOne(boolean asInSamples) {
    SimulatedTenant tenant = tenant(asInSamples);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanAgentsClient agents = new ScanAgentsClient(defender);
      ScanAgent listed = agents.list().first().orElseThrow();
      ScanAgent got = agents.get(listed.id());
      assertThat(got.machineId()).isEqualTo(SCANNER);
      assertThat(got.assignedApplicationId()).isEqualTo(listed.assignedApplicationId());
      assertThat(got.lastCommandExecutionTimestamp()).isNotNull();
      assertThat(agents.get(SCANNER).id()).isEqualTo(listed.id());
      assertThatThrownBy(() -> agents.get("0f")).isInstanceOf(NotFoundException.class);
    }
  }

  private static void pass(SimulatedTenant tenant, Duration span) throws InterruptedException {
    VirtualTime time = Tenants.timeOf(tenant);
    time.newSignal().await(time.nanos() + span.toNanos());
  }

  @Test
  void theHistoryLeadsFromADefinitionByItsSessionsToTheirTargets() throws Exception {
    SimulatedTenant tenant = tenant(false);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
      ScanDefinition definition = add(definitions, SNMP, "10.0.7.1", "10.0.7.2");
      assertThat(definitions.historyByDefinition(List.of(definition.id()))).isEmpty();
      pass(tenant, Duration.ofHours(13));

      List<ScanHistory> scans = definitions.historyByDefinition(List.of(definition.id())).toList();
      assertThat(scans).hasSize(3);
      ScanHistory newest = scans.get(0);
      assertThat(newest.definition()).isEqualTo(definition.id());
      assertThat(newest.lastScanned()).isEqualTo(Tenants.START.plus(Duration.ofHours(12)));
      assertThat(definitions.list().first().orElseThrow().latestScan().status())
          .isEqualTo(ScanStatus.SUCCESS);

      ScanHistory session =
          definitions.historyBySession(List.of(newest.session())).first().orElseThrow();
      assertThat(session.targets())
          .extracting(ScannedTarget::ip)
          .containsExactly("10.0.7.1", "10.0.7.2");
      assertThat(session.targets().get(0).duration()).isEqualTo(Duration.ofSeconds(510));
      assertThat(session.targets().get(0).scanStatus()).isEqualTo(TargetScanStatus.SUCCESS);
    }
  }

  @Test
  void aHistoryIsReadAgainAfterALostAnswerThoughItIsSentByPost() throws Exception {
    SimulatedTenant tenant = tenant(true);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
      ScanDefinition definition = add(definitions, SNMP, "10.0.7.1");
      pass(tenant, Duration.ofHours(5));
      tenant
          .faults()
          .on("scanDefinitions.historyByDefinition", Occurrence.nth(1), Fault.resetAfter());
      ScanHistory scan =
          definitions.historyByDefinition(List.of(definition.id())).first().orElseThrow();
      assertThat(scan.definition()).isEqualTo(definition.id());
      assertThat(scan.session()).as("the sample carries none").isNull();
      assertThat(tenant.journal().of("scanDefinitions.historyByDefinition"))
          .hasSize(2)
          .allSatisfy(entry -> assertThat(entry.query()).contains("top=4096"));
    }
  }

  @Test
  void moreScansThanAPageHoldsAreSkippedTo() throws Exception {
    SimulatedTenant tenant = tenant(false);
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      ScanDefinitionsClient definitions = new ScanDefinitionsClient(defender);
      ScanDefinition definition = add(definitions, SNMP, "10.0.7.1");
      pass(tenant, Duration.ofHours(4 * 5_000));
      assertThat(
              definitions.historyByDefinition(List.of(definition.id())).stream()
                  .map(ScanHistory::session)
                  .distinct())
          .hasSize(5_000);
      assertThat(tenant.journal().of("scanDefinitions.historyByDefinition")).hasSize(2);
    }
  }

  /** The sample of the page is broken so that either may be meant. */
  @Test
  void targetsAreReadFromAListAndFromOneObject() {
    for (String name : List.of("ListScannedTargets", "scannedTargets")) {
      String target = "{\"Ip\": \"10.0.7.1\", \"ScanDuration\": \"00:08:30\"}";
      for (String targets : List.of(target, "[" + target + "]")) {
        ScanHistory scan =
            Json.read(
                ScanHistory.class,
                "{\"SessionIds\": \"01de\", \"%s\": %s}".formatted(name, targets));
        assertThat(scan.session()).isEqualTo("01de");
        assertThat(scan.targets()).extracting(ScannedTarget::ip).containsExactly("10.0.7.1");
        assertThat(scan.targets().get(0).duration()).isEqualTo(Duration.ofSeconds(510));
      }
    }
    assertThat(Json.read(ScanHistory.class, "{}").targets()).isEmpty();
  }

  @Test
  void aTimeSpanOfDotNetIsADurationAndWhatIsNoneIsNull() {
    assertThat(duration("00:08:30")).isEqualTo(Duration.ofSeconds(510));
    assertThat(duration("1.02:03:04.5")).isEqualTo(Duration.parse("P1DT2H3M4.5S"));
    assertThat(duration("00:00:00.0000001")).isEqualTo(Duration.ofNanos(100));
    assertThat(duration("-00:00:01")).isEqualTo(Duration.ofSeconds(-1));
    assertThat(duration("PT8M30S")).isNull();
    assertThat(duration("eight minutes")).isNull();
    assertThat(Json.read(ScannedTarget.class, "{}").duration()).isNull();
  }

  private static Duration duration(String text) {
    return Json.read(ScannedTarget.class, "{\"scanDuration\": \"" + text + "\"}").duration();
  }
}
