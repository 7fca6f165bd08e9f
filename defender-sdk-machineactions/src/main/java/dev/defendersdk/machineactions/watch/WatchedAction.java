package dev.defendersdk.machineactions.watch;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A machine action that an {@link ActionWatcher} follows for one who asked. Thread-safe. */
public final class WatchedAction {

  private final Ticker ticker;
  private final Followed followed;
  private final List<Consumer<MachineAction>> listeners = new CopyOnWriteArrayList<>();

  WatchedAction(Ticker ticker, Followed followed) {
    this.ticker = ticker;
    this.followed = followed;
  }

  /** The action's id. */
  public String id() {
    return followed.id;
  }

  /** The action as it was last seen; empty before it was. */
  public Optional<MachineAction> latest() {
    return Optional.ofNullable(followed.latest);
  }

  /**
   * Calls a listener with the action at every tick that shows it, its end included, on one of the
   * client's background threads, which it must not keep. What it throws is ignored.
   */
  public WatchedAction onSight(Consumer<MachineAction> listener) {
    listeners.add(Check.notNull(listener, "listener"));
    return this;
  }

  /**
   * The action as it ended, however it did; exceptionally with a {@link
   * dev.defendersdk.core.error.DefenderException} if there is none of this id, or the watcher may
   * not or cannot ask any more. Completing or cancelling it changes nothing here.
   */
  public CompletableFuture<MachineAction> end() {
    return followed.end.copy();
  }

  /**
   * Stops following it for the one who asked; others who follow the same action still do. The
   * action goes on. If nobody else follows it, {@link #end()} never completes.
   */
  public void stop() {
    listeners.clear();
    ticker.stop(followed, this);
  }

  void saw(MachineAction action) {
    for (Consumer<MachineAction> listener : listeners) {
      try {
        listener.accept(action);
      } catch (RuntimeException e) {
        // the listener's own: it says nothing of the action
      }
    }
  }

  @Override
  public String toString() {
    return "WatchedAction[" + followed.id + "]";
  }
}
