package dev.defendersdk.machineactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.error.ClosedException;
import dev.defendersdk.core.error.ConflictException;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ForbiddenException;
import dev.defendersdk.core.error.InterruptedCallException;
import dev.defendersdk.core.error.NotFoundException;
import dev.defendersdk.core.error.OutcomeUnknownException;
import dev.defendersdk.core.error.ServerErrorException;
import dev.defendersdk.machineactions.actions.Isolation;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.machines.MachinesClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a call once more, through the driver and a tenant that misbehaves. */
class FaultsTest {

  private static final Map<String, BiConsumer<DefenderClient, String>> CALLS =
      Map.of(
          "machines.get", (client, id) -> new MachinesClient(client).get(id),
          "machines.list", (client, id) -> new MachinesClient(client).list().toList(),
          "machines.changeTag", (client, id) -> new MachinesClient(client).addTag(id, "hunted"),
          "machines.isolate",
              (client, id) ->
                  new MachineActionsClient(client).isolate(id, Isolation.full("case 4711")));

  /**
   * Each fault at the first attempt: what the caller gets, how often the request arrived, and how
   * often it took effect. Nothing that may have acted is sent twice.
   */
  @Test
  void whatBecomesOfACallWhoseFirstAttemptGoesWrong() {
    String expected =
        """
        fault              | machines.get        | machines.list       | machines.changeTag  | machines.isolate
        CONNECTION_REFUSED | ok 1                | ok 1                | ok 1, 1 effect      | ok 1, 1 effect
        RESET_BEFORE       | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1
        RESET_AFTER        | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        STALLED_HEADERS    | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        STALLED_BODY       | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        TRUNCATED_BODY     | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        GARBAGE_BODY       | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        CORRUPT_GZIP       | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        EMPTY_BODY         | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1, 1 effect
        WRONG_CONTENT_TYPE | ok 1                | ok 1                | ok 1, 1 effect      | ok 1, 1 effect
        DELAY              | ok 1                | ok 1                | ok 1, 1 effect      | ok 1, 1 effect
        HTML_PAGE 502      | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1
        400                | BAD_REQUEST 1       | BAD_REQUEST 1       | BAD_REQUEST 1       | BAD_REQUEST 1
        401                | ok 2                | ok 2                | ok 2, 1 effect      | ok 2, 1 effect
        403                | FORBIDDEN 1         | FORBIDDEN 1         | FORBIDDEN 1         | FORBIDDEN 1
        404                | NOT_FOUND 1         | ok 1                | NOT_FOUND 1         | NOT_FOUND 1
        409                | CONFLICT 1          | CONFLICT 1          | CONFLICT 1          | CONFLICT 1
        429                | ok 2                | ok 2                | ok 2, 1 effect      | ok 2, 1 effect
        500                | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1
        502                | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1
        503                | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1
        504                | ok 2                | ok 2                | ok 2, 1 effect      | OUTCOME_UNKNOWN 1
        """;

    List<String> operations =
        List.of("machines.get", "machines.list", "machines.changeTag", "machines.isolate");
    StringBuilder actual = new StringBuilder(pad("fault", 18));
    operations.forEach(operation -> actual.append(" | ").append(pad(operation, 19)));
    actual.append('\n');
    faults()
        .forEach(
            (name, fault) -> {
              actual.append(pad(name, 18));
              operations.forEach(o -> actual.append(" | ").append(pad(outcome(o, fault), 19)));
              actual.append('\n');
            });
    assertThat(trimmed(actual.toString())).isEqualTo(trimmed(expected));
  }

  /** What the last attempt brought does not tell what became of the one before. */
  @ParameterizedTest
  @CsvSource({
    "machines.changeTag, RESET_AFTER, 400, true",
    "machines.changeTag, RESET_AFTER, 429, true",
    "machines.changeTag, GARBAGE_BODY, 403, true",
    "machines.changeTag, STATUS, 400, true",
    "machines.changeTag, CONNECTION_REFUSED, 400, false",
    "machines.changeTag, IDLE_CONNECTION_CLOSED, 400, true",
    "machines.isolate, RESET_AFTER, 400, true",
    "machines.isolate, CONNECTION_REFUSED, 403, false",
    "machines.get, RESET_AFTER, 400, false"
  })
  void anErrorSaysWhetherItsCallMayHaveActed(
      String operation, Fault.Kind first, int then, boolean expected) {
    SimulatedTenant tenant = tenantWith(operation, Occurrence.nth(1), Fault.of(first));
    tenant.faults().on(operation, Occurrence.from(2), Fault.status(then));
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> CALLS.get(operation).accept(defender, idOf(tenant)))
          .isInstanceOfSatisfying(
              DefenderException.class, e -> assertThat(e.mayHaveActed()).isEqualTo(expected));
    }
  }

  @Test
  void whatWasOnlyRefusedOrNeverSentHasNotActed() {
    for (Fault fault : List.of(Fault.status(401), Fault.status(429), Fault.connectionRefused())) {
      SimulatedTenant tenant = tenantWith("machines.changeTag", Occurrence.always(), fault);
      try (DefenderClient defender = Tenants.client(tenant).build()) {
        assertThatThrownBy(() -> CALLS.get("machines.changeTag").accept(defender, idOf(tenant)))
            .isInstanceOfSatisfying(
                DefenderException.class, e -> assertThat(e.mayHaveActed()).as("%s", e).isFalse());
      }
    }
  }

  @Test
  void aReadThatGoesOnFailingEndsWithTheLastErrorAndAllItsFacts() {
    SimulatedTenant tenant = tenantWith("machines.get", Occurrence.always(), Fault.status(503));
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> new MachinesClient(defender).get(idOf(tenant)))
          .isInstanceOfSatisfying(
              ServerErrorException.class,
              e -> {
                assertThat(e.status()).hasValue(503);
                assertThat(e.attempts()).isEqualTo(4);
                assertThat(e.isRetryable()).isTrue();
                assertThat(e.requestId()).isPresent();
                assertThat(e.operation()).contains("machines.get");
                assertThat(e)
                    .hasMessageContaining("GET /api/machines/{id}")
                    .hasMessageContaining("all attempts were used");
              });
    }
    List<JournalEntry> attempts = tenant.journal().of("machines.get");
    assertThat(attempts).hasSize(4);
    assertThat(attempts.stream().map(JournalEntry::clientRequestId).distinct()).hasSize(1);
  }

  @Test
  void aLostAnswerToAnIsolationSaysHowToFindOut() {
    SimulatedTenant tenant =
        tenantWith("machines.isolate", Occurrence.always(), Fault.resetAfter());
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachineActionsClient actions = new MachineActionsClient(defender);
      String id = idOf(tenant);
      assertThatThrownBy(() -> actions.isolate(id, Isolation.full("case 4711")))
          .isInstanceOfSatisfying(
              OutcomeUnknownException.class,
              e -> {
                assertThat(e.isRetryable()).isFalse();
                assertThat(e).hasMessageContaining("Look up what became of it");
              });
      assertThat(actions.list(q -> q.where(a -> a.machineId().eq(id))).toList()).hasSize(1);
    }
  }

  @Test
  void aMissingPermissionIsNamedBesideThoseThatTheTokenHolds() {
    SimulatedTenant tenant =
        Tenants.virtual().machines(1).roles("Machine.Read.All", "Alert.Read.All").build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(
              () ->
                  new MachineActionsClient(defender)
                      .isolate(idOf(tenant), Isolation.full("case 1")))
          .isInstanceOfSatisfying(
              ForbiddenException.class,
              e -> {
                assertThat(e.requiredPermissions()).containsExactly("Machine.Isolate");
                assertThat(e.heldPermissions())
                    .containsExactly("Machine.Read.All", "Alert.Read.All");
                assertThat(e)
                    .hasMessageContaining(
                        "Needs one of Machine.Isolate; the token holds Machine.Read.All,"
                            + " Alert.Read.All.");
              });
    }
  }

  @Test
  void whatDoesNotExistAndWhatIsUnderWayAreErrorsOfTheirOwn() {
    SimulatedTenant tenant = Tenants.virtual().machines(1).build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachineActionsClient actions = new MachineActionsClient(defender);
      assertThatThrownBy(() -> new MachinesClient(defender).get("f".repeat(40)))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("ResourceNotFound");
      actions.isolate(idOf(tenant), Isolation.full("first"));
      assertThatThrownBy(() -> actions.isolate(idOf(tenant), Isolation.full("second")))
          .isInstanceOfSatisfying(
              ConflictException.class, e -> assertThat(e.status()).hasValue(400));
    }
  }

  @Test
  void aGatewaysPageSaysNothingOfTheList() {
    SimulatedTenant tenant = tenantWith("machines.list", Occurrence.always(), Fault.htmlPage(404));
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      assertThatThrownBy(() -> new MachinesClient(defender).list().toList())
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("text/html");
    }
  }

  @Test
  void closingEndsARunningCallAndSaysWhetherItMayHaveActed() throws Exception {
    for (String operation : List.of("machines.get", "machines.isolate")) {
      SimulatedTenant tenant =
          SimulatedTenant.builder()
              .machines(1)
              .fault(operation, Occurrence.always(), Fault.stalledHeaders())
              .build();
      DefenderClient defender = Tenants.client(tenant).build();
      Throwable[] thrown = new Throwable[1];
      boolean[] flag = new boolean[1];
      Thread caller =
          new Thread(
              () -> {
                try {
                  CALLS.get(operation).accept(defender, idOf(tenant));
                } catch (DefenderException e) {
                  thrown[0] = e;
                }
                flag[0] = Thread.currentThread().isInterrupted();
              });
      caller.start();
      while (tenant.journal().of(operation).isEmpty()) {
        Thread.onSpinWait();
      }
      defender.forTenant("fabrikam.com").close(); // a view: does nothing
      defender.close();
      caller.join();
      assertThat(thrown[0])
          .isInstanceOf(
              operation.equals("machines.get")
                  ? ClosedException.class
                  : OutcomeUnknownException.class);
      assertThat(flag[0]).as("interrupt flag of the caller").isFalse();
      assertThatThrownBy(() -> new MachinesClient(defender).list().toList())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void anInterruptEndsACallAtOnceAndKeepsTheFlag() throws Exception {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .machines(1)
            .fault("machines.get", Occurrence.always(), Fault.stalledHeaders())
            .build();
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      MachinesClient machines = new MachinesClient(defender);
      Throwable[] thrown = new Throwable[1];
      boolean[] flag = new boolean[1];
      Thread caller =
          new Thread(
              () -> {
                try {
                  machines.get(idOf(tenant));
                } catch (DefenderException e) {
                  thrown[0] = e;
                  flag[0] = Thread.currentThread().isInterrupted();
                }
              });
      caller.start();
      while (tenant.journal().of("machines.get").isEmpty()) {
        Thread.onSpinWait();
      }
      caller.interrupt();
      caller.join();
      assertThat(thrown[0]).isInstanceOf(InterruptedCallException.class);
      assertThat(flag[0]).isTrue();
      assertThat(tenant.journal().of("machines.get")).hasSize(1);
    }
  }

  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (Fault.Kind kind :
        List.of(
            Fault.Kind.CONNECTION_REFUSED,
            Fault.Kind.RESET_BEFORE,
            Fault.Kind.RESET_AFTER,
            Fault.Kind.STALLED_HEADERS,
            Fault.Kind.STALLED_BODY,
            Fault.Kind.TRUNCATED_BODY,
            Fault.Kind.GARBAGE_BODY,
            Fault.Kind.CORRUPT_GZIP,
            Fault.Kind.EMPTY_BODY,
            Fault.Kind.WRONG_CONTENT_TYPE)) {
      faults.put(kind.name(), Fault.of(kind));
    }
    faults.put("DELAY", Fault.delay(Duration.ofSeconds(20)));
    faults.put("HTML_PAGE 502", Fault.htmlPage(502));
    for (int status : new int[] {400, 401, 403, 404, 409, 429, 500, 502, 503, 504}) {
      faults.put(String.valueOf(status), Fault.status(status));
    }
    return faults;
  }

  private static String outcome(String operation, Fault fault) {
    SimulatedTenant tenant = tenantWith(operation, Occurrence.nth(1), fault);
    String result = "ok";
    try (DefenderClient defender = Tenants.client(tenant).build()) {
      CALLS.get(operation).accept(defender, idOf(tenant));
    } catch (DefenderException e) {
      result = e.kind().name();
    }
    long arrived =
        tenant.journal().of(operation).stream()
            .filter(e -> !String.valueOf(e.fault()).contains("CONNECTION_REFUSED"))
            .count();
    int effects = tenant.journal().effects().size();
    return result + " " + arrived + (effects == 0 ? "" : ", " + effects + " effect");
  }

  private static SimulatedTenant tenantWith(String operation, Occurrence when, Fault fault) {
    return Tenants.virtual().machines(1).fault(operation, when, fault).build();
  }

  private static String idOf(SimulatedTenant tenant) {
    return tenant.machines().ids().get(0);
  }

  private static String pad(String text, int width) {
    return String.format(Locale.ROOT, "%-" + width + "s", text);
  }

  private static String trimmed(String table) {
    return table.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
  }
}
