package dev.defendersdk.alerts;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.EventReference;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.OperationChecks;
import dev.defendersdk.testsupport.facts.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The operations of alerts on Defender's API. */
class OperationsTest extends OperationChecks {

  private static final UnaryOperator<AlertUpdate> EVERYTHING =
      u ->
          u.status(AlertStatus.RESOLVED)
              .assignedTo("ada@contoso.example")
              .classification(AlertClassification.TRUE_POSITIVE)
              .determination(AlertDetermination.PHISHING)
              .comment("case 4711");

  OperationsTest() {
    super(Facts.beside(OperationsTest.class), AlertOperations.class);
  }

  @Override
  protected boolean isOurs(JsonNode entry) {
    return Set.of("alerts", "incidents").contains(entry.get("area").textValue())
        || entry.get("entity").asText().equals("Collection(Alert)");
  }

  @Override
  protected Map<String, Consumer<Wire>> bodies() {
    return Map.ofEntries(
        entry("alerts.update", wire -> new AlertsClient(wire.client()).update("a1", EVERYTHING)),
        entry(
            "alerts.batchUpdate",
            wire -> new AlertsClient(wire.client()).batchUpdate(List.of("a1"), EVERYTHING)),
        entry(
            "alerts.createByReference",
            wire ->
                new AlertsClient(wire.client())
                    .createByReference(
                        new EventReference("0f", Tenants.NOW, "7"), AlertsTest::filled)));
  }

  /** By what they are of an alert. */
  @Override
  protected String entity(String name) {
    return Map.of("Domain", "RelatedDomain", "Ip", "RelatedIp").getOrDefault(name, name);
  }
}
