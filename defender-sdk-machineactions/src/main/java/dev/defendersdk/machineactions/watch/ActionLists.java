package dev.defendersdk.machineactions.watch;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.odata.ChoiceField;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.odata.ListQuery;
import dev.defendersdk.core.odata.OrderedField;
import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The list calls of a watcher. */
final class ActionLists {

  /** So many ids fit into the address of a request without doubt. */
  static final int IDS = 40;

  private static final ChoiceField<String> ID = FilterField.choice("id");
  private static final ChoiceField<String> MACHINE = FilterField.choice("machineId");
  private static final ChoiceField<ActionType> TYPE = FilterField.choice("type");
  private static final ChoiceField<ActionStatus> STATUS = FilterField.choice("status");
  private static final OrderedField<Instant> CREATED = FilterField.ordered("creationDateTimeUtc");

  private final Background background;

  ActionLists(Background background) {
    this.background = background;
  }

  CompletableFuture<Void> since(Instant oldest, Consumer<MachineAction> handler) {
    return list(ListQuery.all().where(CREATED.ge(oldest)), handler);
  }

  CompletableFuture<Void> open(Consumer<MachineAction> handler) {
    Filter open = STATUS.eq(ActionStatus.PENDING).or(STATUS.eq(ActionStatus.IN_PROGRESS));
    return list(ListQuery.all().where(open), handler);
  }

  CompletableFuture<Void> ofIds(List<String> ids, Consumer<MachineAction> handler) {
    return list(ListQuery.all().where(ids.size() == 1 ? ID.eq(ids.get(0)) : ID.in(ids)), handler);
  }

  CompletableFuture<Void> ofMachines(
      List<String> machineIds, List<ActionType> types, Consumer<MachineAction> handler) {
    Filter machines =
        machineIds.size() == 1 ? MACHINE.eq(machineIds.get(0)) : MACHINE.in(machineIds);
    return list(ListQuery.all().where(machines.and(ofTypes(types))), handler);
  }

  /** The newest ones of some kinds: one page of them. */
  CompletableFuture<Void> newest(List<ActionType> types, Consumer<MachineAction> handler) {
    int page = MachineActionOperations.LIST.largestPage();
    return list(ListQuery.all().where(ofTypes(types)).limit(page), handler);
  }

  CompletableFuture<Void> after(Duration delay, Runnable task) {
    return background.after(delay, task);
  }

  private static Filter ofTypes(List<ActionType> types) {
    return types.size() == 1 ? TYPE.eq(types.get(0)) : TYPE.in(types);
  }

  private CompletableFuture<Void> list(ListQuery query, Consumer<MachineAction> handler) {
    return background.forEachPage(
        Call.of(MachineActionOperations.LIST).query(query),
        CallOptions.defaults(),
        page -> {
          page.forEach(handler);
          return true;
        });
  }
}
