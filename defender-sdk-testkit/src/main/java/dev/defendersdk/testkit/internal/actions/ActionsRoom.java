package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.ApiError;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.List;
import java.util.Map;

/** The operations that follow machine actions. Pages: those of machine-actions.md. */
public final class ActionsRoom implements Room {

  private final ActionBook book;
  private final Quirks quirks;

  public ActionsRoom(ActionBook book, Quirks quirks) {
    this.book = book;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "machineActions.list", this::list,
        "machineActions.get", this::get,
        "machineActions.cancel", this::cancel);
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.of(ActionSchema.SCHEMA, call.query());
    book.settle(call.now());
    List<Row> rows =
        book.newestFirst().stream()
            .map(action -> action.asListed(quirks.actionListSaysLastUpdateTimeUtc()))
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
          "Machine action " + action.id + " is already in final state " + action.status());
    }
    book.cancel(action, new Action.Cancellation(call.caller().name(), comment, call.now()));
    return entity(call, action)
        .withEffect(
            action.type()
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

  static Answer entity(Call call, Action action) {
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
