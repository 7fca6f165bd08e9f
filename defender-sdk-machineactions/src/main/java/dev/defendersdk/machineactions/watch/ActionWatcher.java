package dev.defendersdk.machineactions.watch;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Follows any number of machine actions of a tenant with one list call for each 10,000 actions and
 * tick, instead of a call for each action. Make one for a tenant, and keep it. No thread waits.
 *
 * <p>Ticks come every five seconds at first, every thirty where nothing changes, a tenth earlier or
 * later by chance, and not at all while nothing is followed. An action that has not ended after an
 * hour, as one of a machine that is offline does not, is looked at every five minutes and apart
 * from the others, so that it does not widen their list for days.
 *
 * <p>Reading needs {@code Machine.Read.All} or {@code Machine.ReadWrite.All}; the calls count
 * against the quota of {@code machineActions.list} (100 a minute, 1,500 an hour). Page:
 * get-machineactions-collection.md. Thread-safe.
 */
public final class ActionWatcher {

  private final Ticker ticker;
  private final LookUps lookUps;

  /** A watcher of this client's tenant. Nothing is asked before something is followed. */
  public ActionWatcher(DefenderClient defender) {
    ActionLists lists = new ActionLists(Check.notNull(defender, "defender").background().urgent());
    this.ticker = new Ticker(lists, defender.timeSource());
    this.lookUps = new LookUps(lists, defender.timeSource());
  }

  /**
   * Follows an action to its end.
   *
   * @param actionId of any age
   */
  public WatchedAction follow(String actionId) {
    return ticker.follow(Check.notBlank(actionId, "actionId"), null);
  }

  /**
   * Follows an action to its end, from what is known of it already.
   *
   * @param action with an id
   */
  public WatchedAction follow(MachineAction action) {
    String id = Check.notBlank(Check.notNull(action, "action").id(), "id");
    return ticker.follow(id, action);
  }

  /**
   * The actions of a machine, newest first, as far as one page of the service's list goes back.
   * However many ask within a second, one call answers them.
   *
   * @param types the kinds that are of interest
   * @return completes exceptionally with a {@link dev.defendersdk.core.error.DefenderException} if
   *     asking fails, or an {@link IllegalStateException} if the client is closed
   */
  public CompletableFuture<List<MachineAction>> lookUp(
      String machineId, Collection<ActionType> types) {
    Check.notBlank(machineId, "machineId");
    return lookUps.ask(machineId, Set.copyOf(Check.size(types, 100, "types")));
  }

  /** How many actions are being followed. */
  public int following() {
    return ticker.size();
  }

  @Override
  public String toString() {
    return "ActionWatcher[" + following() + " followed]";
  }
}
