package dev.defendersdk.testkit.internal.investigations;

import dev.defendersdk.testkit.fleet.Reach;
import dev.defendersdk.testkit.internal.api.Ids;
import dev.defendersdk.testkit.internal.api.Timestamps;
import dev.defendersdk.testkit.internal.machines.Machine;
import dev.defendersdk.testkit.internal.machines.MachineBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * All investigations of a tenant. Their walk is worked out when somebody looks: no thread moves
 * them. Guarded by the cloud's lock.
 */
public final class InvestigationBook {

  private static final Duration LONGEST_QUEUED = Duration.ofSeconds(30);
  private static final int FIRST_ID = 63_004;

  private final MachineBook machines;
  private final Ids ids;
  private final List<Case> cases = new ArrayList<>();

  private Duration shortest = Duration.ofMinutes(1);
  private Duration longest = Duration.ofMinutes(20);
  private @Nullable String verdict;
  private Watcher watcher = (id, state, at) -> {};

  public InvestigationBook(MachineBook machines, Ids ids) {
    this.machines = machines;
    this.ids = ids;
  }

  public void runningFor(Duration from, Duration to) {
    shortest = from;
    longest = to;
  }

  /** The verdict of those that start from now on. */
  public void verdict(String state) {
    verdict = state;
  }

  /** Is told of every step of every walk. */
  @FunctionalInterface
  public interface Watcher {
    void moved(String id, String state, Instant at);
  }

  /** Sets who is told of steps from now on. */
  public void watch(Watcher other) {
    watcher = other;
  }

  /**
   * Lets an alert be investigated: by what investigates its machine already, or by something new.
   *
   * @return the investigation's id; null if the machine's system has none
   */
  public @Nullable String investigate(Machine machine, String alertId, Instant now) {
    if (!isSupported(machine)) {
      return null;
    }
    settle(now);
    Case going = open(machine.id());
    return going == null ? start(machine, alertId, now).id : going.id;
  }

  /** The state of one that there is. */
  public String state(String id) {
    return Objects.requireNonNull(find(id), id).state;
  }

  static boolean isSupported(Machine machine) {
    return machine.row().text("osPlatform").startsWith("Windows")
        && machine.reach().obstacle() != Reach.Obstacle.UNSUPPORTED_PLATFORM;
  }

  Case start(Machine machine, Instant now) {
    return start(machine, null, now);
  }

  private Case start(Machine machine, @Nullable String triggeringAlertId, Instant now) {
    SplittableRandom random = ids.random();
    String own = random.nextInt(3) == 0 ? "Benign" : "SuccessfullyRemediated";
    long span = longest.minus(shortest).toNanos();
    Case.Walk walk =
        new Case.Walk(
            random.nextLong(LONGEST_QUEUED.toNanos()),
            shortest.toNanos() + random.nextLong(span + 1),
            verdict == null ? own : verdict);
    String invented =
        "da"
            + (637_000_000_000_000_000L + random.nextLong(1_000_000_000_000L))
            + "_"
            + random.nextInt();
    Case started =
        new Case(
            String.valueOf(FIRST_ID + cases.size()),
            machine.id(),
            machine.name(),
            triggeringAlertId == null ? invented : triggeringAlertId,
            Timestamps.toTicks(now),
            walk);
    cases.add(started);
    return started;
  }

  /** Moves all walks on to the given instant. */
  public void settle(Instant now) {
    for (Case one : cases) {
      Instant runs = one.isWalking() ? runsFrom(one) : null;
      if (runs == null || runs.isAfter(now)) {
        continue;
      }
      if (!one.state.equals("Running")) {
        one.state = "Running";
        watcher.moved(one.id, one.state, runs);
      }
      Instant comes = runs.plusNanos(one.walk.runningNanos());
      if (!comes.isAfter(now)) {
        if (one.walk.verdict().equals("PendingApproval")) {
          one.state = "PendingApproval";
        } else {
          one.end(one.walk.verdict(), Timestamps.toTicks(comes));
        }
        watcher.moved(one.id, one.state, comes);
      }
    }
  }

  /** When it begins to run as things stand; null if its machine never comes back. */
  private @Nullable Instant runsFrom(Case one) {
    Machine machine = machines.find(one.machineId);
    Instant online = machine == null ? null : machine.reach().onlineFrom();
    if (online == null) {
      return null;
    }
    Instant from = online.isAfter(one.created) ? online : one.created;
    return from.plusNanos(one.walk.queuedNanos());
  }

  /** The one of a machine that has not ended; null if there is none. */
  @Nullable Case open(String machineId) {
    for (Case one : cases) {
      if (one.machineId.equals(machineId) && (one.isWalking() || one.waitsForApproval())) {
        return one;
      }
    }
    return null;
  }

  /** By its id, or that of the alert that began it; null if there is none. */
  @Nullable Case find(String idOrAlertId) {
    for (Case one : cases) {
      if (one.id.equals(idOrAlertId) || one.alertId.equals(idOrAlertId)) {
        return one;
      }
    }
    return null;
  }

  /** What a person does who approves. */
  public void approve(String id, Instant now) {
    Case one = find(id);
    if (one == null || !one.waitsForApproval()) {
      throw new IllegalArgumentException(
          "investigation " + id + " does not wait for approval: give one that does");
    }
    one.end("SuccessfullyRemediated", Timestamps.toTicks(now));
    watcher.moved(one.id, one.state, now);
  }

  /** Newest first. */
  List<Case> newestFirst() {
    List<Case> all = new ArrayList<>(cases);
    Collections.reverse(all);
    return all;
  }

  /** What the tenant's owner sees of the investigations, newest first. */
  public <T> List<T> views(View<T> view) {
    return newestFirst().stream()
        .map(one -> view.of(one.id, one.machineId, one.alertId, one.state, one.created, one.ended))
        .toList();
  }

  /** Makes a view of one investigation. */
  @FunctionalInterface
  public interface View<T> {
    T of(
        String id,
        String machineId,
        String alertId,
        String state,
        Instant started,
        @Nullable Instant ended);
  }
}
