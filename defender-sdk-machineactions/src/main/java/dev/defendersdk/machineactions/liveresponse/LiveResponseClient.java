package dev.defendersdk.machineactions.liveresponse;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.argument.Ids;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.transfer.DownloadOptions;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.machineactions.actions.ActionHandle;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.internal.Started;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Live response: commands on machines, and their results. A cheap view of a client: make one where
 * it is needed. Immutable and thread-safe. Preview, as the service's pages are.
 *
 * <pre>{@code
 * LiveResponseClient live = new LiveResponseClient(defender);
 * MachineAction done =
 *     live.run(machineId, LiveResponseRequest.because("case 4711").runScript("triage.ps1"))
 *         .await(Duration.ofMinutes(30));
 * ScriptTranscript transcript = live.transcript(done.id(), 0);
 * }</pre>
 *
 * <p>A machine takes one session at a time, also one that an analyst opened in the portal, and a
 * tenant 25 or 50 (the page's revisions differ): more are a {@link
 * dev.defendersdk.core.error.ConflictException} and a {@link
 * dev.defendersdk.core.error.ThrottledException}. A machine that is offline is waited for, 2 hours
 * or 3 days.
 *
 * <p>Permissions: {@code Machine.LiveResponse} to run; {@code Machine.ReadWrite.All} for results,
 * for applications; reading the session needs {@code Machine.Read.All} or {@code
 * Machine.ReadWrite.All}. Quota: 10 sessions a minute; 100 links a minute and 1,500 an hour. All
 * methods throw {@link dev.defendersdk.core.error.DefenderException} if the call fails, and {@link
 * IllegalArgumentException} for wrong arguments, before any call.
 */
public final class LiveResponseClient {

  private final DefenderClient defender;

  /** A view of the live response of this client's tenant. */
  public LiveResponseClient(DefenderClient defender) {
    this.defender = Check.notNull(defender, "defender");
  }

  /**
   * Starts a session. Page: run-live-response.md (preview). Needs {@code Machine.LiveResponse}.
   *
   * @param request with one command at least
   * @return the session, under way; its commands are in {@link MachineAction#commands()}
   */
  public ActionHandle run(String machineId, LiveResponseRequest request) {
    return run(machineId, request, CallOptions.defaults());
  }

  /** Starts a session, with options. Page: run-live-response.md (preview). */
  public ActionHandle run(String machineId, LiveResponseRequest request, CallOptions options) {
    if (Check.notNull(request, "request").size() == 0) {
      throw new IllegalArgumentException(
          "request has 0 commands: a session runs one at least. Add one, such as runScript(…).");
    }
    MachineAction action =
        defender.execute(
            Call.of(LiveResponseOperations.RUN)
                .path("id", Ids.machine(machineId))
                .member("Commands", request.commands())
                .member("Comment", request.comment())
                .member("ExternalId", request.externalId()),
            options);
    String id = Started.id(LiveResponseOperations.RUN, action.id());
    return new MachineActionsClient(defender).handle(id);
  }

  /**
   * A link to the result of a command, which lives 30 minutes. Page: get-live-response-result.md
   * (preview).
   *
   * @param actionId the session's id
   * @param index of the command, from 0
   * @throws dev.defendersdk.core.error.NotFoundException presumably, if the command has not ended,
   *     failed, or has no result, as those that put a file: the page does not say
   */
  public SignedLink resultLink(String actionId, int index) {
    return resultLink(actionId, index, CallOptions.defaults());
  }

  /** A link to the result of a command, with options. Page: get-live-response-result.md. */
  public SignedLink resultLink(String actionId, int index, CallOptions options) {
    return defender.execute(
        Call.of(LiveResponseOperations.RESULT_LINK)
            .path("id", Ids.action(actionId))
            .path("index", Check.between(index, 0, 10_000, "index")),
        options);
  }

  /**
   * Downloads the result of a command: the file that was got, or a script's transcript as it came.
   * A link that expires on the way is asked for anew.
   *
   * @param target replaced if it exists
   * @return the length in bytes
   */
  public long downloadResult(String actionId, int index, Path target) {
    return downloadResult(actionId, index, target, DownloadOptions.defaults());
  }

  /** Downloads the result of a command, with options. */
  public long downloadResult(String actionId, int index, Path target, DownloadOptions options) {
    return defender.downloads().toFile(links(actionId, index), target, options);
  }

  /**
   * What a script wrote. Line breaks that stand in it where JSON allows none, and the form of a
   * zip, are taken too.
   *
   * @param index of the command that ran the script, from 0
   * @throws dev.defendersdk.core.error.UnreadableAnswerException if it is no transcript
   */
  public ScriptTranscript transcript(String actionId, int index) {
    return transcript(actionId, index, DownloadOptions.defaults());
  }

  /** What a script wrote, with options. */
  public ScriptTranscript transcript(String actionId, int index, DownloadOptions options) {
    return defender.downloads().read(links(actionId, index), options, Transcripts::read);
  }

  private Supplier<SignedLink> links(String actionId, int index) {
    Ids.action(actionId);
    Check.between(index, 0, 10_000, "index");
    return () -> resultLink(actionId, index);
  }

  @Override
  public String toString() {
    return "LiveResponseClient[" + defender + "]";
  }
}
