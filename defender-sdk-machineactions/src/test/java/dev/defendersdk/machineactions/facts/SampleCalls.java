package dev.defendersdk.machineactions.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.actions.ScanType;
import dev.defendersdk.machineactions.machines.DeviceValue;
import dev.defendersdk.machineactions.machines.HealthStatus;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.machines.RiskScore;
import dev.defendersdk.machineactions.users.User;
import dev.defendersdk.machineactions.users.UsersClient;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the SDK has for each of the service's samples, or why it has nothing. */
final class SampleCalls {

  private static final String ACTION = "{\"id\":\"a7c1\"}";

  /**
   * What is known of the samples of one area, by the name of the file.
   *
   * @param answers read into entities
   * @param requests sent by the SDK
   * @param errors read into exceptions
   * @param signIns read by sign-in
   * @param leftOut with the reason
   */
  record Area(
      Map<String, Reads<?>> answers,
      Map<String, Sends> requests,
      Map<String, ErrorKind> errors,
      Set<String> signIns,
      Map<String, String> leftOut) {

    Set<String> files() {
      Set<String> files = new TreeSet<>(signIns);
      Stream.of(answers, requests, errors, leftOut).forEach(m -> files.addAll(m.keySet()));
      return files;
    }
  }

  /**
   * An answer and the call that receives it.
   *
   * @param call makes the call for a sample's URL
   * @param sendsTheSamplesUrl false where the sample has none, or one that is not to be sent
   */
  record Reads<T>(
      Class<T> type,
      boolean isList,
      BiFunction<DefenderClient, URI, List<T>> call,
      boolean sendsTheSamplesUrl) {

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

    Reads<T> asked(BiFunction<DefenderClient, URI, List<T>> call) {
      return new Reads<>(type, isList, call, true);
    }

    private static MachinesClient machines(DefenderClient client) {
      return new MachinesClient(client);
    }

    private static MachineActionsClient actions(DefenderClient client) {
      return new MachineActionsClient(client);
    }
  }

  /** A request that the SDK sends, given the sample's values. */
  record Sends(
      Operation<?> operation, int status, String answer, BiConsumer<DefenderClient, Given> call) {}

  /** A sample's body and URL. */
  record Given(JsonNode body, URI uri) {

    String text(String member) {
      return body.get(member).textValue();
    }

    List<String> texts(String member) {
      List<String> texts = new ArrayList<>();
      body.get(member).forEach(text -> texts.add(text.textValue()));
      return texts;
    }

    /** The id in the path: {@code /api/machines/{id}/…}. */
    String id() {
      return uri.getPath().split("/")[3];
    }
  }

  /** The requests of the operations that the SDK has, by a name. */
  static final Map<String, Sends> REQUESTS =
      Map.ofEntries(
          action(
              "isolate",
              MachineActionOperations.ISOLATE,
              (c, g) -> c.isolate(g.id(), isolation(g.text("IsolationType"), g.text("Comment")))),
          action(
              "release",
              MachineActionOperations.UNISOLATE,
              (c, g) -> c.release(g.id(), g.text("Comment"))),
          action(
              "restrict",
              MachineActionOperations.RESTRICT_CODE_EXECUTION,
              (c, g) -> c.restrictCodeExecution(g.id(), g.text("Comment"))),
          action(
              "unrestrict",
              MachineActionOperations.UNRESTRICT_CODE_EXECUTION,
              (c, g) -> c.unrestrictCodeExecution(g.id(), g.text("Comment"))),
          action(
              "scan",
              MachineActionOperations.RUN_ANTI_VIRUS_SCAN,
              (c, g) ->
                  c.runAntiVirusScan(
                      g.id(),
                      AntiVirusScan.of(ScanType.of(g.text("ScanType")), g.text("Comment")))),
          action(
              "quarantine",
              MachineActionOperations.STOP_AND_QUARANTINE_FILE,
              (c, g) ->
                  c.stopAndQuarantineFile(
                      g.id(), FileQuarantine.ofSha1(g.text("Sha1"), g.text("Comment")))),
          action(
              "package",
              MachineActionOperations.COLLECT_INVESTIGATION_PACKAGE,
              (c, g) -> c.collectInvestigationPackage(g.id(), g.text("Comment"))),
          action(
              "offboard",
              MachineActionOperations.OFFBOARD,
              (c, g) -> c.offboard(g.id(), g.text("Comment"))),
          action(
              "cancel",
              MachineActionOperations.CANCEL,
              (c, g) -> c.cancel(g.id(), g.text("Comment"))),
          machine(
              "device value",
              MachineOperations.SET_DEVICE_VALUE,
              (c, g) -> c.setDeviceValue(g.id(), DeviceValue.of(g.text("DeviceValue")))),
          machine(
              "update",
              MachineOperations.UPDATE,
              (c, g) ->
                  c.update(
                      g.id(),
                      u ->
                          u.machineTags(g.texts("machineTags"))
                              .deviceValue(DeviceValue.of(g.text("deviceValue"))))),
          machine(
              "tag",
              MachineOperations.CHANGE_TAG,
              (c, g) -> {
                if (g.text("Action").equals("Add")) {
                  c.addTag(g.id(), g.text("Value"));
                } else {
                  c.removeTag(g.id(), g.text("Value"));
                }
              }),
          Map.entry(
              "tag of many",
              new Sends(
                  MachineOperations.CHANGE_TAG_OF_MANY,
                  200,
                  "{\"value\":[]}",
                  (client, g) -> {
                    MachinesClient machines = new MachinesClient(client);
                    if (g.text("Action").equals("Add")) {
                      machines.addTag(g.texts("MachineIds"), g.text("Value"));
                    } else {
                      machines.removeTag(g.texts("MachineIds"), g.text("Value"));
                    }
                  })));

  private static final String LATER = "a later step adds the operation";

  private static final Map<String, Area> AREAS =
      Map.of(
          "machines",
          new Area(
              Map.of(
                  "get-machines.response.json",
                  machines(m -> m.list().toList()),
                  "get-machine-by-id.response.json",
                  Reads.machine()
                      .asked(
                          (c, uri) ->
                              List.of(new MachinesClient(c).get(uri.getPath().split("/")[3]))),
                  // An old operation that is not offered, but its answer is the same list.
                  "find-machine-info-by-ip.response.json",
                  Reads.machines(),
                  "get-machine-log-on-users.response.json",
                  Reads.users()
                      .asked(
                          (c, uri) ->
                              new UsersClient(c).ofMachine(uri.getPath().split("/")[3]).toList())),
              Map.of(
                  "add-or-remove-machine-tags.request.json", REQUESTS.get("tag"),
                  "add-or-remove-multiple-machine-tags.request.json", REQUESTS.get("tag of many"),
                  "set-device-value.request.json", REQUESTS.get("device value"),
                  "update-machine.request.json", REQUESTS.get("update")),
              Map.of(),
              Set.of(),
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
                  Reads.action(),
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
                  Reads.action()
                      .asked(
                          (c, uri) ->
                              List.of(
                                  new MachineActionsClient(c).get(uri.getPath().split("/")[3])))),
              Map.of(
                  "isolate-machine.request.json", REQUESTS.get("isolate"),
                  "restrict-code-execution.request.json", REQUESTS.get("restrict"),
                  "unrestrict-code-execution.request.json", REQUESTS.get("unrestrict"),
                  "run-av-scan.request.json", REQUESTS.get("scan"),
                  "stop-and-quarantine-file.request.json", REQUESTS.get("quarantine"),
                  "collect-investigation-package.request.json", REQUESTS.get("package"),
                  "offboard-machine.request.json", REQUESTS.get("offboard"),
                  "unisolate-machine.request.json", REQUESTS.get("release"),
                  "cancel-machine-action.request.json", REQUESTS.get("cancel")),
              Map.of(),
              Set.of(),
              Map.of("get-package-sas-uri.response.json", LATER)),
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
                  Reads.machines(),
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
              Set.of(),
              Map.of(
                  "01-alerts-top10-expand-evidence.response.json", "alerts are a later module",
                  "02-alerts-last-updated-after.response.json", "alerts are a later module",
                  "07-machine-open-alerts-count.response.json", "alerts are a later module")),
          "transport",
          new Area(
              Map.of(),
              Map.of(),
              Map.of(
                  "error-resource-not-found.response.json", ErrorKind.NOT_FOUND,
                  "error-invalid-request-body.response.json", ErrorKind.BAD_REQUEST,
                  "observed-error-429-per-minute.response.json", ErrorKind.THROTTLED,
                  "observed-error-429-per-hour.response.json", ErrorKind.THROTTLED),
              Set.of(
                  "token-client-credentials.response.json",
                  "token-client-credentials-minimal.response.json"),
              Map.of(
                  "token-error-invalid-scope.response.json",
                  "an answer of the sign-in service, which core's own tests read",
                  "client-assertion-decoded.request.json",
                  "certificates as credentials come in a later step")));

  private SampleCalls() {}

  static Area of(String area) {
    return AREAS.get(area);
  }

  private static Reads<Machine> machines(Function<MachinesClient, List<Machine>> call) {
    return Reads.machines().asked((client, uri) -> call.apply(new MachinesClient(client)));
  }

  private static Reads<MachineAction> actions(
      Function<MachineActionsClient, List<MachineAction>> call) {
    return Reads.actions().asked((client, uri) -> call.apply(new MachineActionsClient(client)));
  }

  private static Map.Entry<String, Sends> action(
      String name, Operation<?> operation, BiConsumer<MachineActionsClient, Given> call) {
    int status = operation == MachineActionOperations.CANCEL ? 200 : 201;
    return Map.entry(
        name,
        new Sends(
            operation,
            status,
            ACTION,
            (client, given) -> call.accept(new MachineActionsClient(client), given)));
  }

  private static Map.Entry<String, Sends> machine(
      String name, Operation<?> operation, BiConsumer<MachinesClient, Given> call) {
    return Map.entry(
        name,
        new Sends(
            operation,
            200,
            "{\"id\":\"0f\"}",
            (client, given) -> call.accept(new MachinesClient(client), given)));
  }

  private static Isolation isolation(String type, String comment) {
    return switch (type) {
      case "Full" -> Isolation.full(comment);
      case "Selective" -> Isolation.selective(comment);
      default -> Isolation.unmanagedDevice(comment);
    };
  }
}
