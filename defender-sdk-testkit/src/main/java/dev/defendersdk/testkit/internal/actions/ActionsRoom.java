package dev.defendersdk.testkit.internal.actions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operations that start machine actions and follow them. Pages: those of machine-actions.md.
 */
public final class ActionsRoom implements Room {

  private static final Set<String> ISOLATIONS = Set.of("Full", "Selective", "UnManagedDevice");

  private final ActionBook book;
  private final MachineBook machines;
  private final Quirks quirks;

  public ActionsRoom(ActionBook book, MachineBook machines, Quirks quirks) {
    this.book = book;
    this.machines = machines;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "machines.isolate", this::isolate,
        "machines.unisolate", this::unisolate,
        "machineActions.list", this::list,
        "machineActions.get", this::get,
        "machineActions.cancel", this::cancel);
  }

  private Answer isolate(Call call) {
    JsonNode body = call.bodyObject();
    String scope = Objects.requireNonNullElse(Call.text(body, "IsolationType"), "Full");
    if (!ISOLATIONS.contains(scope)) {
      throw ApiError.invalidBody();
    }
    return startIsolation(call, body, "Isolate", scope);
  }

  private Answer unisolate(Call call) {
    return startIsolation(call, call.bodyObject(), "Unisolate", null);
  }

  private Answer startIsolation(Call call, JsonNode body, String type, @Nullable String scope) {
    String comment = Call.requiredText(body, "Comment");
    Machine machine = machines.getById(call.value("id"));
    checkReach(machine, type, scope);
    book.settle(call.now());
    Action first = book.openIsolation(machine.id());
    if (first != null && quirks.secondIsolation() == Quirks.SecondIsolation.REFUSED) {
      throw new ApiError(400, "ActiveRequestAlreadyExists", "Action is already in progress");
    }
    if (first != null
        && quirks.secondIsolation() == Quirks.SecondIsolation.ANSWERED_WITH_THE_FIRST) {
      return entity(call, first);
    }
    Action action =
        book.start(
            new Action.Order(
                type,
                scope,
                machine.id(),
                machine.name(),
                call.caller().name(),
                comment,
                Call.text(body, "ExternalId"),
                Call.text(body, "Title"),
                Objects.requireNonNullElse(Call.text(body, "RequestSource"), "PublicApi")),
            call.now());
    return entity(call, action)
        .withEffect(type + " action " + action.id + " on machine " + machine.id());
  }

  private static void checkReach(Machine machine, String type, @Nullable String scope) {
    Reach.Obstacle obstacle = machine.reach().obstacle();
    if (obstacle == Reach.Obstacle.UNSUPPORTED_PLATFORM) {
      throw new ApiError(
          400,
          "OsPlatformNotSupported",
          type + " is not supported on OS platform " + machine.row().text("osPlatform"));
    }
    if (obstacle == Reach.Obstacle.OLD_AGENT) {
      throw new ApiError(
          400,
          "ClientVersionNotSupported",
          type + " needs client version 10.8040 or later on machine " + machine.id());
    }
    boolean managed = machine.row().text("onboardingStatus").equals("Onboarded");
    if (scope != null && managed == scope.equals("UnManagedDevice")) {
      throw ApiError.badRequest(
          "Isolation type " + scope + " does not fit machine " + machine.id());
    }
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.of(ActionSchema.SCHEMA, call.query());
    book.settle(call.now());
    List<Row> rows =
        book.newestFirst().stream()
            .map(action -> ActionSchema.row(action, true, quirks.actionListSaysLastUpdateTimeUtc()))
            .toList();
    Page page = query.page(rows, Links.path(call), Links.paging(call, quirks));
    return Answer.of(
        call.operation().success(),
        page.content(Links.context(call, "MachineActions"), row -> row));
  }

  private Answer get(Call call) {
    book.settle(call.now());
    return entity(call, find(call));
  }

  private Answer cancel(Call call) {
    String comment = Call.requiredText(call.bodyObject(), "Comment");
    book.settle(call.now());
    Action action = find(call);
    if (!action.isOpen()) {
      throw ApiError.badRequest(
          "Machine action " + action.id + " is already in final state " + action.status);
    }
    book.cancel(action, new Action.Cancellation(call.caller().name(), comment, call.now()));
    return entity(call, action)
        .withEffect(
            action.order.type()
                + " action "
                + action.id
                + " on machine "
                + action.order.machineId()
                + " cancelled");
  }

  private Action find(Call call) {
    Action action = book.find(call.value("id"));
    if (action == null) {
      throw ApiError.notFound("Machine action", call.value("id"));
    }
    return action;
  }

  private static Answer entity(Call call, Action action) {
    Row row = ActionSchema.row(action, false, false);
    return Answer.of(
        call.operation().success(),
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", Links.context(call, "MachineActions/$entity"));
          row.writeMembers(json, null);
          json.writeEndObject();
        });
  }
}
