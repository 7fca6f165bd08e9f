package dev.defendersdk.machineactions.facts;

import static dev.defendersdk.testsupport.facts.JsonTrees.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.health.DeviceAvInfo;
import dev.defendersdk.machineactions.health.DeviceHealthClient;
import dev.defendersdk.machineactions.machines.HealthStatus;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.machines.RiskScore;
import dev.defendersdk.machineactions.users.User;
import dev.defendersdk.machineactions.users.UsersClient;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Wire;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the SDK has for each of the service's samples, or why it has nothing. */
final class SampleCalls {

  static final Map<String, Area> AREAS =
      Map.of(
          "machines",
          new Area(
              Map.of(
                  "get-machines.response.json",
                  machines(m -> m.list().toList()),
                  "get-machine-by-id.response.json",
                  machine()
                      .asked(
                          (c, uri) ->
                              List.of(new MachinesClient(c).get(uri.getPath().split("/")[3]))),
                  // An old operation that is not offered, but its answer is the same list.
                  "find-machine-info-by-ip.response.json",
                  machines(),
                  "get-machine-log-on-users.response.json",
                  users()
                      .asked(
                          (c, uri) ->
                              new UsersClient(c).ofMachine(uri.getPath().split("/")[3]).toList())),
              Map.of(
                  "add-or-remove-machine-tags.request.json", SampleRequests.BY_NAME.get("tag"),
                  "add-or-remove-multiple-machine-tags.request.json",
                      SampleRequests.BY_NAME.get("tag of many"),
                  "set-device-value.request.json", SampleRequests.BY_NAME.get("device value"),
                  "update-machine.request.json", SampleRequests.BY_NAME.get("update")),
              Map.of(),
              Map.of(),
              Map.of(
                  "get-installed-software.response.json", "vulnerabilities are a later module",
                  "get-discovered-vulnerabilities.response.json",
                      "vulnerabilities are a later module",
                  "get-security-recommendations.response.json",
                      "vulnerabilities are a later module",
                  "get-missing-kbs-machine.response.json", "vulnerabilities are a later module")),
          "machine-actions",
          new Area(
              Map.of(
                  "machineaction-entity.response.json",
                  action(),
                  "get-machineactions.response.json",
                  actions(a -> a.list().toList()),
                  "get-machineactions-filter-machine-id.response.json",
                  actions(
                      a ->
                          a.list(
                                  q ->
                                      q.where(
                                              f ->
                                                  f.machineId()
                                                      .eq(
                                                          "f46b9bb259ed4a7fb9981b73510e3cc7aa81ec1f"))
                                          .limit(2))
                              .toList()),
                  "get-machineaction.response.json",
                  action()
                      .asked(
                          (c, uri) ->
                              List.of(
                                  new MachineActionsClient(c).get(uri.getPath().split("/")[3])))),
              Map.of(
                  "isolate-machine.request.json", SampleRequests.BY_NAME.get("isolate"),
                  "restrict-code-execution.request.json", SampleRequests.BY_NAME.get("restrict"),
                  "unrestrict-code-execution.request.json",
                      SampleRequests.BY_NAME.get("unrestrict"),
                  "run-av-scan.request.json", SampleRequests.BY_NAME.get("scan"),
                  "stop-and-quarantine-file.request.json", SampleRequests.BY_NAME.get("quarantine"),
                  "collect-investigation-package.request.json",
                      SampleRequests.BY_NAME.get("package"),
                  "offboard-machine.request.json", SampleRequests.BY_NAME.get("offboard"),
                  "unisolate-machine.request.json", SampleRequests.BY_NAME.get("release"),
                  "cancel-machine-action.request.json", SampleRequests.BY_NAME.get("cancel")),
              Map.of(),
              Map.of(),
              Map.of("get-package-sas-uri.response.json", "a link: LinkSamplesTest reads it")),
          "live-response",
          LiveResponseSamples.AREA,
          "investigations",
          InvestigationSamples.AREA,
          "authenticated-scans",
          ScanSamples.AREA,
          "odata",
          new Area(
              Map.of(
                  "03-machines-risk-score-high.response.json",
                  machines(
                      m -> m.list(q -> q.where(f -> f.riskScore().eq(RiskScore.HIGH))).toList()),
                  "04-machines-health-status-not-active-top100.response.json",
                  machines(
                      m ->
                          m.list(
                                  q ->
                                      q.where(f -> f.healthStatus().ne(HealthStatus.ACTIVE))
                                          .pageSize(100))
                              .toList()),
                  // Its URL has a time that is none: 2018-08-01Z.
                  "05-machines-last-seen-after.response.json",
                  machines(),
                  "06-machine-actions-antivirus-scans-of-requestor.response.json",
                  actions(
                      a ->
                          a.list(
                                  q ->
                                      q.where(
                                          f ->
                                              f.requestor()
                                                  .eq("Analyst@contoso.com")
                                                  .and(
                                                      f.type().eq(ActionType.RUN_ANTI_VIRUS_SCAN))))
                              .toList()),
                  "08-machines-name-startswith.response.json",
                  machines(
                      m ->
                          m.list(q -> q.where(f -> f.computerDnsName().startsWith("mymachine")))
                              .toList())),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(
                  "01-alerts-top10-expand-evidence.response.json", "of the module of alerts",
                  "02-alerts-last-updated-after.response.json", "of the module of alerts",
                  "07-machine-open-alerts-count.response.json", "of the module of alerts")),
          "transport",
          new Area(
              Map.of(),
              Map.of(),
              Map.of(
                  "error-resource-not-found.response.json", ErrorKind.NOT_FOUND,
                  "error-invalid-request-body.response.json", ErrorKind.BAD_REQUEST,
                  "observed-error-429-per-minute.response.json", ErrorKind.THROTTLED,
                  "observed-error-429-per-hour.response.json", ErrorKind.THROTTLED),
              Map.of(
                  "token-client-credentials.response.json",
                  SampleCalls::tokenIsReadAndSent,
                  "token-client-credentials-minimal.response.json",
                  SampleCalls::tokenIsReadAndSent),
              Map.of(
                  "token-error-invalid-scope.response.json",
                  "an answer of the sign-in service, which core's own tests read",
                  "client-assertion-decoded.request.json",
                  "certificates as credentials come in a later step")));

  private SampleCalls() {}

  static Reads<DeviceAvInfo> health() {
    return new Reads<>(
        DeviceAvInfo.class, true, (c, u) -> new DeviceHealthClient(c).list().toList(), false);
  }

  private static Reads<Machine> machines(Function<MachinesClient, List<Machine>> call) {
    return machines().asked((client, uri) -> call.apply(new MachinesClient(client)));
  }

  private static Reads<MachineAction> actions(
      Function<MachineActionsClient, List<MachineAction>> call) {
    return actions().asked((client, uri) -> call.apply(new MachineActionsClient(client)));
  }

  static Reads<Machine> machine() {
    return new Reads<>(Machine.class, false, (c, u) -> List.of(machines(c).get("0f")), false);
  }

  static Reads<Machine> machines() {
    return new Reads<>(Machine.class, true, (c, u) -> machines(c).list().toList(), false);
  }

  static Reads<MachineAction> action() {
    return new Reads<>(
        MachineAction.class, false, (c, u) -> List.of(actions(c).get("a7c1")), false);
  }

  static Reads<MachineAction> actions() {
    return new Reads<>(MachineAction.class, true, (c, u) -> actions(c).list().toList(), false);
  }

  static Reads<User> users() {
    return new Reads<>(
        User.class, true, (c, u) -> new UsersClient(c).ofMachine("0f").toList(), false);
  }

  static Reads<Machine> machineOfAlert() {
    return machine()
        .asked((c, uri) -> machines(c).ofAlert(uri.getPath().split("/")[3]).stream().toList());
  }

  static Reads<User> userOfAlert() {
    return new Reads<>(
        User.class,
        false,
        (c, uri) -> new UsersClient(c).ofAlert(uri.getPath().split("/")[3]).stream().toList(),
        true);
  }

  private static MachinesClient machines(DefenderClient client) {
    return new MachinesClient(client);
  }

  private static MachineActionsClient actions(DefenderClient client) {
    return new MachineActionsClient(client);
  }

  // Sign-in and call share the wire: the call's answer is the token's too, which is no matter.
  static void tokenIsReadAndSent(String sample) {
    // One page cuts its token short in words, which no token holds.
    String text = sample.replace(" <truncated> ", "");
    Wire wire = Wire.answering(200, text);
    try (DefenderClient defender =
        DefenderClient.builder()
            .credential(Credentials.clientSecret("contoso.onmicrosoft.com", "app", "secret"))
            .partner("Contoso", "NetShield", "4.2.0")
            .httpClient(wire)
            .build()) {
      new MachinesClient(defender).get("0f");
    }
    assertThat(wire.sent().get(0).method()).isEqualTo("POST");
    assertThat(wire.sent().get(0).uri().getPath())
        .isEqualTo("/contoso.onmicrosoft.com/oauth2/v2.0/token");
    assertThat(wire.sent().get(1).headers().firstValue("Authorization"))
        .contains("Bearer " + parse(text).get("access_token").textValue());
  }
}
