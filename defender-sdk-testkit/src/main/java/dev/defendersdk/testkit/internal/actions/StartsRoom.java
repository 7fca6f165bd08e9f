package dev.defendersdk.testkit.internal.actions;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The operations that start machine actions. Pages: those of machine-actions.md. */
public final class StartsRoom implements Room {

  private static final Set<String> ISOLATIONS = Set.of("Full", "Selective", "UnManagedDevice");
  private static final Set<String> SCANS = Set.of("Quick", "Full");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");

  private final ActionBook book;
  private final MachineBook machines;
  private final Quirks quirks;

  public StartsRoom(ActionBook book, MachineBook machines, Quirks quirks) {
    this.book = book;
    this.machines = machines;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.ofEntries(
        entry("machines.isolate", this::isolate),
        entry("machines.unisolate", call -> start(call, ActionKind.UNISOLATE)),
        entry(
            "machines.restrictCodeExecution",
            call -> start(call, ActionKind.RESTRICT_CODE_EXECUTION)),
        entry(
            "machines.unrestrictCodeExecution",
            call -> start(call, ActionKind.UNRESTRICT_CODE_EXECUTION)),
        entry("machines.runAntiVirusScan", this::scan),
        entry("machines.stopAndQuarantineFile", this::quarantine),
        entry(
            "machines.collectInvestigationPackage",
            call -> start(call, ActionKind.COLLECT_INVESTIGATION_PACKAGE)),
        entry("machines.offboard", call -> start(call, ActionKind.OFFBOARD)));
  }

  private Answer isolate(Call call) {
    String type = Call.text(call.bodyObject(), "IsolationType");
    String scope = Objects.requireNonNullElse(type, "Full");
    return start(call, ActionKind.ISOLATE, oneOf(ISOLATIONS, scope), null);
  }

  private Answer scan(Call call) {
    String scope = Call.requiredText(call.bodyObject(), "ScanType");
    return start(call, ActionKind.RUN_ANTI_VIRUS_SCAN, oneOf(SCANS, scope), null);
  }

  private Answer quarantine(Call call) {
    String sha1 = Call.requiredText(call.bodyObject(), "Sha1");
    if (!SHA1.matcher(sha1).matches()) {
      throw new ApiError(400, "InvalidHashValue", "'" + sha1 + "' is not a SHA-1 hash");
    }
    return start(call, ActionKind.STOP_AND_QUARANTINE_FILE, null, sha1);
  }

  private static String oneOf(Set<String> values, String value) {
    if (!values.contains(value)) {
      throw ApiError.invalidBody();
    }
    return value;
  }

  private Answer start(Call call, ActionKind kind) {
    return start(call, kind, null, null);
  }

  private Answer start(Call call, ActionKind kind, @Nullable String scope, @Nullable String sha1) {
    JsonNode body = call.bodyObject();
    String comment = Call.requiredText(body, "Comment");
    Machine machine = machines.getById(call.value("id"));
    Action.Order order =
        new Action.Order(
            kind,
            scope,
            sha1,
            machine.id(),
            machine.name(),
            call.caller().name(),
            comment,
            Call.text(body, "ExternalId"),
            Call.text(body, "Title"),
            Objects.requireNonNullElse(Call.text(body, "RequestSource"), "PublicApi"));
    Requirement.check(order, machine);
    book.settle(call.now());
    Action first = book.inTheWayOf(order);
    if (first != null && secondOf(kind) == Quirks.SecondAction.REFUSED) {
      throw new ApiError(400, "ActiveRequestAlreadyExists", "Action is already in progress");
    }
    if (first != null && secondOf(kind) == Quirks.SecondAction.ANSWERED_WITH_THE_FIRST) {
      return ActionsRoom.entity(call, first);
    }
    Action action = book.start(order, call.now());
    return ActionsRoom.entity(call, action)
        .withEffect(kind.type + " action " + action.id + " on machine " + machine.id());
  }

  // The page of the package has a 400 and nothing else; it gives no code for it.
  private Quirks.SecondAction secondOf(ActionKind kind) {
    return kind == ActionKind.COLLECT_INVESTIGATION_PACKAGE
        ? Quirks.SecondAction.REFUSED
        : quirks.secondAction();
  }
}
