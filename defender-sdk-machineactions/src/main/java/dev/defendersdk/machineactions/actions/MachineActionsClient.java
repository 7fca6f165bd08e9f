package dev.defendersdk.machineactions.actions;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Paged;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.machineactions.internal.Comments;
import dev.defendersdk.machineactions.internal.Started;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Response actions on the machines of a tenant. A cheap view of a client: make one where it is
 * needed. Immutable and thread-safe.
 *
 * <pre>{@code
 * MachineActionsClient actions = new MachineActionsClient(defender);
 * MachineAction done =
 *     actions.isolate(machineId, Isolation.full("C2 beacon, case 4711")).await(Duration.ofMinutes(30));
 * }</pre>
 *
 * <p>Starting an action is no more repeatable than a phone call: if its answer is lost, {@link
 * dev.defendersdk.core.error.OutcomeUnknownException} says so, and the list of the machine's
 * actions tells what became of it. If one of its kind is under way already, either {@link
 * dev.defendersdk.core.error.ConflictException} says so, or the handle is of that one: the pages
 * have both. A machine whose platform or sensor is not fit for an action is told by {@link
 * dev.defendersdk.core.error.BadRequestException}.
 *
 * <p>Permissions: each action has one of its own; reading needs {@code Machine.Read.All} or {@code
 * Machine.ReadWrite.All} beside it. Quota: 100 calls a minute and 1,500 an hour for each operation.
 * All methods throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and
 * {@link IllegalArgumentException} for wrong arguments, before any call.
 */
public final class MachineActionsClient {

  private final DefenderClient defender;

  /** A view of the machine actions of this client's tenant. */
  public MachineActionsClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * Isolates a machine from the network. Page: isolate-machine.md. Needs {@code Machine.Isolate}.
   *
   * @return the action, under way
   */
  public ActionHandle isolate(String machineId, Isolation isolation) {
    return isolate(machineId, isolation, CallOptions.defaults());
  }

  /** Isolates a machine from the network, with options. Page: isolate-machine.md. */
  public ActionHandle isolate(String machineId, Isolation isolation, CallOptions options) {
    Check.notNull(isolation, "isolation");
    return started(
        call(
                MachineActionOperations.ISOLATE,
                machineId,
                isolation.comment(),
                isolation.externalId())
            // No page names a default, so it is always sent.
            .member("IsolationType", isolation.type()),
        options);
  }

  /**
   * Contains a machine that is not onboarded: the onboarded ones block its traffic. The same as
   * {@link #isolate} with {@link Isolation#unmanagedDevice}. Page: isolate-machine.md. Needs {@code
   * Machine.Isolate}.
   *
   * <p>Release is documented in the portal alone. That {@link #release} lifts containment is
   * likely, but no page says so: look at the machine afterwards.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle contain(String machineId, String comment) {
    return contain(machineId, comment, CallOptions.defaults());
  }

  /** Contains a machine that is not onboarded, with options. Page: isolate-machine.md. */
  public ActionHandle contain(String machineId, String comment, CallOptions options) {
    return isolate(machineId, Isolation.unmanagedDevice(comment), options);
  }

  /**
   * Releases a machine from isolation. Page: unisolate-machine.md. Needs {@code Machine.Isolate}.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle release(String machineId, String comment) {
    return release(machineId, Reason.of(comment), CallOptions.defaults());
  }

  /** Releases a machine from isolation, with options. Page: unisolate-machine.md. */
  public ActionHandle release(String machineId, String comment, CallOptions options) {
    return release(machineId, Reason.of(comment), options);
  }

  /** Releases a machine from isolation, with an id of one's own. Page: unisolate-machine.md. */
  public ActionHandle release(String machineId, Reason reason, CallOptions options) {
    return start(MachineActionOperations.UNISOLATE, machineId, reason, options);
  }

  /**
   * Lets a machine run only what Microsoft signed. Page: restrict-code-execution.md. Needs {@code
   * Machine.RestrictExecution}. Windows alone, from Windows 10 1709 and Server 2019 on, with
   * Microsoft Defender Antivirus.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle restrictCodeExecution(String machineId, String comment) {
    return restrictCodeExecution(machineId, Reason.of(comment), CallOptions.defaults());
  }

  /**
   * Lets a machine run only what Microsoft signed, with options. Page: restrict-code-execution.md.
   */
  public ActionHandle restrictCodeExecution(String machineId, String comment, CallOptions options) {
    return restrictCodeExecution(machineId, Reason.of(comment), options);
  }

  /**
   * Lets a machine run only what Microsoft signed, with an id of one's own. Page:
   * restrict-code-execution.md.
   */
  public ActionHandle restrictCodeExecution(String machineId, Reason reason, CallOptions options) {
    return start(MachineActionOperations.RESTRICT_CODE_EXECUTION, machineId, reason, options);
  }

  /**
   * Lets a machine run everything again. Page: unrestrict-code-execution.md. Needs {@code
   * Machine.RestrictExecution}.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle unrestrictCodeExecution(String machineId, String comment) {
    return unrestrictCodeExecution(machineId, Reason.of(comment), CallOptions.defaults());
  }

  /** Lets a machine run everything again, with options. Page: unrestrict-code-execution.md. */
  public ActionHandle unrestrictCodeExecution(
      String machineId, String comment, CallOptions options) {
    return unrestrictCodeExecution(machineId, Reason.of(comment), options);
  }

  /**
   * Lets a machine run everything again, with an id of one's own. Page:
   * unrestrict-code-execution.md.
   */
  public ActionHandle unrestrictCodeExecution(
      String machineId, Reason reason, CallOptions options) {
    return start(MachineActionOperations.UNRESTRICT_CODE_EXECUTION, machineId, reason, options);
  }

  /**
   * Scans a machine with Microsoft Defender Antivirus, beside another antivirus too. Page:
   * run-av-scan.md. Needs {@code Machine.Scan}.
   *
   * @return the action, under way
   */
  public ActionHandle runAntiVirusScan(String machineId, AntiVirusScan scan) {
    return runAntiVirusScan(machineId, scan, CallOptions.defaults());
  }

  /** Scans a machine with Microsoft Defender Antivirus, with options. Page: run-av-scan.md. */
  public ActionHandle runAntiVirusScan(String machineId, AntiVirusScan scan, CallOptions options) {
    Check.notNull(scan, "scan");
    return started(
        call(
                MachineActionOperations.RUN_ANTI_VIRUS_SCAN,
                machineId,
                scan.comment(),
                scan.externalId())
            .member("ScanType", scan.type()),
        options);
  }

  /**
   * Stops a file that runs on a machine, and quarantines it. Not for files that Microsoft or a
   * trusted publisher signed. Windows alone, from Windows 10 1703 on; not in Defender for Business.
   * Page: stop-and-quarantine-file.md. Needs {@code Machine.StopAndQuarantine}.
   *
   * @return the action, under way
   */
  public ActionHandle stopAndQuarantineFile(String machineId, FileQuarantine quarantine) {
    return stopAndQuarantineFile(machineId, quarantine, CallOptions.defaults());
  }

  /** Stops and quarantines a file, with options. Page: stop-and-quarantine-file.md. */
  public ActionHandle stopAndQuarantineFile(
      String machineId, FileQuarantine quarantine, CallOptions options) {
    Check.notNull(quarantine, "quarantine");
    return started(
        call(
                MachineActionOperations.STOP_AND_QUARANTINE_FILE,
                machineId,
                quarantine.comment(),
                quarantine.externalId())
            .member("Sha1", quarantine.sha1()),
        options);
  }

  /**
   * Collects an investigation package of a machine. Page: collect-investigation-package.md. Needs
   * {@code Machine.CollectForensics}. It may fail on low battery or a metered line. A second one is
   * refused while the first is under way.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle collectInvestigationPackage(String machineId, String comment) {
    return collectInvestigationPackage(machineId, Reason.of(comment), CallOptions.defaults());
  }

  /** Collects an investigation package, with options. Page: collect-investigation-package.md. */
  public ActionHandle collectInvestigationPackage(
      String machineId, String comment, CallOptions options) {
    return collectInvestigationPackage(machineId, Reason.of(comment), options);
  }

  /**
   * Collects an investigation package, with an id of one's own. Page:
   * collect-investigation-package.md.
   */
  public ActionHandle collectInvestigationPackage(
      String machineId, Reason reason, CallOptions options) {
    return start(MachineActionOperations.COLLECT_INVESTIGATION_PACKAGE, machineId, reason, options);
  }

  /**
   * Offboards a machine: its sensor stops, and no action reaches it any more. Page:
   * offboard-machine-api.md. Needs {@code Machine.Offboard}. Windows alone; its onboarding data
   * stays in its registry.
   *
   * @param comment why; the service keeps it
   * @return the action, under way
   */
  public ActionHandle offboard(String machineId, String comment) {
    return offboard(machineId, Reason.of(comment), CallOptions.defaults());
  }

  /** Offboards a machine, with options. Page: offboard-machine-api.md. */
  public ActionHandle offboard(String machineId, String comment, CallOptions options) {
    return offboard(machineId, Reason.of(comment), options);
  }

  /** Offboards a machine, with an id of one's own. Page: offboard-machine-api.md. */
  public ActionHandle offboard(String machineId, Reason reason, CallOptions options) {
    return start(MachineActionOperations.OFFBOARD, machineId, reason, options);
  }

  /** All machine actions, newest first. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list() {
    return list(ActionQuery.all());
  }

  /** The machine actions of a query, built in place. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list(UnaryOperator<ActionQuery> query) {
    return list(Check.notNull(query, "query").apply(ActionQuery.all()));
  }

  /** The machine actions of a query. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list(ActionQuery query) {
    return list(query, CallOptions.defaults());
  }

  /** The machine actions of a query, with options. Page: get-machineactions-collection.md. */
  public Paged<MachineAction> list(ActionQuery query, CallOptions options) {
    return defender.list(
        Call.of(MachineActionOperations.LIST).query(Check.notNull(query, "query").toListQuery()),
        options);
  }

  /**
   * One machine action. Page: get-machineaction-object.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public MachineAction get(String actionId) {
    return get(actionId, CallOptions.defaults());
  }

  /**
   * One machine action, with options. Page: get-machineaction-object.md.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is none
   */
  public MachineAction get(String actionId, CallOptions options) {
    return defender.execute(
        Call.of(MachineActionOperations.GET).path("id", Ids.action(actionId)), options);
  }

  /**
   * Cancels a machine action that has not ended. Page: cancel-machine-action.md (preview). Needs
   * the permission of the action's own type.
   *
   * @param comment why; the service keeps it
   */
  public MachineAction cancel(String actionId, String comment) {
    return cancel(actionId, comment, CallOptions.defaults());
  }

  /** Cancels a machine action, with options. Page: cancel-machine-action.md (preview). */
  public MachineAction cancel(String actionId, String comment, CallOptions options) {
    return defender.execute(
        Call.of(MachineActionOperations.CANCEL)
            .path("id", Ids.action(actionId))
            .member("Comment", Comments.required(comment)),
        options);
  }

  /**
   * A link to the investigation package of a collection that has succeeded. It is valid "for a
   * short time": use it at once. Page: get-package-sas-uri.md. Needs {@code Machine.Read.All} or
   * {@code Machine.ReadWrite.All}; quota 2 calls a minute and 120 an hour.
   *
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such action, or it is not
   *     complete
   */
  public SignedLink packageLink(String actionId) {
    return packageLink(actionId, CallOptions.defaults());
  }

  /** A link to an investigation package, with options. Page: get-package-sas-uri.md. */
  public SignedLink packageLink(String actionId, CallOptions options) {
    return defender.execute(
        Call.of(MachineActionOperations.PACKAGE_URI).path("id", Ids.action(actionId)), options);
  }

  /**
   * Downloads an investigation package, a zip. A link that expires on the way is asked for anew,
   * and a download that ended half way is gone on with by the next one to the same target.
   *
   * @param target replaced if it exists
   * @return the length in bytes
   * @throws dev.defendersdk.core.error.NotFoundException if there is no such action, or it is not
   *     complete
   */
  public long downloadPackage(String actionId, Path target) {
    return downloadPackage(actionId, target, DownloadOptions.defaults());
  }

  /** Downloads an investigation package, with options. */
  public long downloadPackage(String actionId, Path target, DownloadOptions options) {
    String id = Ids.action(actionId);
    return defender.downloads().toFile(() -> packageLink(id), target, options);
  }

  /** Takes up an action that was started elsewhere. Nothing is asked. */
  public ActionHandle handle(String actionId) {
    return new ActionHandle(defender, this, actionId);
  }

  private ActionHandle start(
      Operation<MachineAction> operation, String machineId, Reason reason, CallOptions options) {
    Check.notNull(reason, "reason");
    return started(call(operation, machineId, reason.comment(), reason.externalId()), options);
  }

  private static Call<MachineAction> call(
      Operation<MachineAction> operation,
      String machineId,
      String comment,
      @Nullable String externalId) {
    return Call.of(operation)
        .path("id", Ids.machine(machineId))
        .member("Comment", comment)
        .member("ExternalId", externalId);
  }

  private ActionHandle started(Call<MachineAction> call, CallOptions options) {
    MachineAction action = defender.execute(call, options);
    return handle(Started.id(call.operation(), action.id()));
  }

  @Override
  public String toString() {
    return "MachineActionsClient[" + defender + "]";
  }
}
