package dev.defendersdk.machineactions.watch;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A machine action that an {@link ActionWatcher} follows. Thread-safe. */
public final class WatchedAction {

  private final Ticker ticker;
  private final String id;
  private final CompletableFuture<MachineAction> end = new CompletableFuture<>();
  private final List<Consumer<MachineAction>> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable MachineAction latest;
  int misses; // this and the next are the ticker's
  int followers = 1;

  WatchedAction(Ticker ticker, String id, @Nullable MachineAction known) {
    this.ticker = ticker;
    this.id = id;
    this.latest = known;
  }

  /** The action's id. */
  public String id() {
    return id;
  }

  /** The action as it was last seen; empty before it was. */
  public Optional<MachineAction> latest() {
    return Optional.ofNullable(latest);
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
   * The action as it ended, however it did; exceptionally with a {@link DefenderException} if the
   * watcher may not or cannot ask any more. Completing or cancelling it changes nothing here.
   */
  public CompletableFuture<MachineAction> end() {
    return end.copy();
  }

  /**
   * Stops following it, unless others who asked for the same action still do. The action goes on,
   * and {@link #end()} never completes.
   */
  public void stop() {
    ticker.stop(this);
  }

  @Nullable Instant created() {
    MachineAction seen = latest;
    return seen == null ? null : seen.creationDateTimeUtc();
  }

  /** Takes a sight of it; true if it tells something new. */
  boolean saw(MachineAction action) {
    MachineAction before = latest;
    latest = action;
    for (Consumer<MachineAction> listener : listeners) {
      try {
        listener.accept(action);
      } catch (RuntimeException e) {
        // the listener's own: it says nothing of the action
      }
    }
    if (isOver(action)) {
      end.complete(action);
    }
    return before == null || !Objects.equals(before.status(), action.status());
  }

  void failed(Throwable failure) {
    end.completeExceptionally(failure);
  }

  static boolean isOver(MachineAction action) {
    ActionStatus status = action.status();
    return status != null && status.isFinal();
  }

  @Override
  public String toString() {
    return "WatchedAction[" + id + "]";
  }
}
