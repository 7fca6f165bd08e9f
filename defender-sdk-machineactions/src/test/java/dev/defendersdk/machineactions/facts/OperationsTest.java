package dev.defendersdk.machineactions.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.health.DeviceHealthOperations;
import dev.defendersdk.machineactions.investigations.InvestigationOperations;
import dev.defendersdk.machineactions.liveresponse.LibraryFileOperations;
import dev.defendersdk.machineactions.liveresponse.LiveResponseOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.scans.ScanOperations;
import dev.defendersdk.machineactions.users.UserOperations;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.OperationChecks;
import dev.defendersdk.testsupport.facts.Wire;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The operations of this module. */
class OperationsTest extends OperationChecks {

  private static final Set<String> OUR_AREAS =
      Set.of(
          "machines",
          "machine-actions",
          "live-response",
          "investigations",
          "authenticated-scans",
          "device-health");

  OperationsTest() {
    super(
        Facts.beside(OperationsTest.class),
        MachineOperations.class,
        MachineActionOperations.class,
        LiveResponseOperations.class,
        LibraryFileOperations.class,
        UserOperations.class,
        InvestigationOperations.class,
        ScanOperations.class,
        DeviceHealthOperations.class);
  }

  @Override
  protected boolean isOurs(JsonNode entry) {
    return OUR_AREAS.contains(entry.get("area").textValue());
  }

  @Override
  protected Map<String, Consumer<Wire>> bodies() {
    return BodyCalls.ALL;
  }

  @Override
  protected void checkBody(Operation<?> operation, Set<String> taken, Set<String> sent) {
    assertThat(sent)
        .as("the service refuses to be told where a request comes from")
        .doesNotContain("RequestSource");
    // Only a machine action tells the caller's id again; an investigation does not.
    boolean startsAnAction =
        operation.id().startsWith("machines.") && operation.answer().type() == MachineAction.class;
    assertThat(sent.contains("ExternalId"))
        .as("carries an id of the caller's own")
        .isEqualTo(startsAnAction && taken.contains("ExternalId"));
  }

  // The schema has one type for both histories, and so have we.
  @Override
  protected String entity(String name) {
    return name.equals("ScanSessionHistory") ? "ScanHistory" : name;
  }
}
