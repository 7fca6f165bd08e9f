package dev.defendersdk.machineactions.facts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.machineactions.liveresponse.LibraryFile;
import dev.defendersdk.machineactions.liveresponse.LibraryFilesClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.machineactions.liveresponse.LiveResponseOperations;
import dev.defendersdk.machineactions.liveresponse.LiveResponseRequest;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Given;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import java.util.Map;

/** What the SDK has for each of the samples of live response and its library. */
final class LiveResponseSamples {

  static final Area AREA =
      new Area(
          Map.of(
              "list-library-files.response.json",
              new Reads<>(
                  LibraryFile.class,
                  true,
                  (c, uri) -> new LibraryFilesClient(c).list().toList(),
                  true),
              "run-live-response.response.json",
              SampleCalls.action()),
          Map.of(
              "run-live-response.request.json",
              new Sends(
                  LiveResponseOperations.RUN,
                  201,
                  "{\"id\":\"a7c1\"}",
                  (client, g) -> new LiveResponseClient(client).run(g.id(), session(g)))),
          Map.of(),
          Map.of(),
          Map.of(
              "get-live-response-result.response.json", "a link: LinkSamplesTest reads it",
              "live-response-script-transcript.response.json",
                  "comes from the storage host: LinkSamplesTest reads it"));

  private LiveResponseSamples() {}

  private static LiveResponseRequest session(Given given) {
    LiveResponseRequest request = LiveResponseRequest.because(given.text("Comment"));
    for (JsonNode command : given.body().get("Commands")) {
      JsonNode params = command.get("params");
      String first = params.get(0).get("value").textValue();
      request =
          switch (command.get("type").textValue()) {
            case "PutFile" -> request.putFile(first);
            case "RunScript" -> request.runScript(first, params.get(1).get("value").textValue());
            default -> request.getFile(first);
          };
    }
    return request;
  }
}
