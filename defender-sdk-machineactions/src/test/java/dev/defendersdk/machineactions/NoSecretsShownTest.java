package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.ClientCertificate;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.auth.TokenRequest;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.LiveResponseCommandResult;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.actions.RelatedFileInfo;
import dev.defendersdk.machineactions.actions.TroubleshootInfo;
import dev.defendersdk.machineactions.health.DeviceAvInfo;
import dev.defendersdk.machineactions.investigations.Investigation;
import dev.defendersdk.machineactions.investigations.InvestigationsClient;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineIpAddress;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.machines.VmMetadata;
import dev.defendersdk.machineactions.scans.KeyVaultSecret;
import dev.defendersdk.machineactions.scans.NewScanDefinition;
import dev.defendersdk.machineactions.scans.ScanAuthenticationParams;
import dev.defendersdk.machineactions.scans.ScanDefinition;
import dev.defendersdk.machineactions.scans.ScanDefinitionUpdate;
import dev.defendersdk.machineactions.scans.ScanTargets;
import dev.defendersdk.machineactions.scans.SnmpAuthentication;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lands in a log by {@code toString}: of an entity its id and type, of what holds a secret no
 * part of it, of a call not its arguments.
 */
class NoSecretsShownTest {

  private static final String SECRET = "S3cr3t~do-not-show";
  private static final String COMMENT = "names the suspect";
  private static final ClientCertificate CERTIFICATE =
      ClientCertificate.of(TestKeys.first().certificate(), TestKeys.first().key());
  private static final DefenderClient DEFENDER =
      DefenderClient.builder()
          .credential(Credentials.clientSecret("contoso.onmicrosoft.com", "app-1", SECRET))
          .partner("Contoso", "NetShield", "4.2.0")
          .build();

  static List<Map.Entry<Object, String>> shown() {
    String action =
        """
        {"id": "a7c1", "type": "Isolate", "requestorComment": "%s", "requestor": "ada@contoso.example",
         "relatedFileInfo": {"fileIdentifier": "0f"}, "secret": "%s"}
        """
            .formatted(COMMENT, SECRET);
    String machine =
        """
        {"id": "0f", "computerDnsName": "%s", "token": "%s"}
        """
            .formatted(COMMENT, SECRET);
    return List.of(
        Map.entry(
            Credentials.clientSecret("contoso.onmicrosoft.com", "app-1", SECRET),
            "Credential[client secret, tenant contoso.onmicrosoft.com, application app-1]"),
        Map.entry(
            Credentials.tokenSupplier(
                "contoso.onmicrosoft.com", "app-1", r -> AccessToken.of(SECRET, Instant.MAX)),
            "Credential[token supplier, tenant contoso.onmicrosoft.com]"),
        Map.entry(
            Credentials.clientSecret("contoso.onmicrosoft.com", "app-1", () -> SECRET),
            "Credential[client secret, tenant contoso.onmicrosoft.com, application app-1]"),
        Map.entry(
            Credentials.certificate("contoso.onmicrosoft.com", "app-1", CERTIFICATE),
            "Credential[certificate, tenant contoso.onmicrosoft.com, application app-1]"),
        Map.entry(CERTIFICATE, "ClientCertificate[CN=defender-sdk test first]"),
        Map.entry(
            Credentials.managedIdentity("contoso.onmicrosoft.com", null),
            "Credential[managed identity, tenant contoso.onmicrosoft.com]"),
        Map.entry(
            new TokenRequest(
                "contoso.onmicrosoft.com",
                null,
                SECRET,
                DefenderCloud.GLOBAL.authority(),
                "scope",
                null,
                Duration.ofSeconds(1),
                HttpClient.newHttpClient(),
                TimeSource.system()),
            "TokenRequest[scope in contoso.onmicrosoft.com]"),
        Map.entry(
            DEFENDER.onBehalfOf(SECRET),
            "DefenderClient[tenant contoso.onmicrosoft.com,"
                + " DefenderCloud[https://api.security.microsoft.com]]"),
        Map.entry(
            AccessToken.of(SECRET, Instant.EPOCH),
            "AccessToken[***, expires 1970-01-01T00:00:00Z]"),
        Map.entry(
            DEFENDER,
            "DefenderClient[tenant contoso.onmicrosoft.com,"
                + " DefenderCloud[https://api.security.microsoft.com]]"),
        Map.entry(DefenderCloud.GLOBAL, "DefenderCloud[https://api.security.microsoft.com]"),
        Map.entry(
            new MachinesClient(DEFENDER),
            "MachinesClient[DefenderClient[tenant contoso.onmicrosoft.com,"
                + " DefenderCloud[https://api.security.microsoft.com]]]"),
        Map.entry(
            new MachineActionsClient(DEFENDER),
            "MachineActionsClient[DefenderClient[tenant contoso.onmicrosoft.com,"
                + " DefenderCloud[https://api.security.microsoft.com]]]"),
        Map.entry(new MachineActionsClient(DEFENDER).handle("a7c1"), "ActionHandle[a7c1]"),
        Map.entry(
            Call.of(MachineActionOperations.ISOLATE).path("id", "0f").member("Comment", COMMENT),
            "Call[machines.isolate]"),
        Map.entry(Isolation.full(COMMENT).externalId(SECRET), "Isolation[Full]"),
        Map.entry(Json.read(Machine.class, machine), "Machine[0f]"),
        Map.entry(Json.read(MachineAction.class, action), "MachineAction[a7c1, Isolate]"),
        Map.entry(
            Json.read(MachineIpAddress.class, "{\"ipAddress\": \"10.0.0.7\"}"),
            "MachineIpAddress[10.0.0.7]"),
        Map.entry(Json.read(VmMetadata.class, "{\"vmId\": \"vm-7\"}"), "VmMetadata[vm-7]"),
        Map.entry(Json.read(RelatedFileInfo.class, "{\"secret\": 1}"), "RelatedFileInfo[]"),
        Map.entry(Json.read(TroubleshootInfo.class, "{\"secret\": 1}"), "TroubleshootInfo[]"),
        Map.entry(
            Json.read(LiveResponseCommandResult.class, "{\"errors\": [\"" + SECRET + "\"]}"),
            "LiveResponseCommandResult[]"),
        Map.entry(
            Json.read(Investigation.class, "{\"id\": \"63004\", \"state\": \"Running\"}"),
            "Investigation[63004, Running]"),
        Map.entry(new InvestigationsClient(DEFENDER).handle("63004"), "InvestigationHandle[63004]"),
        Map.entry(
            Json.read(
                ScanAuthenticationParams.class,
                "{\"type\": \"AuthPriv\", \"authPassword\": \"" + SECRET + "\"}"),
            "ScanAuthenticationParams[AuthPriv]"),
        Map.entry(
            Json.read(
                ScanDefinition.class,
                "{\"id\": \"60c4\", \"scanAuthenticationParams\": {\"communityString\": \""
                    + SECRET
                    + "\"}}"),
            "ScanDefinition[60c4, null]"),
        Map.entry(
            SnmpAuthentication.communityString(SECRET), "SnmpAuthentication[CommunityString]"),
        Map.entry(
            NewScanDefinition.builder()
                .scanName(COMMENT)
                .scannerAgent("0f")
                .targets(ScanTargets.hostnames(List.of(SECRET)))
                .intervalInHours(1)
                .authentication(SnmpAuthentication.communityString(SECRET))
                .build(),
            "NewScanDefinition[Network]"),
        Map.entry(
            ScanDefinitionUpdate.nothing()
                .authentication(SnmpAuthentication.communityString(SECRET)),
            "ScanDefinitionUpdate[scanAuthenticationParams]"),
        Map.entry(KeyVaultSecret.of(SECRET, SECRET), "KeyVaultSecret[]"),
        Map.entry(ScanTargets.hostnames(List.of(SECRET)), "ScanTargets[1 by Hostname]"),
        Map.entry(Json.read(DeviceAvInfo.class, "{\"machineId\": \"0f\"}"), "DeviceAvInfo[0f]"),
        Map.entry(
            CallOptions.defaults().maxAttempts(2),
            "CallOptions[deadline=null, attemptTimeout=null, maxAttempts=2]"),
        // What a service or a proxy says of a request may hold what the request held.
        Map.entry(
            ErrorReport.of(ErrorKind.BAD_REQUEST)
                .service("Bad", "client_secret=" + SECRET + "&code=" + SECRET, null)
                .detail("Authorization: Bearer " + SECRET)
                .toException(),
            "dev.defendersdk.core.error.BadRequestException: Bad"
                + " \"client_secret=***&code=***\" Authorization: ***."
                + " Correct the request; sending it again will not help."));
  }

  @ParameterizedTest
  @MethodSource("shown")
  void aTextShowsNoSecret(Map.Entry<Object, String> object) {
    assertThat(object.getKey().toString())
        .isEqualTo(object.getValue())
        .doesNotContain(SECRET, COMMENT);
  }
}
