package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.error.ConflictException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.OutcomeUnknownException;
import dev.defendersdk.machineactions.actions.MachineAction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Asks for the action of a wish, as often as it takes and never while one may have begun: after a
 * lost answer it looks for the action by its marker first.
 */
final class Sender {

  // A request whose answer was lost may still be on its way: the time that it may take to arrive.
  private static final Duration SETTLING = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
  private static final int MOST_SENDS = 8;
  private static final int MOST_CONFLICTS = 20;

  private final WishRun run;
  private final Steps steps;
  private final Effects effects;
  private final Gate gate;
  private final WishOptions options;
  private final String wishId;
  private WishNote note;
  private boolean mayHaveBegun;
  private boolean atGate;
  private int sends;
  private int conflicts;

  Sender(WishRun run, Steps steps, Effects effects, Gate gate, WishOptions options, String wishId) {
    this.run = run;
    this.steps = steps;
    this.effects = effects;
    this.gate = gate;
    this.options = options;
    this.wishId = wishId;
    WishNote taken = options.takeUp();
    this.note = taken != null ? taken : new WishNote(run.machineId(), wishId, effects.now(), null);
  }

  /** True while the service may have, or get, an action of the wish that is not known yet. */
  boolean mayHaveBegun() {
    return mayHaveBegun;
  }

  /** True once the action was asked for, by another process perhaps. */
  boolean hasSent() {
    return sends > 0 || options.takeUp() != null;
  }

  /** True for the wish's own action. */
  boolean isOwn(MachineAction action) {
    return Actions.isMarked(action, note.marker());
  }

  /** Begins with a note of another process that asked for the action and may not have heard. */
  void takeUp() {
    mayHaveBegun = true;
    sends = 1;
    // From now, not from the note: its request may have waited for the quota, and left just now.
    steps.pause(SETTLING, () -> run.look(this::lookedAfterLoss));
  }

  /** Asks for the action. */
  void send() {
    atGate = true;
    steps.awaitValue(
        gate::enter,
        may -> {
          atGate = false;
          if (may) {
            steps.blocking(Duration.ZERO, this::claim, this::post);
          } else {
            run.say("cancelled before it was asked for");
            run.finish(WishOutcome.WITHDRAWN, null);
          }
        });
  }

  /** True while it waits for its turn, and has not asked for anything yet. */
  boolean isAtGate() {
    return atGate && sends == 0;
  }

  /** The service has answered, and will not be asked for anything soon. */
  void answered() {
    gate.sent();
  }

  void leave() {
    atGate = false;
    gate.leave();
  }

  /** Keeps a note of what is to be done: may block. True if no other process wishes otherwise. */
  private boolean claim() {
    LastWishes store = options.lastWishes();
    String topic = run.wish().topic().name();
    if (store != null && !store.last(run.machineId(), topic).map(wishId::equals).orElse(true)) {
      return false;
    }
    keep(note.at(effects.now()));
    return true;
  }

  private void keep(WishNote kept) {
    WishJournal journal = options.journal();
    if (journal != null) {
      journal.keep(kept);
    }
  }

  private void post(boolean claimed) {
    if (!claimed) {
      run.say("a later wish came in another process");
      run.finish(WishOutcome.SUPERSEDED, null);
      return;
    }
    sends++;
    mayHaveBegun = true;
    steps.await(
        () ->
            effects.start(
                run.wish().call(run.machineId(), note.marker(), options.sendsExternalId()),
                options.isBulk()),
        (action, failure) -> {
          if (action != null) {
            came(action);
          } else if (failure instanceof OutcomeUnknownException) {
            lost();
          } else {
            mayHaveBegun = false;
            refused(Objects.requireNonNull(failure));
          }
        });
  }

  private void came(MachineAction action) {
    if (action.id() == null || action.id().isBlank()) {
      lost(); // it acted, and does not say as what
    } else if (isOwn(action) || action.requestorComment() == null) {
      run.say("began action " + action.id());
      began(action);
    } else {
      mayHaveBegun = false; // the service answers with what is under way, and begins nothing
      if (!run.leaveIfSuperseded(null)) {
        run.meet(action);
      }
    }
  }

  /** The wish's own action is known. */
  void began(MachineAction action) {
    mayHaveBegun = false;
    answered();
    if (run.leaveIfSuperseded(action)) {
      return;
    }
    note = note.withAction(Objects.requireNonNull(action.id()), effects.now());
    WishNote kept = note;
    run.knows(action);
    if (options.journal() == null) {
      run.followOwn(action);
    } else {
      steps.blocking(
          Duration.ZERO,
          () -> {
            keep(kept);
            return kept;
          },
          written -> run.followOwn(action));
    }
  }

  private void refused(Throwable failure) {
    if (run.leaveIfSuperseded(null)) {
      return;
    }
    if (failure instanceof ConflictException) {
      conflict(failure);
    } else if (failure instanceof DefenderException known
        && known.isRetryable()
        && sends < MOST_SENDS) {
      steps.pause(known.retryAfter().orElse(PAUSE), this::send);
    } else {
      run.stop(failure);
    }
  }

  private void conflict(Throwable failure) {
    conflicts++;
    if (conflicts == 1) {
      run.say("the service has one under way already");
    }
    if (conflicts > MOST_CONFLICTS) {
      run.stop(failure);
      return;
    }
    Duration pause = conflictPause();
    run.look(
        actions -> {
          MachineAction own = Actions.marked(actions, note.marker());
          MachineAction open = own != null ? own : Actions.newestOpen(actions);
          if (open != null) {
            run.meet(open);
          } else if (options.otherForm() == WishOptions.Obstacle.REFUSE && conflicts > 1) {
            run.stop(failure);
          } else {
            // It ended meanwhile, is not in the list yet, or is a session of the portal, which no
            // list
            // has (run-live-response.md).
            steps.pause(pause, this::send);
          }
        });
  }

  // Half an hour in all: as long as a session of the portal may be idle.
  private Duration conflictPause() {
    Duration longer = PAUSE.multipliedBy(1L << Math.min(conflicts - 1, 10));
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  private void lost() {
    run.say("the answer was lost");
    steps.pause(SETTLING, () -> run.look(this::lookedAfterLoss));
  }

  private void lookedAfterLoss(List<MachineAction> actions) {
    MachineAction own = Actions.marked(actions, note.marker());
    if (own != null) {
      run.say("found its own action " + own.id());
      began(own);
      return;
    }
    mayHaveBegun = false;
    if (run.leaveIfSuperseded(null)) {
      return;
    }
    MachineAction open = Actions.newestOpen(actions);
    if (open != null) {
      run.meet(open);
    } else if (sends < MOST_SENDS) {
      run.say("it had not begun");
      send();
    } else {
      run.finish(WishOutcome.UNSETTLED, null);
    }
  }
}
