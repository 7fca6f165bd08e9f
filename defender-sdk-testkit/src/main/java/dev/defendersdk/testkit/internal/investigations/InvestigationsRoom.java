package dev.defendersdk.testkit.internal.investigations;

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
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.List;
import java.util.Map;

/** The operations on automated investigations. Pages: those of investigations.md. */
public final class InvestigationsRoom implements Room {

  /** Page: investigation.md, and get-investigation-collection.md for what can be filtered by. */
  private static final Schema SCHEMA =
      Schema.of(
          """
          id text filter
          startTime time filter
          endTime time
          state text filter
          cancelledBy text
          statusDetails text
          machineId text filter
          computerDnsName text
          triggeringAlertId text filter
          """);

  private final InvestigationBook book;
  private final MachineBook machines;
  private final Quirks quirks;

  public InvestigationsRoom(InvestigationBook book, MachineBook machines, Quirks quirks) {
    this.book = book;
    this.machines = machines;
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "machines.startInvestigation", this::start,
        "investigations.list", this::list,
        "investigations.get", this::get);
  }

  private Answer start(Call call) {
    String unused = Call.requiredText(call.bodyObject(), "Comment");
    Machine machine = machines.getById(call.value("id"));
    if (!InvestigationBook.isSupported(machine)) {
      throw new ApiError(
          400,
          "OsPlatformNotSupported",
          "StartInvestigation is not supported on OS platform " + machine.row().text("osPlatform"));
    }
    book.settle(call.now());
    // No page says what a second start meets; alerts on the machine join the one that goes on.
    Case open = book.open(machine.id());
    if (open != null) {
      return entity(call, open);
    }
    Case started = book.start(machine, call.now());
    return entity(call, started)
        .withEffect("investigation " + started.id + " on machine " + machine.id());
  }

  private Answer list(Call call) {
    ListQuery query = ListQuery.of(SCHEMA, call.query());
    book.settle(call.now());
    List<Row> rows = book.newestFirst().stream().map(InvestigationsRoom::row).toList();
    Page page = query.page(rows, Links.path(call), Links.paging(call, quirks));
    return Answer.of(
        call.operation().success(),
        page.content(Links.context(call, "Investigations"), row -> row));
  }

  private Answer get(Call call) {
    book.settle(call.now());
    Case one = book.find(call.value("id"));
    if (one == null) {
      throw ApiError.notFound("Investigation", call.value("id"));
    }
    return entity(call, one);
  }

  private static Answer entity(Call call, Case one) {
    Row row = row(one);
    return Answer.of(
        call.operation().success(),
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", Links.context(call, "Investigations/$entity"));
          row.writeMembers(json, null);
          json.writeEndObject();
        });
  }

  private static Row row(Case one) {
    return SCHEMA
        .row()
        .set("id", one.id)
        .set("startTime", one.created)
        .set("endTime", one.ended)
        .set("state", one.state)
        .set("machineId", one.machineId)
        .set("computerDnsName", one.computerDnsName)
        .set("triggeringAlertId", one.alertId)
        .build();
  }
}
