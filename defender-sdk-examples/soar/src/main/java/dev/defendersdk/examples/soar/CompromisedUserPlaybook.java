package dev.defendersdk.examples.soar;

import dev.defendersdk.core.AccessReport;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.examples.soar.ClosingTable.Step;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.liveresponse.LibraryFileOperations;
import dev.defendersdk.machineactions.liveresponse.LibraryFilesClient;
import dev.defendersdk.machineactions.liveresponse.LibraryUpload;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseOperations;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.machineactions.liveresponse.ScriptTranscript;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.machineactions.response.BulkOptions;
import dev.defendersdk.machineactions.response.BulkReport;
import dev.defendersdk.machineactions.response.MachineWish;
import dev.defendersdk.machineactions.response.ResponseClient;
import dev.defendersdk.machineactions.response.WishHandle;
import dev.defendersdk.machineactions.response.WishOutcome;
import dev.defendersdk.machineactions.response.WishResult;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A user is compromised: isolate the machines that the user logged on to, look into them, scan
 * them, and release them again. Nothing here knows whether the tenant is simulated.
 *
 * <p>Steps are wishes, not calls: <em>these machines shall be isolated</em>. What is under way
 * already, a lost answer, the service's quotas and machines that are offline are the SDK's
 * business, and each machine ends with an outcome. A call that fails for all machines alike, such
 * as a sign-in, throws a {@link DefenderException} and stops the playbook.
 */
final class CompromisedUserPlaybook {

  static final String SCRIPT = "triage.ps1";

  /** Put a script of yours here, or upload a file with {@code LibraryUpload.of(path)}. */
  private static final String TRIAGE =
      """
      quser
      Get-NetTCPConnection -State Established
      """;

  /** Far longer than any step takes, since wishes give up by themselves: see {@link Incident}. */
  private static final Duration LONGEST_STEP = Duration.ofHours(4);

  private final DefenderClient defender;
  private final Incident incident;
  private final PrintStream out;
  private final boolean onTerminal;
  private final MachinesClient machines;
  private final MachineActionsClient actions;
  private final ResponseClient response;
  private final String reason;

  CompromisedUserPlaybook(
      DefenderClient defender, Incident incident, PrintStream out, boolean onTerminal) {
    this.defender = defender;
    this.incident = incident;
    this.out = out;
    this.onTerminal = onTerminal;
    // Clients are cheap views. The response client knows the wishes of its process: make one only.
    this.machines = new MachinesClient(defender);
    this.actions = new MachineActionsClient(defender);
    this.response = new ResponseClient(defender);
    this.reason = incident.user() + " is compromised, " + incident.tag();
  }

  ClosingTable play() {
    checkAccess();
    Map<String, Machine> found = machinesOfTheUser();
    ClosingTable table = new ClosingTable(found);
    List<String> all = List.copyOf(found.keySet());
    if (all.isEmpty()) {
      return table;
    }
    tag(all);

    BulkReport isolated =
        forAll(
            "Isolating", all, MachineWish.isolated(Isolation.full(reason)), Step.ISOLATED, table);
    lookInto(windowsAmong(isolated, found), table);
    forAll("Scanning", all, MachineWish.scanned(AntiVirusScan.quick(reason)), Step.SCANNED, table);
    List<String> ours = isolatedByUs(isolated);
    if (!ours.isEmpty()) {
      forAll("Releasing", ours, MachineWish.released(reason), Step.RELEASED, table);
    }
    return table;
  }

  /** Says what the tenant has not granted before any machine is touched: the token tells. */
  private void checkAccess() {
    AccessReport access =
        defender.verifyAccess(
            List.of(
                MachineOperations.LIST_OF_USER,
                MachineOperations.CHANGE_TAG_OF_MANY,
                MachineActionOperations.ISOLATE,
                MachineActionOperations.UNISOLATE,
                MachineActionOperations.RUN_ANTI_VIRUS_SCAN,
                MachineActionOperations.COLLECT_INVESTIGATION_PACKAGE,
                MachineActionOperations.PACKAGE_URI,
                MachineActionOperations.LIST,
                LibraryFileOperations.UPLOAD,
                LiveResponseOperations.RUN,
                LiveResponseOperations.RESULT_LINK));
    if (!access.isGranted()) {
      throw new IllegalStateException(access.wordsForAdministrator());
    }
  }

  /** By id, in the service's order. A list is asked for page by page as it is read. */
  private Map<String, Machine> machinesOfTheUser() {
    out.println("Machines of " + incident.user() + ":");
    Map<String, Machine> found = new LinkedHashMap<>();
    for (Machine machine : machines.ofUser(incident.user())) {
      if (machine.id() != null) {
        out.println("  " + machine.computerDnsName() + " (" + machine.osPlatform() + ")");
        found.put(machine.id().toLowerCase(Locale.ROOT), machine);
      }
    }
    out.println("  " + found.size() + " in all.");
    return found;
  }

  /** One call for up to 500 machines. */
  private void tag(List<String> ids) {
    int most = MachinesClient.MACHINES_PER_TAG_CALL;
    for (int from = 0; from < ids.size(); from += most) {
      machines.addTag(ids.subList(from, Math.min(from + most, ids.size())), incident.tag());
    }
    out.println("Tagged them with " + incident.tag() + ".");
  }

  /**
   * A wish for many machines, within the service's quotas. With {@code
   * options.store(BulkStore.file(…))} another process could go on with it.
   */
  private BulkReport forAll(
      String title, List<String> ids, MachineWish wish, Step step, ClosingTable table) {
    out.println(title + " " + ids.size() + " machines …");
    ProgressLine line = new ProgressLine(out, onTerminal, title);
    BulkReport report =
        response
            .bulk(
                ids, wish, BulkOptions.defaults().wishes(incident.wishes()).onProgress(line::show))
            .await(LONGEST_STEP);
    line.end(report);
    report.results().forEach(result -> table.put(step, result));
    return report;
  }

  private static List<String> windowsAmong(BulkReport isolated, Map<String, Machine> found) {
    List<String> ids = new ArrayList<>();
    for (WishResult result : isolated.results()) {
      Machine machine = Objects.requireNonNull(found.get(result.machineId()));
      String platform = Objects.requireNonNullElse(machine.osPlatform(), "");
      if (result.isFulfilled() && platform.startsWith("Windows")) {
        ids.add(result.machineId());
      }
    }
    return ids;
  }

  /**
   * What others had isolated before stays so. What may be isolated, since nobody could find out, is
   * released too.
   */
  private static List<String> isolatedByUs(BulkReport isolated) {
    Set<WishOutcome> ours = Set.of(WishOutcome.DONE, WishOutcome.UNSETTLED);
    return isolated.results().stream()
        .filter(result -> ours.contains(result.outcome()))
        .map(WishResult::machineId)
        .toList();
  }

  /**
   * A package from one machine, and a script on another: both at once, for no wish takes a thread.
   */
  private void lookInto(List<String> windows, ClosingTable table) {
    if (windows.size() < 2) {
      out.println("Fewer than two Windows machines are isolated: no package, and no script.");
      return;
    }
    String first = windows.get(0);
    out.println("Collecting a package from one, and running " + SCRIPT + " on another …");
    WishHandle collecting =
        response.ensure(first, MachineWish.packageCollected(reason), incident.wishes());
    runScript(windows.get(1), table);
    downloadPackage(collecting.await(LONGEST_STEP), table);
  }

  private void downloadPackage(WishResult collected, ClosingTable table) {
    String id = collected.machineId();
    if (!collected.isFulfilled()) {
      table.put(Step.PACKAGE, collected);
      return;
    }
    try {
      Path file = Files.createDirectories(incident.evidence()).resolve("package-" + id + ".zip");
      // Streamed to the disk. A broken download goes on, and a link that has expired is asked anew.
      long bytes = actions.downloadPackage(collected.actionId().orElseThrow(), file);
      out.println("  Package: " + bytes + " bytes in " + file);
      table.put(Step.PACKAGE, id, "saved");
    } catch (DefenderException e) {
      table.put(Step.PACKAGE, id, "not saved", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The library holds the script for all machines; a session runs it on one. */
  private void runScript(String id, ClosingTable table) {
    try {
      new LibraryFilesClient(defender)
          .upload(
              LibraryUpload.of(SCRIPT, TRIAGE.getBytes(StandardCharsets.UTF_8))
                  .description("Who is logged on, and where from")
                  .replacing());
      LiveResponseRequest request = LiveResponseRequest.because(reason).runScript(SCRIPT);
      WishResult session =
          response
              .ensure(id, MachineWish.liveResponse(request), incident.wishes())
              .await(LONGEST_STEP);
      table.put(Step.SCRIPT, session);
      if (session.isFulfilled()) {
        print(new LiveResponseClient(defender).transcript(session.actionId().orElseThrow(), 0));
      }
    } catch (DefenderException e) {
      table.put(Step.SCRIPT, id, "not run", e);
    }
  }

  private void print(ScriptTranscript transcript) {
    out.println("  " + SCRIPT + " ended with exit code " + transcript.exitCode() + ":");
    transcript.scriptOutput().lines().forEach(line -> out.println("    | " + line));
    transcript.scriptErrors().lines().forEach(line -> out.println("    ! " + line));
  }
}
