package dev.defendersdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.testkit.SimulatedTenant;
import dev.defendersdk.testkit.VirtualTime;
import dev.defendersdk.testkit.fleet.Fleet;
import dev.defendersdk.testkit.journal.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The starter does what it says, by the tenant's journal. */
class FirstPlaybookTest {

  @Test
  void theRiskiestMachineIsIsolatedAndReleased() {
    SimulatedTenant tenant =
        SimulatedTenant.builder()
            .time(VirtualTime.startingAt(Instant.parse("2026-11-24T08:00:00Z")))
            .seed(4711)
            .fleet(Fleet.of(250).withOfflineForever(0))
            .build();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DefenderClient defender =
        tenant.connect(DefenderClient.builder()).partner("Contoso", "Test", "1.0.0").build()) {
      new FirstPlaybook(new PrintStream(out, true, StandardCharsets.UTF_8)).play(defender);
    }

    List<JournalEntry> effects = tenant.journal().effects();
    assertThat(effects.stream().map(JournalEntry::operationId).filter(Objects::nonNull))
        .containsExactly(
            "machines.changeTag", "machines.isolate", "machines.unisolate", "machines.changeTag");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Isolated: Succeeded", "Released: Succeeded", "Done.");
    assertThat(FirstPlaybook.table(effects)).contains("machines.isolate", "201");
  }
}
