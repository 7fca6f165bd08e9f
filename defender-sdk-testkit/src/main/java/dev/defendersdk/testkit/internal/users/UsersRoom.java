package dev.defendersdk.testkit.internal.users;

import dev.defendersdk.testkit.internal.api.Answer;
import dev.defendersdk.testkit.internal.api.Call;
import dev.defendersdk.testkit.internal.api.Handler;
import dev.defendersdk.testkit.internal.api.Room;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineAnswers;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import dev.defendersdk.testkit.internal.odata.Links;
import dev.defendersdk.testkit.internal.odata.ListQuery;
import dev.defendersdk.testkit.internal.odata.Page;
import dev.defendersdk.testkit.internal.odata.Row;
import dev.defendersdk.testkit.internal.odata.Schema;
import dev.defendersdk.testkit.rules.Quirks;
import java.util.List;
import java.util.Map;

/**
 * Users of machines, and machines of users. Pages: get-machine-log-on-users.md,
 * get-user-related-machines.md. The properties are those of the former's sample: no page lists
 * them.
 */
public final class UsersRoom implements Room {

  private static final Schema SCHEMA =
      Schema.of(
          """
          id text
          accountName text
          accountDomain text
          firstSeen time
          lastSeen time
          logonTypes text
          isDomainAdmin truth
          isOnlyNetworkUser truth
          """);

  private final UserBook users;
  private final MachineBook machines;
  private final MachineAnswers answers;
  private final Quirks quirks;

  public UsersRoom(UserBook users, MachineBook machines, Quirks quirks) {
    this.users = users;
    this.machines = machines;
    this.answers = new MachineAnswers(quirks);
    this.quirks = quirks;
  }

  @Override
  public Map<String, Handler> handlers() {
    return Map.of(
        "machines.listLogonUsers",
        this::listLogonUsers,
        // Of a name that nobody has the list is empty, a UPN and domain\name among them.
        "users.listMachines",
        call -> answers.page(call, users.machinesOf(call.value("userName"))));
  }

  private Answer listLogonUsers(Call call) {
    Machine machine = machines.getById(call.value("id"));
    List<Row> rows = users.of(machine).stream().map(logon -> row(logon, machine)).toList();
    Page page =
        ListQuery.of(SCHEMA, call.query()).page(rows, Links.path(call), Links.paging(call, quirks));
    return Answer.of(
        call.operation().success(), page.content(Links.context(call, "Users"), row -> row));
  }

  private static Row row(Logon logon, Machine machine) {
    return SCHEMA
        .row()
        .set("id", logon.user().id())
        .set("accountName", logon.user().name())
        .set("accountDomain", logon.user().domain())
        .set("firstSeen", machine.row().get("firstSeen"))
        .set("lastSeen", machine.row().get("lastSeen"))
        .set("logonTypes", logon.logonTypes())
        .set("isDomainAdmin", logon.user().domainAdmin())
        .set("isOnlyNetworkUser", logon.isOnlyNetwork())
        .build();
  }
}
