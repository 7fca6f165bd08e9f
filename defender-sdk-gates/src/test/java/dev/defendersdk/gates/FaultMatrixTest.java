package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.Background;
import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.NewMachine;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the SDK against everything that may go wrong with an exchange, once and each
 * time, on the caller's thread and in the background, in process and in virtual time. The right
 * result or the right error comes within the deadline, nothing is left over, and by the tenant's
 * own journal nothing acts twice.
 */
@Timeout(300)
class FaultMatrixTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
  private static final Duration DEADLINE = Duration.ofMinutes(2);
  private static final Duration WAITED_OUT = Duration.ofMinutes(9); // three hints of 180 s
  private static final StringBuilder TABLE = new StringBuilder();

  static List<Operation<?>> operations() {
    return AllOperations.list();
  }

  @Test
  void thereAreOperations() {
    assertThat(operations()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationWhoseExchangeGoesWrong(Operation<?> operation) throws Exception {
    for (Trouble trouble : Trouble.all()) {
      for (boolean always : new boolean[] {false, true}) {
        Trouble.Outcome expected = trouble.on(operation, always, DEADLINE, false);
        Cell cell = new Cell(operation, operation.id(), trouble, always, false);
        cell.play();
        cell.assertBecameOfIt(expected);
        cell.assertWithin(DEADLINE);
        cell.assertNothingActedTwice();
        cell.assertNothingIsLeftOver();
        note(operation.id(), trouble, always, expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationInTheBackgroundWhoseExchangeGoesWrong(Operation<?> operation) throws Exception {
    for (Trouble trouble : Trouble.all()) {
      // What the quota makes it wait does not count: no hint is too long, and each is waited out.
      boolean patient = trouble.status() == 429;
      Duration within = patient ? DEADLINE.plus(WAITED_OUT) : DEADLINE;
      for (boolean always : new boolean[] {false, true}) {
        Cell cell = new Cell(operation, operation.id(), trouble, always, true);
        cell.play();
        cell.assertBecameOfIt(trouble.on(operation, always, within, true));
        // Background work gets one of two permits a minute: what each attempt waits for.
        cell.assertWithin(operation.quota().perMinute() <= 2 ? DEADLINE.plus(WAITED_OUT) : within);
        cell.assertNothingActedTwice();
        cell.assertNothingIsLeftOver();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationWhoseSignInGoesWrong(Operation<?> operation) throws Exception {
    for (Trouble trouble : Trouble.all()) {
      for (boolean always : new boolean[] {false, true}) {
        Trouble.Outcome expected = trouble.onSignIn(always, DEADLINE);
        Cell cell = new Cell(operation, "signIn.token", trouble, always, false);
        cell.play();
        cell.assertBecameOfIt(expected);
        cell.assertWithin(DEADLINE);
        cell.assertNothingActedTwice();
        cell.assertNothingIsLeftOver();
      }
    }
  }

  /** One fault played on one operation. */
  private static final class Cell {

    private final Operation<?> operation;
    private final String faulty;
    private final Trouble trouble;
    private final boolean always;
    private final boolean inTheBackground;
    private final VirtualTime time = VirtualTime.startingAt(START);
    private final SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(time)
            // Windows, which takes every action.
            .machine(NewMachine.named("pc.contoso.com"))
            .machine(NewMachine.named("other.contoso.com"))
            .build();
    private DefenderException thrown;
    private Duration taken;
    private List<JournalEntry> requests;
    private int left;
    private int leftThisHour;
    private int waiting;

    Cell(
        Operation<?> operation,
        String faulty,
        Trouble trouble,
        boolean always,
        boolean inTheBackground) {
      this.operation = operation;
      this.faulty = faulty;
      this.trouble = trouble;
      this.always = always;
      this.inTheBackground = inTheBackground;
    }

    void play() throws Exception {
      try (DefenderClient helper = client();
          DefenderClient defender = client()) {
        time.call(
            () -> {
              // An action outlasts all waits of a call, so that it can still be cancelled after.
              tenant.actions().takes(Duration.ofHours(1), Duration.ofHours(1));
              var call = new ValidCalls(tenant, helper).of(operation);
              int before = tenant.journal().entries().size();
              tenant
                  .faults()
                  .on(faulty, always ? Occurrence.always() : Occurrence.nth(1), trouble.fault());
              Instant began = time.now();
              try {
                if (inTheBackground) {
                  runInTheBackground(defender.background(), call);
                } else {
                  defender.execute(call);
                }
              } catch (DefenderException e) {
                thrown = e;
              }
              taken = Duration.between(began, time.now());
              requests =
                  tenant.journal().entries().stream()
                      .skip(before)
                      .filter(entry -> operation.id().equals(entry.operationId()))
                      .toList();
              // What a permit was given for counts for an hour at the most.
              time.newSignal().await(time.nanos() + Duration.ofHours(2).toNanos());
              left = defender.quota(operation).leftThisMinute();
              leftThisHour = defender.quota(operation).leftThisHour();
              waiting = defender.quota(operation).waiting();
              return null;
            });
      }
    }

    @SuppressWarnings("unchecked") // the answer's form says that it is a list
    private void runInTheBackground(Background background, Call<?> call) throws Exception {
      CallOptions defaults = CallOptions.defaults();
      CompletableFuture<?> end =
          operation.answer().form() == Answer.Form.LIST
              ? background.forEachPage((Call<List<Object>>) call, defaults, page -> true)
              : background.start(call, defaults);
      try {
        time.blocking(end::join);
      } catch (CompletionException e) {
        throw e.getCause() instanceof DefenderException known ? known : e;
      }
    }

    void assertBecameOfIt(Trouble.Outcome expected) {
      assertThat(thrown == null ? null : thrown.kind())
          .as("%s%n%s", this, thrown)
          .isEqualTo(expected.error());
      assertThat(requests.stream().filter(entry -> !refused(entry)).count())
          .as("%s: requests that reached the tenant", this)
          .isEqualTo(
              trouble.nature() == Trouble.Nature.NEVER_SENT && faulty.equals(operation.id())
                  ? (expected.error() == null ? 1 : 0)
                  : expected.attempts());
      if (thrown == null) {
        return;
      }
      assertThat(thrown.operation()).as("%s", this).hasValue(operation.id());
      assertThat(thrown.isRetryable())
          .as("%s: retryable %s", this, thrown)
          .isEqualTo(mayBeTriedAgain(thrown));
      if (trouble.status() > 0) {
        assertThat(thrown.status()).as("%s", this).hasValue(trouble.status());
      }
      if (trouble.hint() != null && thrown.kind() != ErrorKind.OUTCOME_UNKNOWN) {
        assertThat(thrown.retryAfter())
            .as("%s: %s", this, thrown)
            .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(trouble.hint()));
      }
    }

    private boolean mayBeTriedAgain(DefenderException e) {
      return switch (e.kind()) {
        case CONNECTION, DEADLINE, THROTTLED, SERVER, UNREADABLE_ANSWER -> true;
        case SIGN_IN ->
            trouble.nature() != Trouble.Nature.UNREADABLE
                && (trouble.status() == 0 || trouble.status() == 429 || trouble.status() >= 500);
        default -> false;
      };
    }

    void assertWithin(Duration bound) {
      assertThat(taken).as("%s", this).isLessThanOrEqualTo(bound);
    }

    void assertNothingActedTwice() {
      long effects = requests.stream().filter(entry -> entry.effect() != null).count();
      if (operation.repeatability() == Repeatability.READ) {
        assertThat(effects).as("%s: effects of a read", this).isZero();
      } else if (thrown == null && operation.repeatability() != Repeatability.REPEATABLE) {
        assertThat(effects).as("%s: effects", this).isEqualTo(1);
      } else if (operation.repeatability() != Repeatability.REPEATABLE) {
        assertThat(effects).as("%s: effects", this).isLessThanOrEqualTo(1);
      }
      if (thrown != null && effects > 0) {
        assertThat(thrown.mayHaveActed()).as("%s: it acted", this).isTrue();
      }
      if (thrown != null && thrown.kind() == ErrorKind.OUTCOME_UNKNOWN) {
        assertThat(requests).as("%s: may have acted, so it is sent once", this).hasSize(1);
      }
    }

    void assertNothingIsLeftOver() {
      assertThat(left).as("%s: permits", this).isEqualTo(operation.quota().perMinute());
      assertThat(leftThisHour).as("%s: permits", this).isEqualTo(operation.quota().perHour());
      assertThat(waiting).as("%s: who waits for permits", this).isZero();
      assertThat(time.toString()).as("%s", this).contains("busy 0,");
    }

    private DefenderClient client() {
      return tenant
          .connect(DefenderClient.builder())
          .partner("Contoso", "NetShield", "4.2.0")
          .deadline(DEADLINE)
          .attemptTimeout(Duration.ofSeconds(30)) // hunting has a longer one of its own
          .build();
    }

    private static boolean refused(JournalEntry entry) {
      return Fault.connectionRefused().toString().equals(entry.fault());
    }

    @Override
    public String toString() {
      return operation.id()
          + ", "
          + (faulty.equals(operation.id()) ? "" : "at " + faulty + " ")
          + trouble
          + (always ? " each time" : " once")
          + (inTheBackground ? ", in the background" : "");
    }
  }

  private static void note(
      String operation, Trouble trouble, boolean always, Trouble.Outcome outcome) {
    TABLE.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s |%n",
            operation,
            trouble,
            always ? "each time" : "once",
            outcome));
  }

  /** The matrix to read, and no thread of any client left: each has ended, or ends now. */
  @AfterAll
  static void writeTheTableAndCountTheThreads() throws Exception {
    StringJoiner text = new StringJoiner("\n", "", "\n");
    text.add("| operation | fault | when | outcome, attempts |");
    text.add("| --- | --- | --- | --- |");
    text.add(TABLE.toString().stripTrailing());
    Files.writeString(Path.of("target/fault-matrix.md"), text.toString(), StandardCharsets.UTF_8);
    Leftovers.assertThreadsEnd(Leftovers.LONG_ENOUGH, "defender-sdk-", "simulated-");
  }
}
