package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.watch.ActionWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** What wishes do to the world. */
final class Effects {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Background background;
  private final TimeSource time;
  private final ActionWatcher watcher;

  Effects(DefenderClient defender, ActionWatcher watcher) {
    this.background = defender.background();
    this.time = defender.timeSource();
    this.watcher = watcher;
  }

  ActionWatcher watcher() {
    return watcher;
  }

  Instant now() {
    return time.now();
  }

  TimeSource time() {
    return time;
  }

  CompletableFuture<MachineAction> start(Call<MachineAction> call, boolean bulk) {
    return (bulk ? background : background.urgent()).start(call, CallOptions.defaults());
  }

  CompletableFuture<MachineAction> cancel(String actionId, String comment, boolean bulk) {
    return start(
        Call.of(MachineActionOperations.CANCEL).path("id", actionId).member("Comment", comment),
        bulk);
  }

  /** Runs what may block on a background thread. */
  CompletableFuture<Void> after(Duration pause, Runnable task) {
    return background.after(pause, task);
  }

  /** A text that no other wish has. */
  String newMarker() {
    StringBuilder marker = new StringBuilder(12);
    for (int i = 0; i < 12; i++) {
      marker.append(LETTERS.charAt(time.random().nextInt(LETTERS.length())));
    }
    return marker.toString();
  }
}
