package dev.defendersdk.testsupport.facts;

import static dev.defendersdk.testsupport.facts.JsonTrees.meaning;
import static dev.defendersdk.testsupport.facts.JsonTrees.parse;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.core.error.DefenderException;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.testsupport.facts.Samples.Area;
import dev.defendersdk.testsupport.facts.Samples.Reads;
import dev.defendersdk.testsupport.facts.Samples.Sends;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The service's samples: answers are read, directly and through the client, with nothing lost, and
 * requests that the SDK sends equal them. What a module says of each sample of an area is done with
 * the reference's samples where it is at hand; a module does the same with fixtures of its own.
 */
public abstract class SampleChecks {

  private final Map<String, Area> areas;
  private final Consumer<DefenderClient> anyCall;

  /**
   * The samples of some areas.
   *
   * @param areas by the names of the folders
   * @param anyCall some call of the module, to be answered with an error
   */
  protected SampleChecks(Map<String, Area> areas, Consumer<DefenderClient> anyCall) {
    this.areas = new TreeMap<>(areas);
    this.anyCall = anyCall;
  }

  @TestFactory
  Stream<DynamicTest> theReferencesSamples() {
    return SharedApi.find().stream()
        .flatMap(api -> areas.keySet().stream().flatMap(area -> samples(api, area)));
  }

  private Stream<DynamicTest> samples(SharedApi api, String area) {
    List<DynamicTest> tests = new ArrayList<>();
    Area known = areas.get(area);
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

  private void check(Area known, String file, String text, String method, URI uri, int status) {
    if (known.answers().containsKey(file)) {
      answerIsReadWithNothingLost(known.answers().get(file), text, uri);
    } else if (known.requests().containsKey(file)) {
      requestIsSentAlike(known.requests().get(file), text, method, uri);
    } else if (known.errors().containsKey(file)) {
      errorIsReadWithNothingLost(known.errors().get(file), text, status);
    } else if (known.others().containsKey(file)) {
      known.others().get(file).accept(text);
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
                areas.keySet().stream()
                    .map(
                        area ->
                            dynamicTest(
                                area,
                                () -> {
                                  Set<String> files = new TreeSet<>();
                                  api.json("samples/" + area + "/index.json")
                                      .get("samples")
                                      .forEach(s -> files.add(s.get("file").textValue()));
                                  assertThat(areas.get(area).files()).isEqualTo(files);
                                })));
  }

  /** The module's own answers, by the names of the files in {@code fixtures}. */
  protected static Stream<DynamicTest> answers(Facts facts, Map<String, Reads<?>> fixtures) {
    return new TreeMap<>(fixtures)
        .entrySet().stream()
            .map(
                fixture ->
                    dynamicTest(
                        fixture.getKey(),
                        () ->
                            answerIsReadWithNothingLost(
                                fixture.getValue(),
                                facts.resource("fixtures/" + fixture.getKey()),
                                URI.create(""))));
  }

  /** A request with each of the module's own bodies is sent alike. */
  protected static Stream<DynamicTest> requests(Facts facts, Map<String, Sends> sends) {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode request : parse(facts.resource("fixtures/requests.json"))) {
      String name = request.get("name").textValue();
      tests.add(
          dynamicTest(
              name,
              () ->
                  requestIsSentAlike(
                      sends.get(name),
                      request.get("body").toString(),
                      request.get("method").textValue(),
                      URI.create(
                          "https://api.security.microsoft.com"
                              + request.get("path").textValue()))));
    }
    return tests.stream();
  }

  /** The answer says the same when it was read, directly and by a call, and written again. */
  protected static void answerIsReadWithNothingLost(Reads<?> reads, String text, URI asked) {
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
    sends.call().accept(wire.client(), new Samples.Given(parse(body), uri));
    Wire.Sent sent = wire.only();
    assertThat(sent.method()).isEqualTo(method).isEqualTo(sends.operation().method());
    assertThat(sent.uri().getPath()).isEqualTo(uri.getPath());
    assertThat(sent.uri().getPath())
        .matches(sends.operation().path().replaceAll("\\{[^}]+}", "[^/]+"));
    // Whose default for a page is not known is asked for large ones, which no sample does.
    int top = sends.operation().largestPage();
    assertThat(decoded(sent.uri())).isEqualTo(top == 0 ? Set.of() : Set.of("$top=" + top));
    boolean graph = sends.operation().service() == Service.GRAPH;
    assertThat(sent.headers().firstValue("Content-Type"))
        .contains(graph ? "application/json; charset=utf-8" : "application/json");
    assertThat(parse(sent.body())).isEqualTo(parse(body));
  }

  /** An error of a call says what the service said. */
  protected final void errorIsReadWithNothingLost(ErrorKind kind, String text, int status) {
    JsonNode error = parse(text).get("error");
    DefenderException thrown =
        catchThrowableOfType(
            DefenderException.class, () -> anyCall.accept(Wire.answering(status, text).client()));
    assertThat(thrown.kind()).isEqualTo(kind);
    assertThat(thrown.status()).hasValue(status);
    assertThat(thrown.code().orElse("")).isEqualTo(error.get("code").textValue()); // or empty
    assertThat(thrown.serviceMessage()).contains(error.get("message").textValue());
    JsonNode requestId = error.at(error.has("target") ? "/target" : "/innerError/request-id");
    assertThat(thrown.requestId()).contains(requestId.textValue());
  }

  private static Set<String> decoded(URI uri) {
    String query = uri.getRawQuery();
    return query == null
        ? Set.of()
        : new TreeSet<>(Stream.of(query.split("&")).map(p -> URLDecoder.decode(p, UTF_8)).toList());
  }
}
