package dev.defendersdk.gates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.testkit.SimulatedTenant;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The simulated tenant serves what the SDK calls, and hardly more. That both say the same of each
 * operation is tested by the modules.
 */
class TenantOperationsTest {

  private static final Set<String> OF_THE_TENANT_ALONE =
      Set.of(
          // No operations of the SDK: signing in is the library's.
          "signIn.token",
          "signIn.tokenV1",
          "signIn.adminConsent",
          // No operation of the service: a host that signed links lead to.
          "storage.get",
          // For those who test other clients; the SDK has it not: see what machineactions leaves
          // out.
          "machines.find");

  @Test
  void theTenantServesWhatTheSdkCalls() throws IOException {
    Set<String> served = new TreeSet<>();
    try (InputStream table = SimulatedTenant.class.getResourceAsStream("operations.json")) {
      for (JsonNode entry : new ObjectMapper().readTree(table).get("operations")) {
        served.add(entry.get("id").textValue());
      }
    }
    Set<String> expected =
        AllOperations.list().stream()
            .map(Operation::id)
            .collect(Collectors.toCollection(TreeSet::new));
    expected.addAll(OF_THE_TENANT_ALONE);
    assertThat(served).isEqualTo(expected);
  }
}
