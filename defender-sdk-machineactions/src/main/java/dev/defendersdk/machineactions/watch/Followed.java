package dev.defendersdk.machineactions.watch;

import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An action that is followed, whoever follows it. */
final class Followed {

  final String id;
  final CompletableFuture<MachineAction> end = new CompletableFuture<>();
  final List<WatchedAction> followers = new CopyOnWriteArrayList<>();
  volatile @Nullable MachineAction latest;
  int misses; // the ticker's

  Followed(String id, @Nullable MachineAction known) {
    this.id = id;
    this.latest = known;
  }

  @Nullable Instant created() {
    MachineAction seen = latest;
    return seen == null ? null : seen.creationDateTimeUtc();
  }

  /** Takes a sight of it; true if it tells something new. */
  boolean saw(MachineAction action) {
    MachineAction before = latest;
    latest = action;
    followers.forEach(follower -> follower.saw(action));
    if (isOver(action)) {
      end.complete(action);
    }
    return before == null || !Objects.equals(before.status(), action.status());
  }

  static boolean isOver(MachineAction action) {
    ActionStatus status = action.status();
    return status != null && status.isFinal();
  }
}
