package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.AntiVirusScan;
import dev.defendersdk.machineactions.actions.FileQuarantine;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.IsolationType;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.actions.ScanType;
import dev.defendersdk.machineactions.internal.Comments;
import dev.defendersdk.machineactions.liveresponse.LiveResponseOperations;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a machine shall be, or what shall have been done on it. Immutable. */
public final class MachineWish {

  private final Topic topic;
  private final ActionType type;
  private final Operation<MachineAction> operation;
  private final @Nullable String form;
  private final String comment;
  private final Map<String, Object> members;
  private final @Nullable Duration within;

  private MachineWish(
      Topic topic,
      ActionType type,
      Operation<MachineAction> operation,
      @Nullable String form,
      String comment,
      Map<String, Object> members,
      @Nullable Duration within) {
    this.topic = topic;
    this.type = type;
    this.operation = operation;
    this.form = form;
    this.comment = Comments.required(comment);
    this.members = members;
    this.within = within;
  }

  /**
   * The machine shall be isolated. Needs {@code Machine.Isolate}. Page: isolate-machine.md.
   *
   * @param isolation how, and why; its own external id is not sent: see {@link
   *     WishOptions#externalId}
   */
  public static MachineWish isolated(Isolation isolation) {
    IsolationType how = Check.notNull(isolation, "isolation").type();
    return new MachineWish(
        Topic.ISOLATION,
        ActionType.ISOLATE,
        MachineActionOperations.ISOLATE,
        how.value(),
        isolation.comment(),
        Map.of("IsolationType", how),
        null);
  }

  /**
   * The machine shall not be isolated. Needs {@code Machine.Isolate}. Page: unisolate-machine.md.
   *
   * @param comment why; the service keeps it
   */
  public static MachineWish released(String comment) {
    return plain(Topic.ISOLATION, ActionType.UNISOLATE, MachineActionOperations.UNISOLATE, comment);
  }

  /**
   * The machine shall run only files that Microsoft has signed. Needs {@code
   * Machine.RestrictExecution}. Page: restrict-code-execution.md.
   *
   * @param comment why; the service keeps it
   */
  public static MachineWish restricted(String comment) {
    return plain(
        Topic.RESTRICTION,
        ActionType.RESTRICT_CODE_EXECUTION,
        MachineActionOperations.RESTRICT_CODE_EXECUTION,
        comment);
  }

  /**
   * The machine shall not be restricted. Needs {@code Machine.RestrictExecution}. Page:
   * unrestrict-code-execution.md.
   *
   * @param comment why; the service keeps it
   */
  public static MachineWish unrestricted(String comment) {
    return plain(
        Topic.RESTRICTION,
        ActionType.UNRESTRICT_CODE_EXECUTION,
        MachineActionOperations.UNRESTRICT_CODE_EXECUTION,
        comment);
  }

  /**
   * The machine shall be scanned. Needs {@code Machine.Scan}. Page: run-av-scan.md.
   *
   * @param scan how, and why; its own external id is not sent
   */
  public static MachineWish scanned(AntiVirusScan scan) {
    ScanType how = Check.notNull(scan, "scan").type();
    return new MachineWish(
        Topic.SCAN,
        ActionType.RUN_ANTI_VIRUS_SCAN,
        MachineActionOperations.RUN_ANTI_VIRUS_SCAN,
        how.value(),
        scan.comment(),
        Map.of("ScanType", how),
        null);
  }

  /**
   * An investigation package shall be collected. Needs {@code Machine.CollectForensics}. Page:
   * collect-investigation-package.md.
   *
   * @param comment why; the service keeps it
   */
  public static MachineWish packageCollected(String comment) {
    return plain(
        Topic.PACKAGE,
        ActionType.COLLECT_INVESTIGATION_PACKAGE,
        MachineActionOperations.COLLECT_INVESTIGATION_PACKAGE,
        comment);
  }

  /**
   * A file shall be stopped and quarantined on the machine. Needs {@code
   * Machine.StopAndQuarantine}. Page: stop-and-quarantine-file.md.
   *
   * @param file which, and why; its own external id is not sent
   */
  public static MachineWish quarantined(FileQuarantine file) {
    String sha1 = Check.notNull(file, "file").sha1();
    return new MachineWish(
        Topic.QUARANTINE,
        ActionType.STOP_AND_QUARANTINE_FILE,
        MachineActionOperations.STOP_AND_QUARANTINE_FILE,
        sha1,
        file.comment(),
        Map.of("Sha1", sha1),
        null);
  }

  /**
   * The machine shall be offboarded. Needs {@code Machine.Offboard}. Page: offboard-machine-api.md.
   *
   * @param comment why; the service keeps it
   */
  public static MachineWish offboarded(String comment) {
    return plain(Topic.OFFBOARDING, ActionType.OFFBOARD, MachineActionOperations.OFFBOARD, comment);
  }

  /**
   * A live response session shall have run. Another one on the machine is in the way, whatever it
   * does: see {@link WishOptions#otherForm}; one that an analyst opened in the portal is in no
   * list, and is waited out for half an hour. Needs {@code Machine.LiveResponse}. Page:
   * run-live-response.md (preview).
   *
   * @param request with one command at least; its own external id is not sent
   */
  public static MachineWish liveResponse(LiveResponseRequest request) {
    if (Check.notNull(request, "request").size() == 0) {
      throw new IllegalArgumentException(
          "request has 0 commands: a session runs one at least. Add one, such as runScript(…).");
    }
    return new MachineWish(
        Topic.LIVE_RESPONSE,
        ActionType.LIVE_RESPONSE,
        LiveResponseOperations.RUN,
        SessionText.of(request.commands()),
        request.comment(),
        Map.of("Commands", request.commands()),
        null);
  }

  private static MachineWish plain(
      Topic topic, ActionType type, Operation<MachineAction> operation, String comment) {
    return new MachineWish(topic, type, operation, null, comment, Map.of(), null);
  }

  /**
   * The same, and fulfilled already where such an action succeeded within this time. Without it, a
   * state such as isolation is fulfilled by the newest action of its kind, however old, and a deed
   * such as a scan never is.
   */
  public MachineWish unlessWithin(Duration time) {
    return new MachineWish(
        topic, type, operation, form, comment, members, Check.positive(time, "time"));
  }

  /** The kind of action that fulfils it. */
  public ActionType type() {
    return type;
  }

  /** Why; the service keeps it. */
  public String comment() {
    return comment;
  }

  Topic topic() {
    return topic;
  }

  @Nullable String form() {
    return form;
  }

  @Nullable Duration within() {
    return within;
  }

  /** True if an action does what is wished for. Its form may be left out by the service. */
  boolean isMetBy(MachineAction action) {
    if (!isOfSameKind(action)) {
      return false;
    }
    return switch (topic) {
      case ISOLATION, SCAN ->
          form == null || action.scope() == null || form.equalsIgnoreCase(action.scope());
      case RESTRICTION, PACKAGE, OFFBOARDING -> true;
      case QUARANTINE ->
          action.relatedFileInfo() != null
              && form != null
              && form.equalsIgnoreCase(action.relatedFileInfo().fileIdentifier());
      case LIVE_RESPONSE -> false;
    };
  }

  boolean isOfSameKind(MachineAction action) {
    return Objects.equals(type, action.type());
  }

  /** The same thing, for whatever reason. */
  boolean isSameAs(MachineWish other) {
    return type.equals(other.type)
        && Objects.equals(form, other.form)
        && members.equals(other.members)
        && Objects.equals(within, other.within)
        && topic != Topic.LIVE_RESPONSE;
  }

  /** The call that asks for it. */
  Call<MachineAction> call(String machineId, String marker, boolean externalId) {
    Call<MachineAction> call =
        Call.of(operation)
            .path("id", machineId)
            .member("Comment", comment + " [ref " + marker + "]");
    for (Map.Entry<String, Object> member : members.entrySet()) {
      call = call.member(member.getKey(), member.getValue());
    }
    return externalId ? call.member("ExternalId", marker) : call;
  }

  @Override
  public String toString() {
    boolean shown = form != null && topic != Topic.LIVE_RESPONSE; // arguments may hold secrets
    return "MachineWish[" + type + (shown ? " " + form : "") + "]";
  }
}
