package dev.defendersdk.machineactions.facts;

import static dev.defendersdk.testsupport.facts.JsonTrees.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.machineactions.actions.MachineActionsClient;
import dev.defendersdk.machineactions.health.DeviceHealthClient;
import dev.defendersdk.machineactions.health.ExportFiles;
import dev.defendersdk.machineactions.liveresponse.LiveResponseClient;
import dev.defendersdk.testsupport.facts.SharedApi;
import dev.defendersdk.testsupport.facts.Wire;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The service's samples of links, and of what is behind them. */
class LinkSamplesTest {

  @TestFactory
  Stream<DynamicTest> theSamplesAreRead() {
    return SharedApi.find().stream()
        .flatMap(
            api ->
                Stream.of(
                    dynamicTest("package", () -> packageLink(api)),
                    dynamicTest("live response", () -> resultLink(api)),
                    dynamicTest("device health", () -> exportFiles(api))));
  }

  private static void packageLink(SharedApi api) {
    String text = api.text("samples/machine-actions/get-package-sas-uri.response.json");
    Wire wire = Wire.answering(200, text);
    String quoted = parse(text).get("value").textValue();
    assertThat(quoted).startsWith("\"").endsWith("\"");
    assertThat(new MachineActionsClient(wire.client()).packageLink("a7c1").uri())
        .hasToString(quoted.substring(1, quoted.length() - 1));
    assertThat(wire.only().uri().getPath()).isEqualTo("/api/machineactions/a7c1/getPackageUri");
  }

  private static void resultLink(SharedApi api) {
    String text = api.text("samples/live-response/get-live-response-result.response.json");
    Wire wire = Wire.answering(200, text);
    assertThat(new LiveResponseClient(wire.client()).resultLink("a7c1", 3).uri())
        .hasToString(parse(text).get("value").textValue());
    assertThat(wire.only().uri().getPath())
        .isEqualTo("/api/machineactions/a7c1/GetLiveResponseResultDownloadLink(index=3)");
  }

  private static void exportFiles(SharedApi api) {
    String text = api.text("samples/device-health/device-av-health-files.response.json");
    Wire wire = Wire.answering(200, text);
    ExportFiles files = new DeviceHealthClient(wire.client()).exportFiles(6);
    List<String> links = files.exportFiles().stream().map(link -> link.uri().toString()).toList();
    assertThat(links)
        .isEqualTo(
            Stream.of(parse(text).get("exportFiles"))
                .flatMap(array -> Stream.of(array.get(0), array.get(1)))
                .map(JsonNode::textValue)
                .toList());
    assertThat(files.generatedTime()).isNotNull();
    assertThat(wire.only().uri().getQuery()).isEqualTo("sasValidHours=6");
  }
}
