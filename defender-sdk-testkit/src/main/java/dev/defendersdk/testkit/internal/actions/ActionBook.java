package dev.defendersdk.testkit.internal.actions;

import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
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

  /**
   * How long an action waits for an offline machine. Page: respond-machine-alerts.md, for
   * isolation; no page says how long others wait.
   */
  private static final Duration PATIENCE = Duration.ofDays(3);

  private final MachineBook machines;
  private final Ids ids;
  private final Agenda agenda = new Agenda();
  // By creation: oldest first, and of one instant in the order in which they came.
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, Action> byId = new HashMap<>();
  private final Map<String, List<Action>> openByMachine = new HashMap<>();
  private final List<Action> openSessions = new ArrayList<>();

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
            !fails,
            PATIENCE);
    return start(order, timing, null, now);
  }

  /** Starts a live response session, which takes as long as its commands do. */
  Action start(Action.Order order, Session session, Duration patience, Instant now) {
    Action.Timing timing =
        new Action.Timing(
            between(ids.random(), shortestPending, longestPending),
            session.nanos(),
            session.succeeds(),
            patience);
    return start(order, timing, session, now);
  }

  private Action start(
      Action.Order order, Action.Timing timing, @Nullable Session session, Instant now) {
    Action action =
        new Action(ids.guid(), actions.size(), order, Timestamps.toTicks(now), timing, session);
    insert(action);
    byId.put(action.id, action);
    openByMachine.computeIfAbsent(order.machineId(), id -> new ArrayList<>()).add(action);
    if (session != null) {
      openSessions.add(action);
    }
    schedule(action);
    return action;
  }

  // Nearly always at the end: only a clock that was set back brings an earlier time.
  private void insert(Action action) {
    int at = actions.size();
    while (at > 0 && actions.get(at - 1).created.isAfter(action.created)) {
      at--;
    }
    actions.add(at, action);
  }

  /** Moves all walks on to the given instant, each step in its turn. */
  public void settle(Instant now) {
    for (Agenda.Due due = agenda.take(now); due != null; due = agenda.take(now)) {
      goOn(due.action(), due.at());
    }
    for (Action action : openSessions) {
      action.showSession(now);
    }
  }

  private void goOn(Action action, Instant at) {
    if (!action.isPending()) {
      end(action, action.timing.succeeds() ? "Succeeded" : "Failed", at);
      return;
    }
    Instant start = startOf(action);
    if (start != null && !start.isAfter(at)) {
      action.to("InProgress", Timestamps.toTicks(at));
      if (action.session != null) {
        action.session.begin(at);
      }
      agenda.put(action, at.plusNanos(action.timing.runningNanos()));
    } else if (start != null) {
      agenda.put(action, start);
    } else {
      end(action, "TimeOut", at);
    }
  }

  private void end(Action action, String status, Instant at) {
    action.showSession(at);
    action.to(status, Timestamps.toTicks(at));
    close(action);
    Machine machine = machines.find(action.order.machineId());
    if (status.equals("Succeeded") && machine != null) {
      takeEffect(action.order, machine);
    }
  }

  private void takeEffect(Action.Order order, Machine machine) {
    switch (order.kind()) {
      case ISOLATE -> machine.isolation(Objects.requireNonNullElse(order.scope(), "Full"));
      case UNISOLATE -> machine.isolation("None");
      case RESTRICT_CODE_EXECUTION -> machine.restricted(true);
      case UNRESTRICT_CODE_EXECUTION -> machine.restricted(false);
      case OFFBOARD -> {
        machine.offboard();
        reschedule(machine.id());
      }
      // What these do lies within the machine, which no operation shows.
      case RUN_ANTI_VIRUS_SCAN,
          STOP_AND_QUARANTINE_FILE,
          COLLECT_INVESTIGATION_PACKAGE,
          LIVE_RESPONSE -> {}
    }
  }

  /** Works out anew when the pending actions of a machine start, after its reach has changed. */
  public void reschedule(String machineId) {
    for (Action action : openByMachine.getOrDefault(machineId, List.of())) {
      if (action.isPending()) {
        schedule(action);
      }
    }
  }

  private void schedule(Action action) {
    Instant start = startOf(action);
    agenda.put(action, start == null ? action.created.plus(action.timing.patience()) : start);
  }

  /** When it starts as things stand; null if its machine does not come back in time. */
  private @Nullable Instant startOf(Action action) {
    Machine machine = machines.find(action.order.machineId());
    Instant online = machine == null ? null : onlineFrom(machine, action.order);
    if (online == null) {
      return null;
    }
    Instant from = online.isAfter(action.created) ? online : action.created;
    Instant start = from.plusNanos(action.timing.pendingNanos());
    return start.isAfter(action.created.plus(action.timing.patience())) ? null : start;
  }

  // Containment is carried out by the other machines.
  private static @Nullable Instant onlineFrom(Machine machine, Action.Order order) {
    boolean byOthers =
        "UnManagedDevice".equals(order.scope())
            || (order.kind() == ActionKind.UNISOLATE
                && machine.isolation().equals("UnManagedDevice"));
    return byOthers ? Instant.MIN : machine.onlineFrom();
  }

  void cancel(Action action, Action.Cancellation cancellation) {
    action.cancelled(cancellation, Timestamps.toTicks(cancellation.time()));
    close(action);
  }

  private void close(Action action) {
    openSessions.remove(action);
    String machineId = action.order.machineId();
    List<Action> open = openByMachine.get(machineId);
    if (open != null && open.remove(action) && open.isEmpty()) {
      openByMachine.remove(machineId);
    }
  }

  /** The first action under way that stands in the way of this one; null if there is none. */
  @Nullable Action inTheWayOf(Action.Order order) {
    for (Action action : openByMachine.getOrDefault(order.machineId(), List.of())) {
      if (ActionKind.collide(action.order, order)) {
        return action;
      }
    }
    return null;
  }

  /** Live response sessions that have not ended, also those that wait for their machine. */
  List<Action> openSessions() {
    return Collections.unmodifiableList(openSessions);
  }

  @Nullable Action find(String id) {
    return byId.get(id.toLowerCase(Locale.ROOT));
  }

  /** All actions, newest first: a view. */
  List<Action> newestFirst() {
    return new AbstractList<>() {
      @Override
      public Action get(int index) {
        return actions.get(actions.size() - 1 - index);
      }

      @Override
      public int size() {
        return actions.size();
      }
    };
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
              action.type(),
              action.order.machineId(),
              action.status(),
              action.created,
              action.updated()));
    }
    return views;
  }

  /** Makes a view of one action. */
  @FunctionalInterface
  public interface View<T> {
    T of(String id, String type, String machineId, String status, Instant created, Instant updated);
  }
}
