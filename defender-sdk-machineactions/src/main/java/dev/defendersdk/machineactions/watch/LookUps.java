package dev.defendersdk.machineactions.watch;

import dev.defendersdk.core.time.TimeSource;
import dev.defendersdk.machineactions.actions.ActionType;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Questions for the actions of machines: those that come within a second share a call. */
final class LookUps {

  private static final Duration SPACING = Duration.ofSeconds(1);
  private static final Duration GATHERING = Duration.ofMillis(50);
  private static final Comparator<MachineAction> NEWEST_FIRST =
      Comparator.comparing(LookUps::created).reversed();

  private final ActionLists lists;
  private final TimeSource time;
  private Map<Set<ActionType>, Batch> waiting = new LinkedHashMap<>();
  private long lastAsked;
  private boolean hasAsked;
  private boolean set;

  /** Who asks for actions of the same kinds. */
  private static final class Batch {
    private final Map<String, CompletableFuture<List<MachineAction>>> answers =
        new LinkedHashMap<>();
  }

  LookUps(ActionLists lists, TimeSource time) {
    this.lists = lists;
    this.time = time;
  }

  CompletableFuture<List<MachineAction>> ask(String machineId, Set<ActionType> types) {
    CompletableFuture<List<MachineAction>> answer;
    @Nullable Duration pause = null;
    synchronized (this) {
      answer =
          waiting
              .computeIfAbsent(types, absent -> new Batch())
              .answers
              .computeIfAbsent(folded(machineId), absent -> new CompletableFuture<>());
      if (!set) {
        set = true;
        Duration since = hasAsked ? Duration.ofNanos(time.nanos() - lastAsked) : SPACING;
        Duration rest = SPACING.minus(since);
        pause = rest.compareTo(GATHERING) < 0 ? GATHERING : rest;
      }
    }
    if (pause != null) {
      sendAfter(pause);
    }
    return answer.copy();
  }

  private void sendAfter(Duration pause) {
    CompletableFuture<Void> sent;
    try {
      sent = lists.after(pause, this::send);
    } catch (IllegalStateException closed) {
      sent = CompletableFuture.failedFuture(closed);
    }
    CompletableFuture<?> unused =
        sent.whenComplete(
            (nothing, failure) -> {
              if (failure != null) {
                takeWaiting().values().forEach(left -> answer(left, Map.of(), failure));
              }
            });
  }

  private void send() {
    takeWaiting().forEach(this::send);
  }

  private synchronized Map<Set<ActionType>, Batch> takeWaiting() {
    Map<Set<ActionType>, Batch> due = waiting;
    waiting = new LinkedHashMap<>();
    set = false;
    lastAsked = time.nanos();
    hasAsked = true;
    return due;
  }

  private void send(Set<ActionType> types, Batch batch) {
    Map<String, List<MachineAction>> found = new HashMap<>();
    List<String> machines = new ArrayList<>(batch.answers.keySet());
    List<ActionType> kinds = List.copyOf(types);
    CompletableFuture<Void> listed;
    try {
      listed =
          machines.size() <= ActionLists.IDS
              ? lists.ofMachines(machines, kinds, action -> keep(batch, found, action))
              : lists.newest(kinds, action -> keep(batch, found, action));
    } catch (IllegalStateException closed) {
      listed = CompletableFuture.failedFuture(closed);
    }
    CompletableFuture<?> unused =
        listed.whenComplete((nothing, failure) -> answer(batch, found, failure));
  }

  private static void keep(
      Batch batch, Map<String, List<MachineAction>> found, MachineAction action) {
    String machine = action.machineId() == null ? "" : folded(action.machineId());
    if (action.id() != null && batch.answers.containsKey(machine)) {
      found.computeIfAbsent(machine, absent -> new ArrayList<>()).add(action);
    }
  }

  private static void answer(
      Batch batch, Map<String, List<MachineAction>> found, @Nullable Throwable failure) {
    batch.answers.forEach(
        (machine, answer) -> {
          if (failure != null) {
            answer.completeExceptionally(failure);
          } else {
            List<MachineAction> actions = found.getOrDefault(machine, new ArrayList<>());
            actions.sort(NEWEST_FIRST);
            answer.complete(List.copyOf(actions));
          }
        });
  }

  // Hex digits mean the same in any case.
  private static String folded(String machineId) {
    return machineId.toLowerCase(Locale.ROOT);
  }

  private static Instant created(MachineAction action) {
    Instant created = action.creationDateTimeUtc();
    return created == null ? Instant.EPOCH : created;
  }
}
