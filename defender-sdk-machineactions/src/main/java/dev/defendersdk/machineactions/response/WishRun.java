package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.OutcomeUnknownException;
import dev.defendersdk.machineactions.actions.ActionStatus;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.response.WishOptions.Obstacle;
import dev.defendersdk.machineactions.watch.WatchedAction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The way of one wish. Everything happens within the desk's inbox.
 *
 * <pre>
 * look ─┬─ nothing to do ────────────────────────────────────┐
 *       ├─ obstacle: cancel, or follow to its end ─┐         │
 *       └─ send (see {@link Sender}) ── follow ────┴──────── end
 * </pre>
 */
final class WishRun {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
  private static final int MOST_CANCELS = 10;

  /** Whose action is being followed. */
  private enum Role {
    OWN,
    ADOPTED,
    OBSTACLE
  }

  private final Desk desk;
  private final Effects effects;
  private final String machineId;
  private final MachineWish wish;
  private final WishOptions options;
  private final Steps steps;
  private final Sender sender;
  private final CompletableFuture<WishResult> end = new CompletableFuture<>();
  private final List<String> said = new ArrayList<>();

  private volatile WishPhase phase = WishPhase.WAITING;
  private volatile @Nullable MachineAction action;
  private @Nullable WatchedAction watched;
  private boolean superseded;
  private boolean over;
  private boolean givingUp;

  WishRun(
      Desk desk,
      Effects effects,
      Gate gate,
      String machineId,
      MachineWish wish,
      WishOptions options,
      String wishId) {
    this.desk = desk;
    this.effects = effects;
    this.machineId = machineId;
    this.wish = wish;
    this.options = options;
    this.steps = new Steps(desk, effects, this::stop);
    this.sender = new Sender(this, steps, effects, gate, options, wishId);
  }

  CompletableFuture<WishResult> end() {
    return end;
  }

  WishPhase phase() {
    return phase;
  }

  @Nullable MachineAction action() {
    return action;
  }

  String machineId() {
    return machineId;
  }

  MachineWish wish() {
    return wish;
  }

  boolean isSameAs(WishRun other) {
    return !isLeaving() && wish.isSameAs(other.wish);
  }

  boolean isBulk() {
    return options.isBulk();
  }

  /** True while it waits for its turn among others, and has done nothing but look. */
  boolean isAtGate() {
    return sender.isAtGate();
  }

  /** Stands back: it begins anew when the desk is free again. */
  void park() {
    steps.drop();
    sender.leave();
    phase = WishPhase.WAITING;
  }

  /** True once it is only clearing up after itself. */
  private boolean isLeaving() {
    return superseded || over;
  }

  /**
   * Begins, when it is the only one at its desk.
   *
   * @param left what the wish before it left in flight, or null
   */
  void begin(@Nullable MachineAction left) {
    WishNote note = options.takeUp();
    if (note == null) {
      look(actions -> decide(actions, left));
    } else if (note.actionId() != null) {
      say("took action " + note.actionId() + " up");
      follow(effects.watcher().follow(note.actionId()), Role.OWN);
    } else {
      say("took a wish up whose action may have begun");
      sender.takeUp();
    }
  }

  /** A later wish has come. */
  void supersede() {
    end(WishOutcome.SUPERSEDED, "a later wish came");
  }

  private void end(WishOutcome outcome, String why) {
    if (isLeaving()) {
      return;
    }
    superseded = true;
    say(why);
    complete(outcome, null);
    if (!sender.mayHaveBegun()) {
      letGo(inFlight());
    }
  }

  void withdraw() {
    desk.enter(() -> end(WishOutcome.WITHDRAWN, "withdrawn"));
  }

  void withdrawUnlessSent() {
    desk.enter(
        () -> {
          if (!sender.hasSent()) {
            end(WishOutcome.WITHDRAWN, "withdrawn before it was asked for");
          }
        });
  }

  // ---- looking

  void look(Consumer<List<MachineAction>> then) {
    steps.await(
        () -> effects.watcher().lookUp(machineId, wish.topic().types()),
        (actions, failure) -> {
          if (actions != null) {
            then.accept(actions);
          } else if (failure instanceof DefenderException known && known.isRetryable()) {
            steps.pause(known.retryAfter().orElse(LOOK_AGAIN), () -> look(then));
          } else if (failure != null) {
            stop(failure);
          }
        });
  }

  private void decide(List<MachineAction> actions, @Nullable MachineAction left) {
    MachineAction open = Actions.newestOpen(actions);
    if (open == null && left != null && actions.stream().noneMatch(a -> Actions.isSame(a, left))) {
      open = left; // the list lags behind
    }
    MachineAction newest = actions.isEmpty() ? null : actions.get(0);
    if (open != null) {
      meet(open);
    } else if (newest != null && isMetAlready(newest)) {
      action = newest;
      say("action " + newest.id() + " had succeeded already");
      finish(WishOutcome.ALREADY, null);
    } else {
      send();
    }
  }

  private boolean isMetAlready(MachineAction newest) {
    if (!Actions.is(newest, ActionStatus.SUCCEEDED) || !wish.isMetBy(newest)) {
      return false;
    }
    Duration within = wish.within();
    Instant created = newest.creationDateTimeUtc();
    return within == null
        ? wish.topic().isState()
        : created != null && !created.isBefore(effects.now().minus(within));
  }

  /** An action of the topic is under way. */
  void meet(MachineAction open) {
    phase = WishPhase.WAITING;
    if (sender.isOwn(open)) {
      say("found its own action " + open.id());
      sender.began(open);
    } else if (wish.isMetBy(open)) {
      say("adopted action " + open.id());
      follow(effects.watcher().follow(open), Role.ADOPTED);
    } else if (wish.isOfSameKind(open)) {
      hinder(open, options.otherForm());
    } else {
      hinder(open, options.opposite());
    }
  }

  private void hinder(MachineAction open, Obstacle policy) {
    switch (policy) {
      case ADOPT -> {
        say("adopted action " + open.id() + " of another form");
        follow(effects.watcher().follow(open), Role.ADOPTED);
      }
      case WAIT -> {
        say("waits for action " + open.id() + " (" + open.type() + ")");
        follow(effects.watcher().follow(open), Role.OBSTACLE);
      }
      case REFUSE -> {
        say("action " + open.id() + " (" + open.type() + ") is in the way");
        finish(WishOutcome.REFUSED, null);
      }
      case CANCEL -> {
        say("cancels action " + open.id() + " (" + open.type() + ")");
        cancel(open, Role.OBSTACLE);
      }
    }
  }

  private void cancel(MachineAction open, Role role) {
    cancel(Objects.requireNonNull(open.id()), role, 1);
  }

  private void cancel(String actionId, Role role, int attempt) {
    steps.await(
        () -> effects.cancel(actionId, wish.comment(), options.isBulk()),
        (cancelled, failure) -> {
          // Refused where it has ended meanwhile, and an answer may mean "cancelled" or "asked to":
          // what it is in the end, the watcher sees.
          boolean again =
              failure instanceof OutcomeUnknownException
                  || (failure instanceof DefenderException known && known.isRetryable());
          if (failure != null && isClosed(failure)) {
            stop(failure);
          } else if (cancelled != null && Actions.isOver(cancelled)) {
            ended(cancelled, role);
          } else if (again && attempt < MOST_CANCELS) {
            steps.pause(LOOK_AGAIN, () -> cancel(actionId, role, attempt + 1));
          } else {
            follow(effects.watcher().follow(actionId), role);
          }
        });
  }

  private void send() {
    phase = WishPhase.SENDING;
    sender.send();
  }

  // ---- following

  void knows(MachineAction own) {
    action = own;
  }

  void followOwn(MachineAction own) {
    follow(effects.watcher().follow(own), Role.OWN);
  }

  private void follow(WatchedAction now, Role role) {
    sender.answered();
    watched = now;
    now.latest().ifPresent(known -> sight(known, role));
    if (over || watched != now) {
      return;
    }
    int at = steps.current() + 1;
    now.onSight(
        seen ->
            desk.enter(
                () -> {
                  if (steps.isAt(at) && !Actions.isOver(seen)) {
                    sight(seen, role);
                  }
                }));
    steps.awaitValue(
        now::end,
        ended -> {
          watched = null;
          ended(ended, role);
        });
  }

  private void sight(MachineAction seen, Role role) {
    boolean runs = Actions.is(seen, ActionStatus.IN_PROGRESS);
    Instant created = seen.creationDateTimeUtc();
    Duration age = created == null ? Duration.ZERO : Duration.between(created, effects.now());
    if (role != Role.OBSTACLE) {
      action = seen;
      boolean queued = age.compareTo(options.queuedAfter()) >= 0;
      phase = runs ? WishPhase.RUNNING : queued ? WishPhase.QUEUED : WishPhase.PENDING;
    }
    Duration patience = options.giveUpAfter();
    boolean stale = patience != null && !runs && age.compareTo(patience) >= 0;
    if (stale && !givingUp && !Actions.isOver(seen)) {
      givingUp = true;
      say("cancels action " + seen.id() + ", which has not begun for " + age.toMinutes() + " min");
      stopWatching();
      cancel(seen, role);
    }
  }

  private void ended(MachineAction seen, Role role) {
    if (role == Role.OBSTACLE) {
      say("action " + seen.id() + " ended: " + seen.status());
      givingUp = false;
      send();
      return;
    }
    action = seen;
    if (Actions.is(seen, ActionStatus.SUCCEEDED)) {
      say("action " + seen.id() + " succeeded");
      finish(role == Role.OWN ? WishOutcome.DONE : WishOutcome.ADOPTED, null);
    } else if (role == Role.ADOPTED && !givingUp) {
      say("the adopted action " + seen.id() + " ended: " + seen.status());
      send();
    } else {
      say("action " + seen.id() + " ended: " + seen.status());
      finish(outcome(seen), null);
    }
  }

  private WishOutcome outcome(MachineAction seen) {
    if (Actions.is(seen, ActionStatus.CANCELLED)) {
      return givingUp ? WishOutcome.GAVE_UP : WishOutcome.CANCELLED;
    }
    return Actions.is(seen, ActionStatus.TIME_OUT) ? WishOutcome.TIMED_OUT : WishOutcome.FAILED;
  }

  // ---- ending

  /** Something failed that no step has an answer to. */
  void stop(Throwable failure) {
    boolean lasting = failure instanceof DefenderException && !isClosed(failure);
    if (lasting && sender.mayHaveBegun()) {
      finish(WishOutcome.UNSETTLED, failure);
    } else if (lasting && inFlight() == null) {
      finish(WishOutcome.REFUSED, failure);
    } else {
      finish(WishOutcome.STOPPED, failure);
    }
  }

  void finish(WishOutcome outcome, @Nullable Throwable failure) {
    if (!isLeaving()) {
      complete(outcome, failure);
    }
    letGo(inFlight());
  }

  /** True if a later wish has come: this one is then over. */
  boolean leaveIfSuperseded(@Nullable MachineAction inFlight) {
    if (superseded) {
      letGo(inFlight);
    }
    return superseded;
  }

  private @Nullable MachineAction inFlight() {
    MachineAction last = action;
    return last != null && !Actions.isOver(last) ? last : null;
  }

  private void complete(WishOutcome outcome, @Nullable Throwable failure) {
    phase = WishPhase.ENDED;
    WishResult result = WishResult.of(machineId, wish, outcome, action, failure, said);
    // Whoever waits for it goes on elsewhere: not within the desk's inbox.
    try {
      CompletableFuture<?> unused =
          effects
              .after(Duration.ZERO, () -> end.complete(result))
              .whenComplete((nothing, closed) -> end.complete(result));
    } catch (IllegalStateException closed) {
      end.complete(result);
    }
  }

  private void letGo(@Nullable MachineAction inFlight) {
    if (!over) {
      over = true;
      steps.end();
      stopWatching();
      leaveGate();
      desk.left(this, inFlight);
    }
  }

  // A session that goes on in the service is one of the tenant's until it has ended.
  private void leaveGate() {
    MachineAction session = wish.topic() == Topic.LIVE_RESPONSE ? inFlight() : null;
    if (session == null) {
      sender.leave();
    } else {
      CompletableFuture<?> unused =
          effects.watcher().follow(session).end().whenComplete((ended, failure) -> sender.leave());
    }
  }

  private void stopWatching() {
    WatchedAction now = watched;
    watched = null;
    if (now != null) {
      now.stop();
    }
  }

  private static boolean isClosed(Throwable failure) {
    return failure instanceof IllegalStateException || failure instanceof ClosedException;
  }

  void say(String what) {
    said.add(what);
  }
}
