package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All machine actions of a tenant. Their walk is worked out when somebody looks: no thread moves
 * them. Guarded by the cloud's lock.
 */
public final class ActionBook {

  /** How long an action waits for an offline machine. Page: respond-machine-alerts.md. */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final MachineBook machines;
  private final Ids ids;
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, Action> byId = new HashMap<>();
  private final Map<String, Action> open = new LinkedHashMap<>();

  private Duration shortestPending = Duration.ofSeconds(1);
  private Duration longestPending = Duration.ofSeconds(20);
  private Duration shortestRunning = Duration.ofSeconds(5);
  private Duration longestRunning = Duration.ofSeconds(90);
  private double failing;
  private long failNext;

  public ActionBook(MachineBook machines, Ids ids) {
    this.machines = machines;
    this.ids = ids;
  }

  public void pendingFor(Duration shortest, Duration longest) {
    shortestPending = shortest;
    longestPending = longest;
  }

  public void runningFor(Duration shortest, Duration longest) {
    shortestRunning = shortest;
    longestRunning = longest;
  }

  public void failing(double share) {
    failing = share;
  }

  public void failNext(long count) {
    failNext = count;
  }

  Action start(Action.Order order, Instant now) {
    SplittableRandom random = ids.random();
    boolean fails = failNext > 0 || random.nextDouble() < failing;
    failNext = Math.max(0, failNext - 1);
    Action.Timing timing =
        new Action.Timing(
            between(random, shortestPending, longestPending),
            between(random, shortestRunning, longestRunning),
            !fails);
    Action action = new Action(ids.guid(), actions.size(), order, Timestamps.toTicks(now), timing);
    actions.add(action);
    byId.put(action.id, action);
    open.put(action.id, action);
    return action;
  }

  /** Moves all walks on to the given instant. */
  public void settle(Instant now) {
    List<Action> ended = new ArrayList<>();
    for (Action action : open.values()) {
      walk(action, now);
      if (!action.isOpen()) {
        ended.add(action);
      }
    }
    ended.sort(Comparator.comparing((Action action) -> action.updated));
    for (Action action : ended) {
      open.remove(action.id);
      if (action.status.equals("Succeeded")) {
        take(action);
      }
    }
  }

  private void walk(Action action, Instant now) {
    Instant started = action.started;
    if (started == null) {
      Instant end = action.created.plus(PATIENCE);
      Instant start = startOf(action);
      if (start != null && !start.isAfter(end)) {
        if (start.isAfter(now)) {
          return;
        }
        started = start;
        action.started = start;
        action.to("InProgress", Timestamps.toTicks(start));
      } else {
        if (!end.isAfter(now)) {
          action.to("TimeOut", Timestamps.toTicks(end));
        }
        return;
      }
    }
    Instant finished = started.plusNanos(action.timing.runningNanos());
    if (!finished.isAfter(now)) {
      action.to(action.timing.succeeds() ? "Succeeded" : "Failed", Timestamps.toTicks(finished));
    }
  }

  /** When it starts as things stand; null if its machine never comes back. */
  private @Nullable Instant startOf(Action action) {
    Machine machine = machines.find(action.order.machineId());
    Instant online = machine == null ? null : machine.reach().onlineFrom();
    if (online == null) {
      return null;
    }
    Instant from = online.isAfter(action.created) ? online : action.created;
    return from.plusNanos(action.timing.pendingNanos());
  }

  private void take(Action action) {
    Machine machine = machines.find(action.order.machineId());
    if (machine != null && action.isIsolation()) {
      boolean isolated = action.order.type().equals("Isolate");
      machine.isolation(
          isolated ? Objects.requireNonNullElse(action.order.scope(), "Full") : "None");
    }
  }

  void cancel(Action action, Action.Cancellation cancellation) {
    action.cancellation = cancellation;
    action.to("Cancelled", Timestamps.toTicks(cancellation.time()));
    open.remove(action.id);
  }

  /** An isolation or release of the machine that is under way; null if there is none. */
  @Nullable Action openIsolation(String machineId) {
    for (Action action : open.values()) {
      if (action.isIsolation() && action.order.machineId().equals(machineId)) {
        return action;
      }
    }
    return null;
  }

  @Nullable Action find(String id) {
    return byId.get(id.toLowerCase(Locale.ROOT));
  }

  /** All actions, newest first. */
  List<Action> newestFirst() {
    List<Action> all = new ArrayList<>(actions);
    all.sort(
        Comparator.comparing((Action action) -> action.created)
            .thenComparing(action -> action.number)
            .reversed());
    return all;
  }

  private static long between(SplittableRandom random, Duration shortest, Duration longest) {
    long from = shortest.toNanos();
    long span = longest.toNanos() - from;
    return span <= 0 ? from : from + random.nextLong(span + 1);
  }

  /** What the tenant's owner sees of the actions, newest first. */
  public <T> List<T> views(View<T> view) {
    List<T> views = new ArrayList<>();
    for (Action action : newestFirst()) {
      views.add(
          view.of(
              action.id,
              action.order.type(),
              action.order.machineId(),
              action.status,
              action.created,
              action.updated));
    }
    return views;
  }

  /** Makes a view of one action. */
  @FunctionalInterface
  public interface View<T> {
    T of(String id, String type, String machineId, String status, Instant created, Instant updated);
  }
}
