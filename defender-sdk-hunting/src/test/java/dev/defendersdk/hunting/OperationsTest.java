package dev.defendersdk.hunting;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.testsupport.facts.Facts;
import dev.defendersdk.testsupport.facts.OperationChecks;
import dev.defendersdk.testsupport.facts.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The operations of hunting. */
class OperationsTest extends OperationChecks {

  private static final HuntingQuery QUERY = HuntingQuery.of("T");

  OperationsTest() {
    super(Facts.beside(OperationsTest.class), HuntingOperations.class);
  }

  @Override
  protected boolean isOurs(JsonNode entry) {
    return entry.get("id").textValue().contains("hunting.");
  }

  @Override
  @SuppressWarnings("deprecation") // on purpose: the old route is offered until it ends
  protected Map<String, Consumer<Wire>> bodies() {
    return Map.ofEntries(
        entry(
            "graph.hunting.run",
            wire ->
                new HuntingClient(wire.client())
                    .run(
                        QUERY
                            .timespan(HuntingTimespan.last(Duration.ofDays(1)))
                            .workspaceId("0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e"))),
        entry(
            "hunting.runEndpointQuery",
            wire -> new HuntingClient(wire.client()).runOnDefender(QUERY)));
  }

  /** Counted over all applications of a tenant. */
  @Override
  protected Quota quota(String id, int perMinute, int perHour) {
    String group = id.equals("graph.hunting.run") ? "graph.hunting" : id;
    return new Quota(group, perMinute, perHour, Quota.Scope.TENANT);
  }
}
