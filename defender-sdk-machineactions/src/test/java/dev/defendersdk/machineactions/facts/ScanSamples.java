package dev.defendersdk.machineactions.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.machineactions.scans.ScanAgent;
import dev.defendersdk.machineactions.scans.ScanAgentsClient;
import dev.defendersdk.machineactions.scans.ScanDefinition;
import dev.defendersdk.machineactions.scans.ScanDefinitionUpdate;
import dev.defendersdk.machineactions.scans.ScanDefinitionsClient;
import dev.defendersdk.machineactions.scans.ScanHistory;
import dev.defendersdk.machineactions.scans.ScanOperations;
import dev.defendersdk.machineactions.scans.ScanTargets;
import dev.defendersdk.machineactions.scans.SnmpAuthentication;
import dev.defendersdk.machineactions.scans.WindowsAuthType;
import dev.defendersdk.machineactions.scans.WindowsAuthentication;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Given;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the SDK has for each of the samples of authenticated scans. */
final class ScanSamples {

  private static final String ONE = "{\"id\":\"60c4aa57\"}";

  static final Area AREA =
      new Area(
          Map.of(
              "get-scan-definitions.response.json",
              new Reads<>(
                  ScanDefinition.class,
                  true,
                  (c, u) -> new ScanDefinitionsClient(c).list().toList(),
                  true),
              "add-scan-definition.response.json",
              definition(),
              "update-scan-definition.response.json",
              definition(),
              "get-scan-agents.response.json",
              new Reads<>(
                  ScanAgent.class, true, (c, u) -> new ScanAgentsClient(c).list().toList(), true),
              // One agent, but wrapped in an array.
              "get-scan-agent.response.json",
              new Reads<>(
                  ScanAgent.class,
                  true,
                  (c, u) -> List.of(new ScanAgentsClient(c).get(u.getPath().split("/")[3])),
                  true),
              "get-scan-history-by-definition.response.json",
              history("4ad8d463"),
              "get-scan-history-by-definition-top.response.json",
              history("4ad8d463"),
              "get-scan-history-by-session.response.json",
              history(null)),
          Map.of(
              "add-scan-definition.request.json",
              new Sends(
                  ScanOperations.ADD,
                  200,
                  ONE,
                  (c, g) ->
                      new ScanDefinitionsClient(c)
                          .add(
                              d ->
                                  d.scanName(g.text("scanName"))
                                      .active(g.body().get("isActive").booleanValue())
                                      .targets(targets(g))
                                      .intervalInHours(g.body().get("intervalInHours").intValue())
                                      .scannerAgent(
                                          g.body().at("/scannerAgent/machineId").textValue())
                                      .authentication(authentication(g)))),
              "update-scan-definition.request.json",
              new Sends(
                  ScanOperations.UPDATE,
                  200,
                  ONE,
                  (c, g) ->
                      new ScanDefinitionsClient(c)
                          .update(
                              g.id(),
                              ScanDefinitionUpdate.nothing()
                                  .scanName(g.text("scanName"))
                                  .active(g.body().get("isActive").booleanValue())
                                  .targets(targets(g))
                                  .intervalInHours(g.body().get("intervalInHours").intValue())
                                  .authentication(authentication(g)))),
              "delete-scan-definitions.request.json",
              new Sends(
                  ScanOperations.BATCH_DELETE,
                  200,
                  "",
                  (c, g) -> new ScanDefinitionsClient(c).delete(g.texts("ScanDefinitionIds"))),
              "get-scan-history-by-definition.request.json",
              new Sends(
                  ScanOperations.HISTORY_BY_DEFINITION,
                  200,
                  "{\"value\":[]}",
                  (c, g) ->
                      new ScanDefinitionsClient(c)
                          .historyByDefinition(g.texts("ScanDefinitionIds"))
                          .toList()),
              "get-scan-history-by-session.request.json",
              new Sends(
                  ScanOperations.HISTORY_BY_SESSION,
                  200,
                  "{\"value\":[]}",
                  (c, g) ->
                      new ScanDefinitionsClient(c)
                          .historyBySession(g.texts("SessionIds"))
                          .toList())),
          Map.of(),
          Map.of(),
          Map.of());

  private ScanSamples() {}

  private static Reads<ScanDefinition> definition() {
    return new Reads<>(
        ScanDefinition.class,
        false,
        (c, u) ->
            List.of(
                new ScanDefinitionsClient(c)
                    .add(
                        d ->
                            d.scanName("switches")
                                .scannerAgent("0f")
                                .intervalInHours(1)
                                .targets(ScanTargets.addresses(List.of("10.0.0.7")))
                                .authentication(SnmpAuthentication.user("scanner")))),
        false);
  }

  /**
   * A history.
   *
   * @param definitionId whose; null for one by session
   */
  static Reads<ScanHistory> history(@Nullable String definitionId) {
    return new Reads<>(
        ScanHistory.class,
        true,
        (c, u) ->
            definitionId == null
                ? new ScanDefinitionsClient(c).historyBySession(List.of("01de")).toList()
                : new ScanDefinitionsClient(c).historyByDefinition(List.of(definitionId)).toList(),
        false);
  }

  private static ScanTargets targets(Given given) {
    return ScanTargets.addresses(List.of(given.text("target").split(",")));
  }

  private static WindowsAuthentication authentication(Given given) {
    JsonNode params = given.body().get("scanAuthenticationParams");
    return WindowsAuthentication.of(
            WindowsAuthType.of(params.get("type").textValue()), params.get("username").textValue())
        .domain(params.get("domain").textValue());
  }
}
