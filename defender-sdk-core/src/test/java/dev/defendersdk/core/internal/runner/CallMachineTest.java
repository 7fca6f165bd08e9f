package dev.defendersdk.core.internal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.internal.runner.Step.Why;
import dev.defendersdk.core.observe.WaitEvent.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;

/** The way of a call, as a function: no thread, no clock, no wire. */
class CallMachineTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long NOW = 1_000 * SECOND;

  /** Every kind of operation against every event after the first attempt. */
  @Test
  void whatFollowsTheFirstAttempt() {
    String expected =
        """
        event               | READ                       | REPEATABLE                 | ACTING                     | ACTING_UNLESS_503
        200                 | succeed                    | succeed                    | succeed                    | succeed
        204                 | succeed                    | succeed                    | succeed                    | succeed
        302                 | UNEXPECTED_STATUS/FINAL    | UNEXPECTED_STATUS/FINAL    | UNEXPECTED_STATUS/FINAL    | UNEXPECTED_STATUS/FINAL
        400                 | BAD_REQUEST/FINAL          | BAD_REQUEST/FINAL          | BAD_REQUEST/FINAL          | BAD_REQUEST/FINAL
        401                 | new token                  | new token                  | new token                  | new token
        403                 | FORBIDDEN/FINAL            | FORBIDDEN/FINAL            | FORBIDDEN/FINAL            | FORBIDDEN/FINAL
        404                 | NOT_FOUND/FINAL            | NOT_FOUND/FINAL            | NOT_FOUND/FINAL            | NOT_FOUND/FINAL
        408                 | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        409                 | CONFLICT/FINAL             | CONFLICT/FINAL             | CONFLICT/FINAL             | CONFLICT/FINAL
        429                 | throttled                  | throttled                  | throttled                  | throttled
        500                 | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        501                 | SERVER/FINAL               | SERVER/FINAL               | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        502                 | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        503                 | retry                      | retry                      | OUTCOME_UNKNOWN            | retry
        504                 | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        Unreadable          | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        TooLarge            | UNREADABLE_ANSWER/FINAL    | UNREADABLE_ANSWER/FINAL    | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        Untrusted           | CONNECTION/FINAL           | CONNECTION/FINAL           | CONNECTION/FINAL           | CONNECTION/FINAL
        NotSent             | retry                      | retry                      | retry                      | retry
        Lost                | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        AttemptTimedOut     | retry                      | retry                      | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        Closed              | CLOSED/FINAL               | CLOSED/FINAL               | OUTCOME_UNKNOWN            | OUTCOME_UNKNOWN
        Interrupted         | INTERRUPTED/FINAL          | INTERRUPTED/FINAL          | INTERRUPTED/MAY_HAVE_ACTED | INTERRUPTED/MAY_HAVE_ACTED
        """;

    Map<String, Event> events = new LinkedHashMap<>();
    for (int status :
        new int[] {200, 204, 302, 400, 401, 403, 404, 408, 409, 429, 500, 501, 502, 503, 504}) {
      events.put(String.valueOf(status), new Event.Answered(status, Event.NO_HINT));
    }
    events.put("Unreadable", new Event.Unreadable());
    events.put("TooLarge", new Event.TooLarge());
    events.put("Untrusted", new Event.Untrusted());
    events.put("NotSent", new Event.NotSent());
    events.put("Lost", new Event.Lost());
    events.put("AttemptTimedOut", new Event.AttemptTimedOut());
    events.put("Closed", new Event.Closed());
    events.put("Interrupted", new Event.Interrupted());

    StringBuilder actual = new StringBuilder("event               ");
    for (Repeatability kind : Repeatability.values()) {
      actual.append("| ").append(pad(kind.name(), 27));
    }
    actual.append('\n');
    events.forEach(
        (name, event) -> {
          actual.append(pad(name, 20));
          for (Repeatability kind : Repeatability.values()) {
            CallMachine machine = machine(kind, 4);
            actual.append("| ").append(pad(word(machine.next(sent(), event, moment())), 27));
          }
          actual.append('\n');
        });

    assertThat(trimmed(actual.toString())).isEqualTo(trimmed(expected));
  }

  @Test
  void aCallThatGoesWell() {
    CallMachine machine = machine(Repeatability.READ, 4);

    CallMachine.Next next = machine.next(CallState.NEW, new Event.Started(), moment());
    assertThat(next.step()).isEqualTo(new Step.AskPermit());
    next = machine.next(next.state(), new Event.PermitGranted(0), moment());
    assertThat(next.step()).isEqualTo(new Step.AskToken(false));
    next = machine.next(next.state(), new Event.TokenReady(), moment());
    assertThat(next.step()).isEqualTo(new Step.Send(1, 30 * SECOND));
    next = machine.next(next.state(), new Event.Answered(200, Event.NO_HINT), moment());
    assertThat(next.step()).isEqualTo(new Step.Succeed());
  }

  @Test
  void bulkWorkWaitsForAPlaceBeforeTokenAndAttemptAndThatIsExcused() {
    CallMachine machine = machine(Repeatability.ACTING, 4, Manner.BULK);
    CallMachine.Moment late = new CallMachine.Moment(NOW + 1_000 * SECOND, 0.5, true, false);

    CallMachine.Next next =
        machine.next(CallState.NEW, new Event.PermitGranted(300 * SECOND), moment());
    assertThat(next.step()).isEqualTo(new Step.AskPlace());
    assertThat(machine.next(next.state(), new Event.Closed(), moment()).step())
        .as("it was never sent")
        .isEqualTo(new Step.Fail(ErrorKind.CLOSED, Why.FINAL, Event.NO_HINT));
    next = machine.next(next.state(), new Event.PlaceTaken(690 * SECOND), late);
    assertThat(next.step()).isEqualTo(new Step.AskToken(false));
    next = machine.next(next.state(), new Event.TokenReady(), late);
    assertThat(next.step()).as("110 s are left").isEqualTo(new Step.Send(1, 30 * SECOND));
  }

  @Test
  void nothingIsSentOnceTheClientIsClosed() {
    CallMachine machine = machine(Repeatability.ACTING, 4);
    CallMachine.Moment closed = new CallMachine.Moment(NOW, 0.5, true, true);

    assertThat(machine.next(CallState.NEW, new Event.TokenFailed(true, 0), closed).step())
        .isEqualTo(new Step.Fail(ErrorKind.CLOSED, Why.FINAL, Event.NO_HINT));
    assertThat(machine.next(CallState.NEW, new Event.TokenReady(), closed).step())
        .isEqualTo(new Step.Fail(ErrorKind.CLOSED, Why.FINAL, Event.NO_HINT));
    assertThat(machine.next(sent(), new Event.Answered(200, Event.NO_HINT), closed).step())
        .as("an answer that came all the same counts")
        .isEqualTo(new Step.Succeed());
  }

  @Test
  void whatIsUrgentNeedsNoPlace() {
    CallMachine machine = machine(Repeatability.READ, 4, Manner.URGENT);

    assertThat(machine.next(CallState.NEW, new Event.PermitGranted(0), moment()).step())
        .isEqualTo(new Step.AskToken(false));
  }

  @Test
  void aRefusedTokenIsRenewedOnceAndTakesAPermitOfItsOwn() {
    CallMachine machine = machine(Repeatability.ACTING, 4);
    Event refused = new Event.Answered(401, Event.NO_HINT);

    CallMachine.Next next = machine.next(sent(), refused, moment());
    assertThat(next.step()).isEqualTo(new Step.AskPermit());
    next = machine.next(next.state(), new Event.PermitGranted(0), moment());
    assertThat(next.step()).isEqualTo(new Step.AskToken(true));
    next = machine.next(next.state(), new Event.TokenReady(), moment());
    assertThat(next.step()).isEqualTo(new Step.Send(2, 30 * SECOND));
    next = machine.next(next.state(), refused, moment());
    assertThat(next.step())
        .isEqualTo(new Step.Fail(ErrorKind.UNAUTHORIZED, Why.FINAL, Event.NO_HINT));
  }

  @Test
  void theLongerOfHintAndBackoffIsWaited() {
    CallMachine machine = machine(Repeatability.READ, 4);

    assertThat(waitAfter(machine, 429, 7 * SECOND, 0.5)).isEqualTo(7 * SECOND);
    // A hint of nothing never means hammering: the backoff of a throttled call begins at a second.
    assertThat(waitAfter(machine, 429, 0, 0.5)).isEqualTo(SECOND / 2);
    assertThat(waitAfter(machine, 503, 2 * SECOND, 1.0)).isEqualTo(2 * SECOND);
    assertThat(waitAfter(machine, 503, Event.NO_HINT, 1.0)).isEqualTo(SECOND / 2);
  }

  @Test
  void theBackoffDoublesUpToItsCeilingWithFullJitter() {
    CallMachine machine = machine(Repeatability.READ, 20);
    StringJoiner ceilings = new StringJoiner(" ");
    for (int attempts = 1; attempts <= 9; attempts++) {
      CallState state = new CallState(attempts, 0, false, false, true, 0, null);
      CallMachine.Next next =
          machine.next(state, new Event.Lost(), new CallMachine.Moment(NOW, 1.0, true, false));
      ceilings.add(String.valueOf((((Step.Wait) next.step()).untilNanos() - NOW) / 1_000_000));
    }
    assertThat(ceilings).hasToString("500 1000 2000 4000 8000 16000 30000 30000 30000");
    assertThat(waitAfter(machine, 500, Event.NO_HINT, 0.0)).isZero();
  }

  @Test
  void aWaitThatWouldPassTheDeadlineIsNotBegun() {
    CallMachine machine = machine(Repeatability.READ, 4);
    Event throttled = new Event.Answered(429, 121 * SECOND);

    assertThat(machine.next(sent(), throttled, moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.THROTTLED, Why.DEADLINE, 121 * SECOND));
  }

  @Test
  void attemptsEnd() {
    CallMachine machine = machine(Repeatability.READ, 4);
    CallState fourth = new CallState(4, 0, false, false, true, 0, null);

    assertThat(machine.next(fourth, new Event.Lost(), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.CONNECTION, Why.ATTEMPTS, Event.NO_HINT));
    assertThat(machine(Repeatability.READ, 1).next(sent(), new Event.Lost(), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.CONNECTION, Why.SWITCHED_OFF, Event.NO_HINT));
  }

  @Test
  void anEmptyBudgetEndsRetriesButNotThrottledOnes() {
    CallMachine machine = machine(Repeatability.READ, 4);
    CallMachine.Moment broke = new CallMachine.Moment(NOW, 0.5, false, false);

    assertThat(machine.next(sent(), new Event.Answered(503, Event.NO_HINT), broke).step())
        .isEqualTo(new Step.Fail(ErrorKind.SERVER, Why.BUDGET, Event.NO_HINT));
    assertThat(machine.next(sent(), new Event.Answered(429, SECOND), broke).step())
        .isEqualTo(new Step.Wait(NOW + SECOND, Reason.THROTTLED, false));
  }

  @Test
  void theLastAttemptIsCutToTheDeadline() {
    CallMachine machine = machine(Repeatability.READ, 4);
    CallMachine.Moment late = new CallMachine.Moment(NOW + 115 * SECOND, 0.5, true, false);
    CallMachine.Moment over = new CallMachine.Moment(NOW + 120 * SECOND, 0.5, true, false);

    assertThat(machine.next(CallState.NEW, new Event.TokenReady(), late).step())
        .isEqualTo(new Step.Send(1, 5 * SECOND));
    assertThat(machine.next(CallState.NEW, new Event.TokenReady(), over).step())
        .isEqualTo(new Step.Fail(ErrorKind.DEADLINE, Why.DEADLINE, Event.NO_HINT));
  }

  @Test
  void whatHappensBeforeAnythingIsSent() {
    CallMachine machine = machine(Repeatability.ACTING, 4);

    assertThat(machine.next(CallState.NEW, new Event.PermitRefused(NOW + SECOND), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.QUOTA, Why.DEADLINE, SECOND));
    assertThat(machine.next(CallState.NEW, new Event.TokenLate(), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.DEADLINE, Why.DEADLINE, Event.NO_HINT));
    assertThat(machine.next(CallState.NEW, new Event.TokenFailed(false, 0), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.SIGN_IN, Why.FINAL, Event.NO_HINT));
    assertThat(
            machine.next(CallState.NEW, new Event.TokenFailed(true, 7 * SECOND), moment()).step())
        .isEqualTo(new Step.Wait(NOW + 7 * SECOND, Reason.SIGN_IN, false));
    assertThat(machine.next(CallState.NEW, new Event.Interrupted(), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.INTERRUPTED, Why.FINAL, Event.NO_HINT));
    assertThat(machine.next(sent(), new Event.Woke(), moment()).step())
        .isEqualTo(new Step.AskPermit());
  }

  @Test
  void aQuotaThatKeepsARetryBackDoesNotHideWhatTheAttemptBrought() {
    CallMachine machine = machine(Repeatability.READ, 4);
    CallMachine.Next waiting =
        machine.next(sent(), new Event.Answered(503, Event.NO_HINT), moment());

    assertThat(
            machine.next(waiting.state(), new Event.PermitRefused(NOW + SECOND), moment()).step())
        .isEqualTo(new Step.Fail(ErrorKind.SERVER, Why.DEADLINE, SECOND));
  }

  private static long waitAfter(CallMachine machine, int status, long hint, double jitter) {
    CallMachine.Moment moment = new CallMachine.Moment(NOW, jitter, true, false);
    Step step = machine.next(sent(), new Event.Answered(status, hint), moment).step();
    return ((Step.Wait) step).untilNanos() - NOW;
  }

  private static CallMachine machine(Repeatability kind, int maxAttempts) {
    return machine(kind, maxAttempts, Manner.BLOCKING);
  }

  private static CallMachine machine(Repeatability kind, int maxAttempts, Manner manner) {
    return new CallMachine(
        new CallPlan(kind, NOW + 120 * SECOND, 30 * SECOND, maxAttempts, manner));
  }

  private static CallState sent() {
    return CallState.NEW.sent();
  }

  private static CallMachine.Moment moment() {
    return new CallMachine.Moment(NOW, 0.5, true, false);
  }

  private static String word(CallMachine.Next next) {
    Step step = next.step();
    if (step instanceof Step.Succeed) {
      return "succeed";
    }
    if (step instanceof Step.AskPermit) {
      return next.state().renewToken() ? "new token" : "again at once";
    }
    if (step instanceof Step.Wait wait) {
      return wait.reason() == Reason.THROTTLED ? "throttled" : "retry";
    }
    Step.Fail fail = (Step.Fail) step;
    return fail.kind() == ErrorKind.OUTCOME_UNKNOWN && fail.why() == Why.MAY_HAVE_ACTED
        ? "OUTCOME_UNKNOWN"
        : fail.kind() + "/" + fail.why();
  }

  private static String pad(String text, int width) {
    return String.format("%-" + width + "s", text);
  }

  private static String trimmed(String table) {
    return table.lines().map(String::stripTrailing).reduce((a, b) -> a + "\n" + b).orElse("");
  }
}
