package dev.defendersdk.alerts.graph;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.OperationChecks;
import dev.defendersdk.testsupport.facts.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The operations on alerts and incidents of Microsoft Graph. */
class OperationsTest extends OperationChecks {

  private static final Map<String, String> ENTITIES =
      Map.of(
          "alert", "SecurityAlert",
          "incident", "Incident",
          "alertComment", "SecurityAlertComment",
          "mergeResponse", "MergeResponse");

  OperationsTest() {
    super(
        Facts.beside(OperationsTest.class),
        SecurityAlertOperations.class,
        IncidentOperations.class);
  }

  @Override
  protected boolean isOurs(JsonNode entry) {
    String id = entry.get("id").textValue();
    return id.startsWith("graph.alerts.") || id.startsWith("graph.incidents.");
  }

  @Override
  protected String entity(String name) {
    return ENTITIES.get(name);
  }

  @Override
  protected Map<String, Consumer<Wire>> bodies() {
    return Map.ofEntries(
        entry(
            "graph.alerts.update",
            wire ->
                new SecurityAlertsClient(wire.client())
                    .update(
                        "da1",
                        u ->
                            u.status(SecurityAlertStatus.RESOLVED)
                                .classification(SecurityAlertClassification.TRUE_POSITIVE)
                                .determination(SecurityAlertDetermination.MALWARE)
                                .assignedTo("ada@contoso.example"))),
        entry(
            "graph.alerts.addComment",
            wire -> new SecurityAlertsClient(wire.client()).addComment("da1", "case 4711")),
        entry(
            "graph.alerts.move",
            wire ->
                new SecurityAlertsClient(wire.client())
                    .move(
                        AlertMove.of(List.of("da1"))
                            .toIncident("7")
                            .comment("case 4711")
                            .because(CorrelationReason.SAME_ACTOR))),
        entry(
            "graph.incidents.update",
            wire ->
                new IncidentsClient(wire.client())
                    .update(
                        "7",
                        u ->
                            u.status(IncidentStatus.RESOLVED)
                                .severity(SecurityAlertSeverity.LOW)
                                .classification(SecurityAlertClassification.TRUE_POSITIVE)
                                .determination(SecurityAlertDetermination.MALWARE)
                                .assignedTo("ada@contoso.example")
                                .customTags(List.of("case 4711"))
                                .displayName("Case 4711")
                                .description("what happened")
                                .summary("in short")
                                .resolvingComment("all done"))),
        entry(
            "graph.incidents.addComment",
            wire -> new IncidentsClient(wire.client()).addComment("7", "case 4711")),
        entry(
            "graph.incidents.merge",
            wire ->
                new IncidentsClient(wire.client())
                    .merge(
                        IncidentMerge.of(List.of("7", "8"))
                            .comment("case 4711")
                            .because(CorrelationReason.SAME_CAMPAIGN))));
  }

  @Override
  protected void checkBody(Operation<?> operation, Set<String> taken, Set<String> sent) {
    assertThat(sent).as("the SDK can send all that the operation takes").isEqualTo(taken);
  }

  /** Counted together. */
  @Override
  protected Quota quota(String id, int perMinute, int perHour) {
    return new Quota("graph.security", perMinute, perHour);
  }
}
