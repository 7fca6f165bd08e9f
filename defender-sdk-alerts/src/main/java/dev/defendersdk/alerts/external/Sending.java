package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.NewAlert;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.OutcomeUnknownException;
import dev.defendersdk.core.error.UnreadableAnswerException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the alert of a finding, as often as it takes and never while there may be one: it is
 * noted before it is asked for, and after a lost answer the alert is looked for first.
 */
final class Sending {

  // A request whose answer was lost may still be on its way, and its alert not in the list yet.
  private static final List<Duration> SETTLING =
      List.of(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1));
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 4;
  private static final int MOST_SENDS = 5;
  private static final int MOST_REFUSALS = 8;
  private static final int MOST_FAILED_LOOKS = 8;

  private final FindingRun run;
  private final Steps steps;
  private final Desk desk;
  private @Nullable FindingRecord note;
  private @Nullable Instant firstAsked;
  private boolean noted; // the store says that it is being asked for
  private boolean mayBeThere;
  private boolean lostAnswer; // no later refusal undoes that one may have got through
  private boolean settling;
  private boolean ending;
  private int sends;
  private int refusals;
  private int looks;
  private int failedLooks;

  Sending(FindingRun run, Steps steps, Desk desk) {
    this.run = run;
    this.steps = steps;
    this.desk = desk;
  }

  /** True while a request, or the note of it, is under way or its alert looked for. */
  boolean mayBeThere() {
    return mayBeThere;
  }

  /** True once it is not sure that there is no alert. */
  boolean isUnsure() {
    return mayBeThere || lostAnswer;
  }

  /** Asks for the alert when it is the finding's turn. */
  void send(EventReference event) {
    if (note == null) {
      note =
          new FindingRecord(
              desk.effects().tenantId(),
              run.finding().key(),
              FindingRecord.Stage.SENDING,
              desk.effects().now(),
              event,
              run.finding().title(),
              null);
    }
    desk.sending().enter(run, this::claim);
  }

  /** Begins with a note of another process that asked for it and may not have heard. */
  void takeUp(FindingRecord kept) {
    note = kept;
    firstAsked = kept.time();
    noted = true;
    mayBeThere = true;
    sends = 1;
    run.underWay();
    run.say("it had been asked for before");
    settle();
  }

  private void claim() {
    mayBeThere = true;
    run.underWay();
    // By these it would be looked for: the title may be another one than at the last time.
    note = note().asked(desk.effects().now(), run.finding().title());
    if (firstAsked == null) {
      firstAsked = note().time();
    }
    steps.await(
        () -> desk.effects().put(note()),
        (safe, failure) -> {
          if (failure != null) {
            notNoted(failure);
          } else {
            noted = true;
            postUnlessStopped();
          }
        });
  }

  private void notNoted(Throwable failure) {
    mayBeThere = false;
    desk.sending().leave(run);
    run.say("it could not be noted, so it was not asked for" + (sends == 0 ? "" : " again"));
    if (lostAnswer) {
      unknown(failure);
    } else {
      run.fail(failure);
    }
  }

  private void postUnlessStopped() {
    if (run.isStopped()) {
      mayBeThere = false;
      desk.sending().leave(run);
      endUnasked(FindingOutcome.NOT_BEGUN, null);
    } else {
      post();
    }
  }

  private void post() {
    sends++;
    steps.await(
        () -> desk.calls().create(alert(), run.finding().isHigh()),
        (alert, failure) -> {
          desk.sending().leave(run);
          if (failure instanceof OutcomeUnknownException
              || failure instanceof UnreadableAnswerException) {
            run.say("the answer was lost");
            settle();
          } else if (failure != null) {
            mayBeThere = false;
            refused(failure);
          } else {
            came(alert);
          }
        });
  }

  private NewAlert alert() {
    return run.finding().alertOn(note().event());
  }

  private void came(@Nullable Alert alert) {
    if (alert == null || alert.id() == null || alert.id().isBlank()) {
      run.say("the answer names no alert");
      settle();
    } else {
      Instant now = desk.effects().now();
      knows(
          alert,
          lostAnswer
              ? Traces.isOlder(alert, Objects.requireNonNull(firstAsked), now)
              : Traces.absorbed(alert, note(), now));
    }
  }

  private void knows(Alert alert, boolean absorbed) {
    String id = Objects.requireNonNull(alert.id());
    mayBeThere = false;
    boolean merged = absorbed || !desk.claims(id, run.finding());
    run.say((merged ? "merged into alert " : "published as alert ") + id);
    run.published(
        alert, merged ? FindingOutcome.MERGED : FindingOutcome.PUBLISHED, note().published(id));
  }

  private void refused(Throwable failure) {
    refusals++;
    if (isClosed(failure)) {
      endUnasked(FindingOutcome.NOT_BEGUN, failure);
    } else if (failure instanceof NotFoundException) {
      run.say("the service knows no such event");
      lostAnswer = false; // so no request for it can have made an alert
      endUnasked(FindingOutcome.NO_EVENT, failure);
    } else if (failure instanceof DefenderException known && known.isRetryable()) {
      if (refusals < MOST_REFUSALS && !run.isStopped()) {
        run.waitsAgain();
        pause(known.retryAfter().orElse(longer(refusals)), () -> send(note().event()));
      } else {
        endUnasked(FindingOutcome.FAILED, failure);
      }
    } else {
      endUnasked(
          failure instanceof DefenderException known && known.status().isPresent()
              ? FindingOutcome.REFUSED
              : FindingOutcome.FAILED,
          failure);
    }
  }

  /**
   * Ends without an alert, and says so in the store if that says otherwise; without that certainty,
   * the store says on that it is being asked for.
   */
  void endUnasked(FindingOutcome how, @Nullable Throwable failure) {
    if (ending) {
      return;
    }
    if (lostAnswer) {
      unknown(failure);
      return;
    }
    if (!noted) {
      run.finish(how, failure);
      return;
    }
    ending = true;
    steps.await(
        () -> desk.effects().put(note().at(FindingRecord.Stage.NOT_PUBLISHED)),
        (safe, unsafe) -> run.finish(how, failure)); // else it is looked for once more, in vain
  }

  private void settle() {
    looks = 0;
    settling = true;
    lostAnswer = true;
    if (run.isStoppedAtOnce()) {
      unknown(null);
    } else {
      pause(SETTLING.get(0), this::look);
    }
  }

  private void look() {
    Instant since = Traces.since(note());
    steps.await(
        () -> desk.calls().ofMachine(note().event().deviceId(), since),
        (alerts, failure) -> {
          if (failure instanceof DefenderException known
              && known.isRetryable()
              && ++failedLooks < MOST_FAILED_LOOKS) {
            pause(known.retryAfter().orElse(longer(failedLooks)), this::look);
          } else if (failure instanceof NotFoundException) {
            looked(Optional.empty()); // of a machine that is not there, or not any more
          } else if (failure != null) {
            unknown(failure);
          } else {
            looked(Traces.find(alerts == null ? List.of() : alerts, note()));
          }
        });
  }

  private void looked(Optional<Alert> alert) {
    looks++;
    if (alert.isPresent()) {
      run.say("its alert was found");
      Instant asked = Objects.requireNonNull(firstAsked);
      knows(alert.get(), Traces.isOlder(alert.get(), asked, desk.effects().now()));
    } else if (looks < SETTLING.size()) {
      pause(SETTLING.get(looks), this::look);
    } else if (sends < MOST_SENDS) {
      settling = false;
      mayBeThere = false;
      run.say("there was no alert of its own");
      if (run.isStopped()) {
        unknown(null);
      } else {
        run.waitsAgain();
        send(note().event());
      }
    } else {
      unknown(null);
    }
  }

  /** Stops: what is on the wire is waited for, and what is being looked for unless at once. */
  void stop(boolean atOnce) {
    if (atOnce && settling) {
      unknown(null);
    }
  }

  private void unknown(@Nullable Throwable failure) {
    run.say(
        "whether there is an alert is not known: publish it again with the same store, or look for \""
            + note().title()
            + "\" among the alerts of machine "
            + note().event().deviceId());
    run.finish(FindingOutcome.OUTCOME_UNKNOWN, failure);
  }

  private void pause(Duration pause, Runnable then) {
    steps.await(
        () -> desk.effects().pause(pause),
        (nothing, failure) -> {
          if (failure == null) {
            then.run();
          } else if (isUnsure()) {
            unknown(failure);
          } else {
            run.fail(failure);
          }
        });
  }

  private static Duration longer(int failures) {
    return PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }

  private FindingRecord note() {
    return Objects.requireNonNull(note);
  }

  /** True for what comes of a client that was closed before anything was sent. */
  static boolean isClosed(@Nullable Throwable failure) {
    return failure instanceof ClosedException;
  }
}
