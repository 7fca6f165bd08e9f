package dev.defendersdk.machineactions.facts;

import dev.defendersdk.machineactions.investigations.Investigation;
import dev.defendersdk.machineactions.investigations.InvestigationOperations;
import dev.defendersdk.machineactions.investigations.InvestigationsClient;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import java.util.List;
import java.util.Map;

/** What the SDK has for each of the samples of investigations. */
final class InvestigationSamples {

  static final Area AREA =
      new Area(
          Map.of(
              "investigation-entity.response.json",
              new Reads<>(
                  Investigation.class,
                  false,
                  (c, u) -> List.of(new InvestigationsClient(c).get("63004")),
                  false),
              "get-investigations.response.json",
              new Reads<>(
                  Investigation.class,
                  true,
                  (c, u) -> new InvestigationsClient(c).list().toList(),
                  true)),
          Map.of(
              "start-investigation.request.json",
              new Sends(
                  InvestigationOperations.START,
                  201,
                  "{\"id\":\"63004\"}",
                  (client, g) ->
                      new InvestigationsClient(client).start(g.id(), g.text("Comment")))),
          Map.of(),
          Map.of(),
          Map.of());

  private InvestigationSamples() {}
}
