package dev.defendersdk.machineactions.facts;

import static dev.defendersdk.machineactions.facts.JsonTrees.meaning;
import static dev.defendersdk.machineactions.facts.JsonTrees.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.machineactions.facts.SampleCalls.Area;
import dev.defendersdk.machineactions.facts.SampleCalls.Reads;
import dev.defendersdk.machineactions.facts.SampleCalls.Sends;
import dev.defendersdk.machineactions.machines.MachinesClient;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The service's samples: answers are read, directly and through the client, with nothing lost, and
 * requests that the SDK sends equal them. What {@link SampleCalls} says of each sample is done with
 * the reference's samples where it is at hand, and always with fixtures of the project's own.
 */
class SamplesTest {

  private static final Set<String> AREAS =
      Set.of(
          "machines",
          "machine-actions",
          "live-response",
          "investigations",
          "authenticated-scans",
          "odata",
          "transport");

  @TestFactory
  Stream<DynamicTest> theReferencesSamples() {
    return SharedApi.find().stream()
        .flatMap(api -> AREAS.stream().sorted().flatMap(area -> samples(api, area)));
  }

  private static Stream<DynamicTest> samples(SharedApi api, String area) {
    List<DynamicTest> tests = new ArrayList<>();
    Area known = SampleCalls.of(area);
    for (JsonNode sample : api.json("samples/" + area + "/index.json").get("samples")) {
      String file = sample.get("file").textValue();
      String text = api.text("samples/" + area + "/" + file);
      URI uri =
          URI.create(
              sample
                  .path("url")
                  .asText("")
                  .replace("{machineId}", "0f") // where a page has no id for it
                  .replace(" ", "%20")
                  .replace("{", "%7B")
                  .replace("}", "%7D"));
      tests.add(
          dynamicTest(
              area + "/" + file,
              () ->
                  check(
                      known,
                      file,
                      text,
                      sample.path("method").asText(),
                      uri,
                      sample.path("status").asInt())));
    }
    return tests.stream();
  }

  /** Its folder has no index. */
  @TestFactory
  Stream<DynamicTest> theReferencesSampleOfHealth() {
    return SharedApi.find().stream()
        .map(
            api ->
                dynamicTest(
                    "device-health",
                    () ->
                        answerIsReadWithNothingLost(
                            SampleCalls.health(),
                            api.text("samples/device-health/list-device-av-info.response.json"),
                            URI.create(""))));
  }

  private static void check(
      Area known, String file, String text, String method, URI uri, int status) {
    if (known.answers().containsKey(file)) {
      answerIsReadWithNothingLost(known.answers().get(file), text, uri);
    } else if (known.requests().containsKey(file)) {
      requestIsSentAlike(known.requests().get(file), text, method, uri);
    } else if (known.errors().containsKey(file)) {
      errorIsReadWithNothingLost(known.errors().get(file), text, status);
    } else if (known.signIns().contains(file)) {
      tokenIsReadAndSent(text);
    } else {
      assertThat(known.leftOut())
          .as("samples that are left out, with the reason")
          .containsKey(file);
    }
  }

  /** Nothing is said of a sample that does not exist. */
  @TestFactory
  Stream<DynamicTest> everySampleThatIsSpokenOfExists() {
    return SharedApi.find().stream()
        .flatMap(
            api ->
                AREAS.stream()
                    .map(
                        area ->
                            dynamicTest(
                                area,
                                () -> {
                                  Set<String> files = new TreeSet<>();
                                  api.json("samples/" + area + "/index.json")
                                      .get("samples")
                                      .forEach(s -> files.add(s.get("file").textValue()));
                                  assertThat(SampleCalls.of(area).files()).isEqualTo(files);
                                })));
  }

  @TestFactory
  Stream<DynamicTest> fixturesOfOurOwnAreReadWithNothingLost() {
    return Stream.of(
            Map.entry("machine.json", Reads.machine()),
            Map.entry("machine-sparse.json", Reads.machine()),
            Map.entry("machines.json", Reads.machines()),
            Map.entry("action.json", Reads.action()),
            Map.entry("action-live-response.json", Reads.action()),
            Map.entry("actions.json", Reads.actions()),
            Map.entry("users.json", Reads.users()),
            Map.entry("scan-history.json", ScanSamples.history(null)),
            Map.entry("device-av-info.json", SampleCalls.health()))
        .map(
            f ->
                dynamicTest(
                    f.getKey(),
                    () ->
                        answerIsReadWithNothingLost(
                            f.getValue(),
                            Facts.resource("fixtures/" + f.getKey()),
                            URI.create(""))));
  }

  @TestFactory
  Stream<DynamicTest> requestsOfOurOwnAreSentAlike() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode request : parse(Facts.resource("fixtures/requests.json"))) {
      String name = request.get("name").textValue();
      tests.add(
          dynamicTest(
              name,
              () ->
                  requestIsSentAlike(
                      SampleRequests.BY_NAME.get(name),
                      request.get("body").toString(),
                      request.get("method").textValue(),
                      URI.create(
                          "https://api.security.microsoft.com"
                              + request.get("path").textValue()))));
    }
    return tests.stream();
  }

  @Test
  void errorsOfOurOwnAreReadWithNothingLost() {
    errorIsReadWithNothingLost(
        ErrorKind.NOT_FOUND,
        "{\"error\":{\"code\":\"ResourceNotFound\",\"message\":\"No such machine: 0f\","
            + "\"target\":\"0c6c2f0e-7d06-4f2e-9a5c-1f0a3b1c2d3e\"}}",
        404);
  }

  @Test
  void tokensOfOurOwnAreReadAndSent() {
    tokenIsReadAndSent(
        "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"eyJhbGciOi.opaque.x\"}");
  }

  private static void answerIsReadWithNothingLost(Reads<?> reads, String text, URI asked) {
    JsonNode answer = parse(text);
    List<JsonNode> entities = new ArrayList<>();
    if (reads.isList()) {
      answer.get("value").forEach(entities::add);
      assertThat(entities).isNotEmpty();
    } else {
      entities.add(answer);
    }
    for (JsonNode entity : entities) {
      Object read = Json.read(reads.type(), entity.toString());
      assertThat(meaning(parse(Json.write(read)), reads.type()))
          .as("read and written again")
          .isEqualTo(meaning(entity, reads.type()));
    }

    Wire wire = Wire.answering(200, text);
    List<?> received = reads.call().apply(wire.client(), asked);
    assertThat(received.stream().map(e -> meaning(parse(Json.write(e)), reads.type())))
        .as("received by the client")
        .isEqualTo(entities.stream().map(e -> meaning(e, reads.type())).toList());
    if (reads.sendsTheSamplesUrl()) {
      URI sent = wire.only().uri();
      assertThat(wire.only().method()).isEqualTo("GET");
      assertThat(sent.getPath()).isEqualTo(asked.getPath());
      assertThat(decoded(sent)).isEqualTo(decoded(asked));
    }
  }

  // The sample's own values are given to the SDK, so that the whole request must be the sample.
  private static void requestIsSentAlike(Sends sends, String body, String method, URI uri) {
    Wire wire = Wire.answering(sends.status(), sends.answer());
    sends.call().accept(wire.client(), new SampleCalls.Given(parse(body), uri));
    Wire.Sent sent = wire.only();
    assertThat(sent.method()).isEqualTo(method).isEqualTo(sends.operation().method());
    assertThat(sent.uri().getPath()).isEqualTo(uri.getPath());
    assertThat(sent.uri().getPath())
        .matches(sends.operation().path().replaceAll("\\{[^}]+}", "[^/]+"));
    // Whose default for a page is not known is asked for large ones, which no sample does.
    int top = sends.operation().largestPage();
    assertThat(decoded(sent.uri())).isEqualTo(top == 0 ? Set.of() : Set.of("$top=" + top));
    assertThat(sent.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(parse(sent.body())).isEqualTo(parse(body));
  }

  private static void errorIsReadWithNothingLost(ErrorKind kind, String text, int status) {
    JsonNode error = parse(text).get("error");
    DefenderException thrown =
        catchThrowableOfType(
            DefenderException.class,
            () -> new MachinesClient(Wire.answering(status, text).client()).get("0f"));
    assertThat(thrown.kind()).isEqualTo(kind);
    assertThat(thrown.status()).hasValue(status);
    assertThat(thrown.code()).contains(error.get("code").textValue());
    assertThat(thrown.serviceMessage()).contains(error.get("message").textValue());
    assertThat(thrown.requestId()).contains(error.get("target").textValue());
  }

  // Sign-in and call share the wire: the call's answer is the token's too, which is no matter.
  private static void tokenIsReadAndSent(String sample) {
    // One page cuts its token short in words, which no token holds.
    String text = sample.replace(" <truncated> ", "");
    Wire wire = Wire.answering(200, text);
    try (DefenderClient defender =
        DefenderClient.builder()
            .credential(Credentials.clientSecret("contoso.onmicrosoft.com", "app", "secret"))
            .partner("Contoso", "NetShield", "4.2.0")
            .httpClient(wire)
            .build()) {
      new MachinesClient(defender).get("0f");
    }
    assertThat(wire.sent().get(0).method()).isEqualTo("POST");
    assertThat(wire.sent().get(0).uri().getPath())
        .isEqualTo("/contoso.onmicrosoft.com/oauth2/v2.0/token");
    assertThat(wire.sent().get(1).headers().firstValue("Authorization"))
        .contains("Bearer " + parse(text).get("access_token").textValue());
  }

  private static Set<String> decoded(URI uri) {
    String query = uri.getRawQuery();
    return query == null
        ? Set.of()
        : new TreeSet<>(Stream.of(query.split("&")).map(p -> URLDecoder.decode(p, UTF_8)).toList());
  }
}
