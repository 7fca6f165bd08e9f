package dev.defendersdk.testkit.internal.machines;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.List;

/** Answers that hold machines, one or a list. */
public final class MachineAnswers {

  private final Quirks quirks;

  public MachineAnswers(Quirks quirks) {
    this.quirks = quirks;
  }

  public Answer page(Call call, List<Machine> machines) {
    return page(call, ListQuery.of(MachineSchema.SCHEMA, call.query()), machines);
  }

  public Answer page(Call call, ListQuery query, List<Machine> machines) {
    List<Row> rows = machines.stream().map(Machine::row).toList();
    Page page = query.page(rows, Links.path(call), Links.paging(call, quirks));
    return Answer.of(
        call.operation().success(), page.content(Links.context(call, "Machines"), this::shaped));
  }

  public Answer entity(Call call, Machine machine) {
    return entity(call, machine, "");
  }

  Answer entity(Call call, Machine machine, String effect) {
    Row row = shaped(machine.row());
    return Answer.of(
            call.operation().success(),
            json -> {
              json.writeStartObject();
              json.writeStringField("@odata.context", Links.context(call, "Machines/$entity"));
              row.writeMembers(json, null);
              json.writeEndObject();
            })
        .withEffect(effect.isEmpty() ? null : effect);
  }

  /** Some machines without tags are answered with one empty tag. */
  private Row shaped(Row row) {
    boolean blank =
        quirks.blankTagForNone()
            && row.text("id").charAt(39) < '4'
            && row.texts("machineTags").isEmpty();
    return blank ? row.with("machineTags", List.of("")) : row;
  }
}
