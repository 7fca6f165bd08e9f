package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.core.error.DefenderException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A finding on its way: its event is looked for, the alert asked for by {@link Sending}, its
 * investigation followed, and the response awaited. Used within the inbox alone.
 */
final class FindingRun {

  private static final Duration FIRST_LOOK_AGAIN = Duration.ofSeconds(30);
  private static final Duration LONGEST_LOOK_AGAIN = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST_FAILURES = 8;

  /** Where it stands, for those who count. */
  enum Phase {
    WAITING,
    UNDER_WAY,
    ENDED
  }

  private enum Stop {
    NOT_ASKED,
    GRACEFUL,
    AT_ONCE
  }

  private final Finding finding;
  private final PublishOptions options;
  private final Desk desk;
  private final Publication publication;
  private final Steps steps;
  private final Sending sending;
  private final List<String> said = new ArrayList<>();
  private Phase phase = Phase.WAITING;
  private Stop stop = Stop.NOT_ASKED;
  private boolean reading;
  private int looks;
  private int failures;
  private @Nullable Instant firstLook;
  private @Nullable EventReference event;
  private @Nullable FindingOutcome outcome; // once there is an alert
  private @Nullable FindingRecord record;
  private @Nullable String alertId;
  private @Nullable Alert alert;
  private @Nullable Instant followedUntil;
  private @Nullable Throwable notFollowed;
  private boolean afterwards; // all that is left can be left
  private @Nullable String response;

  FindingRun(Finding finding, PublishOptions options, Desk desk, Publication publication) {
    this.finding = finding;
    this.options = options;
    this.desk = desk;
    this.publication = publication;
    this.steps = new Steps(desk.inbox(), this::guarded);
    this.sending = new Sending(this, steps, desk);
  }

  Finding finding() {
    return finding;
  }

  boolean isStopped() {
    return stop != Stop.NOT_ASKED;
  }

  boolean isStoppedAtOnce() {
    return stop == Stop.AT_ONCE;
  }

  void say(String what) {
    said.add(what);
  }

  /** The store is being read. */
  void reads() {
    reading = true;
  }

  /** The store has been read: what is kept of the finding, or what reading failed with. */
  void begin(@Nullable FindingRecord kept, @Nullable Throwable failure) {
    reading = false;
    if (phase == Phase.ENDED) {
      return;
    }
    if (failure != null) {
      say("the store could not be read, so it was not asked for");
      fail(failure);
    } else if (kept == null || kept.stage() == FindingRecord.Stage.NOT_PUBLISHED) {
      lookForEvent();
    } else {
      record = kept;
      event = kept.event();
      if (kept.stage() == FindingRecord.Stage.SENDING) {
        sending.takeUp(kept);
      } else {
        underWay();
        outcome = FindingOutcome.ALREADY_PUBLISHED;
        alertId = kept.alertId();
        say("it was published as alert " + alertId);
        if (kept.stage() == FindingRecord.Stage.RESPONDED) {
          end();
        } else if (isStopped()) {
          say("and not followed");
          end();
        } else {
          followUp();
        }
      }
    }
  }

  private void lookForEvent() {
    if (isStopped()) {
      finish(FindingOutcome.NOT_BEGUN, null);
      return;
    }
    event = finding.event().orElse(null);
    if (event != null) {
      sending.send(event);
    } else {
      desk.locating().enter(this, this::locate);
    }
  }

  private void locate() {
    EventLocator locator = Objects.requireNonNull(options.locator());
    if (firstLook == null) {
      firstLook = desk.effects().now();
    }
    steps.await(
        () -> desk.effects().blocking(() -> locator.locate(finding)),
        (found, failure) -> {
          desk.locating().leave(this);
          if (failure != null) {
            notLocated(failure);
          } else if (found != null && found.isPresent()) {
            event = found.get();
            sending.send(event);
          } else {
            lookAgain();
          }
        });
  }

  private void lookAgain() {
    Instant began = Objects.requireNonNull(firstLook);
    Duration left = options.eventWithin().minus(Duration.between(began, desk.effects().now()));
    if (left.isZero() || left.isNegative()) {
      say("no event of it was found" + (looks == 0 ? "" : " by " + (looks + 1) + " looks"));
      finish(FindingOutcome.NO_EVENT, null);
      return;
    }
    Duration pause = FIRST_LOOK_AGAIN.multipliedBy(1L << Math.min(looks, 4));
    looks++;
    locateAfter(Collections.min(List.of(pause, LONGEST_LOOK_AGAIN, left)));
  }

  private void notLocated(Throwable failure) {
    failures++;
    if (failure instanceof DefenderException known
        && known.isRetryable()
        && failures < MOST_FAILURES) {
      locateAfter(known.retryAfter().orElse(PAUSE.multipliedBy(failures)));
    } else {
      say("its event could not be looked for");
      fail(failure);
    }
  }

  private void locateAfter(Duration pause) {
    steps.await(
        () -> desk.effects().pause(pause),
        (nothing, failure) -> {
          if (failure != null) {
            fail(failure);
          } else {
            lookForEvent();
          }
        });
  }

  /** It has been asked for, or may have been. */
  void underWay() {
    move(Phase.UNDER_WAY);
  }

  /** It is known not to be there, and waits for its turn again. */
  void waitsAgain() {
    move(Phase.WAITING);
  }

  private void move(Phase to) {
    Phase from = phase;
    phase = to;
    publication.moved(from, to);
  }

  /** There is an alert of it. */
  void published(Alert there, FindingOutcome how, FindingRecord kept) {
    alert = there;
    alertId = there.id();
    outcome = how;
    record = kept;
    note(kept, this::followUp);
  }

  private void note(FindingRecord kept, Runnable then) {
    steps.await(
        () -> desk.effects().put(kept),
        (safe, failure) -> {
          if (failure != null) {
            say("that could not be noted (" + failure.getMessage() + ")");
          }
          then.run();
        });
  }

  private void followUp() {
    afterwards = true;
    Duration most = options.following();
    String id = alertId;
    if (isStoppedAtOnce()) {
      say("and not followed");
      end();
    } else if (most == null || id == null) {
      respond();
    } else {
      followedUntil = desk.effects().now().plus(most);
      desk.followed().follow(id, this);
    }
  }

  /** The alert as it is now; null where it is in no list. True if it need not be followed on. */
  boolean saw(@Nullable Alert seen) {
    if (seen != null) {
      alert = seen;
      if (Investigations.isOver(seen)) {
        say("its investigation ended as " + seen.investigationState());
        return true;
      }
      if (Investigations.waitsForApproval(seen)) {
        say("its investigation waits for approval");
        return true;
      }
    }
    return isOverdue();
  }

  /** When it will have been followed for long enough. */
  Instant followedUntil() {
    return Objects.requireNonNull(followedUntil);
  }

  /** True, and said, if it has been followed for long enough. */
  boolean isOverdue() {
    if (desk.effects().now().isBefore(followedUntil())) {
      return false;
    }
    say("its investigation has not ended within " + options.following());
    return true;
  }

  /** It is followed no more: by what was seen, or by what reading failed with. */
  void followed(@Nullable Throwable failure) {
    if (failure != null) {
      say("its investigation could not be followed");
      notFollowed = failure;
    }
    if (Sending.isClosed(failure)) {
      end();
    } else {
      respond();
    }
  }

  private void respond() {
    FindingResponse rule = options.response();
    if (rule == null) {
      end();
      return;
    }
    FindingResult soFar = result(Objects.requireNonNull(outcome), notFollowed);
    steps.await(
        () -> desk.effects().blocking(() -> rule.respond(soFar)),
        (asked, failure) -> {
          if (failure != null) {
            notResponded(failure);
          } else if (asked == null || asked.isEmpty()) {
            noteResponse();
          } else {
            await(asked);
          }
        });
  }

  private void await(Optional<CompletableFuture<String>> asked) {
    steps.await(
        asked::orElseThrow,
        (what, failure) -> {
          if (failure != null) {
            notResponded(failure);
          } else {
            response = what;
            noteResponse();
          }
        });
  }

  private void notResponded(Throwable failure) {
    say("the response failed");
    finish(Objects.requireNonNull(outcome), failure);
  }

  private void noteResponse() {
    note(Objects.requireNonNull(record).at(FindingRecord.Stage.RESPONDED), this::end);
  }

  /** Begins nothing more. What has begun ends well, or with what is known of it at once. */
  void stop(boolean atOnce) {
    if (phase == Phase.ENDED) {
      return;
    }
    if (atOnce || stop == Stop.NOT_ASKED) {
      stop = atOnce ? Stop.AT_ONCE : Stop.GRACEFUL;
    }
    if (reading) {
      return; // what is kept of it says whether it has begun
    }
    if (outcome != null) {
      if (atOnce && afterwards) {
        say("and not waited for");
        end();
      }
    } else if (sending.mayBeThere()) {
      sending.stop(atOnce);
    } else {
      desk.leaveRows(this);
      sending.endUnasked(FindingOutcome.NOT_BEGUN, null);
    }
  }

  /** Runs a step: one that breaks ends this finding alone. */
  void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      breaks(e);
    }
  }

  private void breaks(Throwable failure) {
    if (outcome != null) {
      finish(outcome, failure);
    } else if (sending.isUnsure()) {
      finish(FindingOutcome.OUTCOME_UNKNOWN, failure);
    } else {
      fail(failure);
    }
  }

  /** Ends without an alert, for a reason on this side or on the way. */
  void fail(Throwable failure) {
    finish(Sending.isClosed(failure) ? FindingOutcome.NOT_BEGUN : FindingOutcome.FAILED, failure);
  }

  private void end() {
    finish(Objects.requireNonNull(outcome), notFollowed);
  }

  void finish(FindingOutcome how, @Nullable Throwable failure) {
    if (phase == Phase.ENDED) {
      return;
    }
    move(Phase.ENDED);
    steps.drop();
    desk.left(this, alertId);
    publication.ended(this, result(how, failure));
  }

  private FindingResult result(FindingOutcome how, @Nullable Throwable failure) {
    return new FindingResult(finding, how, event, alertId, alert, response, failure, said);
  }
}
