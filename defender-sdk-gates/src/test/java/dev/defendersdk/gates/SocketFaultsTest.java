package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.CallOptions;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.DefenderClientBuilder;
import dev.defendersdk.core.DefenderCloud;
import dev.defendersdk.core.call.Call;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.TenantServer;
import dev.defendersdk.testkit.journal.JournalEntry;
import dev.defendersdk.testkit.rules.Fault;
import dev.defendersdk.testkit.rules.Occurrence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of fault once more over a socket and in real time, on a read and on an acting call: the
 * outcome is the same as in process, nothing acts twice, and nothing is left over.
 */
@Timeout(120)
class SocketFaultsTest {

  private static final List<Operation<?>> OPERATIONS =
      List.of(MachineOperations.GET, MachineActionOperations.ISOLATE);

  // Short, for what stalls takes it whole; the call may take long all the same.
  private static final CallOptions OPTIONS =
      CallOptions.defaults().attemptTimeout(Duration.ofSeconds(2)).deadline(Duration.ofMinutes(1));

  /** What the tenant can do to a socket by itself, but for those that a relay does below. */
  static List<Trouble> troubles() {
    List<Fault.Kind> elsewhere =
        List.of(
            Fault.Kind.CONNECTION_REFUSED,
            Fault.Kind.IDLE_CONNECTION_CLOSED,
            Fault.Kind.RESET_WHILE_SENDING,
            Fault.Kind.DROPPED,
            Fault.Kind.DELAY);
    return Trouble.all().stream()
        .filter(trouble -> !elsewhere.contains(trouble.fault().kind()))
        .filter(trouble -> trouble.hint() == null || trouble.hint().toSeconds() > 60)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void theFirstExchangeGoesWrong(Trouble trouble) {
    for (Operation<?> operation : OPERATIONS) {
      SimulatedTenant tenant =
          SimulatedTenant.builder()
              .machines(1)
              .fault(operation.id(), Occurrence.nth(1), trouble.fault())
              .build();
      try (TenantServer server = tenant.serve();
          DefenderClient defender = client(tenant, server).build()) {
        Trouble.Outcome expected = trouble.on(operation, false, Duration.ofMinutes(1), false);
        assertOutcome(operation, trouble.name(), expected, tenant, defender);
      }
    }
  }

  @Test
  void nobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Trouble refused = named("connection refused");
    for (Operation<?> operation : OPERATIONS) {
      SimulatedTenant tenant = SimulatedTenant.builder().machines(1).build();
      try (TenantServer server = tenant.serve();
          DefenderClient defender =
              client(tenant, server)
                  .cloud(through("http://127.0.0.1:" + free, tenant, server))
                  .build()) {
        Trouble.Outcome expected = refused.on(operation, true, Duration.ofMinutes(1), false);
        assertOutcome(operation, refused.name(), expected, tenant, defender);
      }
    }
  }

  @Test
  void anIdleConnectionIsClosedUnderTheRequest() throws Exception {
    // The JDK itself sends a read again on another connection, so the SDK sees nothing of it.
    relayed(Relay.Fault.CLOSE, named("idle connection closed"));
  }

  @Test
  void theConnectionIsResetWithinTheRequest() throws Exception {
    relayed(Relay.Fault.RESET, named("reset while sending"));
  }

  @Test
  void theRequestIsLostOnItsWay() throws Exception {
    relayed(Relay.Fault.DROP, named("silently dropped"));
  }

  /** The second request meets the fault: it goes out on a connection that has served one. */
  private static void relayed(Relay.Fault fault, Trouble trouble) throws Exception {
    for (Operation<?> operation : OPERATIONS) {
      SimulatedTenant tenant = SimulatedTenant.builder().machines(1).build();
      try (TenantServer server = tenant.serve();
          Relay relay = new Relay(server.baseUri().getPort(), fault, 2)) {
        try (DefenderClient defender =
            client(tenant, server).cloud(through(relay.root(), tenant, server)).build()) {
          defender.execute(Call.of(MachineOperations.LIST));
          Trouble.Outcome expected = trouble.on(operation, false, Duration.ofMinutes(1), false);
          DefenderException thrown = execute(operation, tenant, defender);
          assertThat(thrown == null ? null : thrown.kind())
              .as("%s on %s: %s", trouble, operation.id(), thrown)
              .isEqualTo(expected.error());
          // What was lost on its way reached nobody; what was sent again did, once.
          assertThat(tenant.journal().of(operation.id())).hasSize(expected.error() == null ? 1 : 0);
        }
        if (Runtime.version().feature() >= 21) { // before, idle connections end when collected
          while (relay.open() > 0) {
            Thread.onSpinWait();
          }
        }
      }
    }
  }

  private static void assertOutcome(
      Operation<?> operation,
      String fault,
      Trouble.Outcome expected,
      SimulatedTenant tenant,
      DefenderClient defender) {
    DefenderException thrown = execute(operation, tenant, defender);
    assertThat(thrown == null ? null : thrown.kind())
        .as("%s on %s: %s", fault, operation.id(), thrown)
        .isEqualTo(expected.error());
    List<JournalEntry> effects = tenant.journal().effects();
    assertThat(effects).as("%s on %s", fault, operation.id()).hasSizeLessThanOrEqualTo(1);
    if (thrown == null && operation == MachineActionOperations.ISOLATE) {
      assertThat(effects).as("%s on %s", fault, operation.id()).hasSize(1);
    }
  }

  private static DefenderException execute(
      Operation<?> operation, SimulatedTenant tenant, DefenderClient defender) {
    try {
      defender.execute(new ValidCalls(tenant, defender).of(operation), OPTIONS);
      return null;
    } catch (DefenderException e) {
      return e;
    }
  }

  private static Trouble named(String name) {
    return Trouble.all().stream()
        .filter(trouble -> trouble.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static DefenderClientBuilder client(SimulatedTenant tenant, TenantServer server) {
    return tenant
        .connect(DefenderClient.builder(), server)
        .partner("Contoso", "NetShield", "4.2.0");
  }

  /** Signs in at the server, and calls Defender through something in between. */
  private static DefenderCloud through(String root, SimulatedTenant tenant, TenantServer server) {
    return DefenderCloud.builder()
        .authority(server.authorityUri().toString())
        .defender(root)
        .defenderAudience(tenant.defenderAudience())
        .build();
  }

  @AfterAll
  static void noThreadOfAnyClientIsLeft() throws Exception {
    Leftovers.assertThreadsEnd(Leftovers.LONG_ENOUGH, "defender-sdk-");
  }
}
