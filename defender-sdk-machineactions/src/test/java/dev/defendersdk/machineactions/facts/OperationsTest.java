package dev.defendersdk.machineactions.facts;

import static dev.defendersdk.machineactions.facts.JsonTrees.parse;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Service;
import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.actions.MachineActionOperations;
import dev.defendersdk.machineactions.health.DeviceHealthOperations;
import dev.defendersdk.machineactions.investigations.InvestigationOperations;
import dev.defendersdk.machineactions.liveresponse.LibraryFileOperations;
import dev.defendersdk.machineactions.liveresponse.LiveResponseOperations;
import dev.defendersdk.machineactions.machines.MachineOperations;
import dev.defendersdk.machineactions.scans.ScanOperations;
import dev.defendersdk.machineactions.users.UserOperations;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The SDK's descriptors of operations against {@code operations.txt}, a list written from the
 * pages; that list against the reference where it is at hand; and the descriptors against the table
 * that the simulated tenant goes by, so that no mistake of one is hidden by the same in the other.
 */
class OperationsTest {

  private static final Set<String> OUR_AREAS =
      Set.of(
          "machines",
          "machine-actions",
          "live-response",
          "investigations",
          "authenticated-scans",
          "device-health");

  /** One line of the list. */
  record Line(
      String id,
      String request,
      List<String> application,
      List<String> delegated,
      List<String> limits,
      String page,
      String state,
      String repeated,
      List<String> success,
      List<String> body) {

    static Line of(List<String> c) {
      return new Line(
          c.get(0),
          c.get(1),
          Facts.words(c.get(2)),
          Facts.words(c.get(3)),
          Facts.words(c.get(4)),
          c.get(5),
          c.get(6),
          c.get(7),
          Facts.words(c.get(8)),
          Facts.words(c.get(9)));
    }

    /**
     * As a quota has them: none for a minute is that for an hour, none for an hour is 60 of those.
     */
    List<Integer> quota() {
      String minute = limits.get(0).equals("null") ? limits.get(1) : limits.get(0);
      int perMinute = Integer.parseInt(minute);
      String hour = limits.get(1);
      return List.of(perMinute, hour.equals("null") ? 60 * perMinute : Integer.parseInt(hour));
    }

    /** The members with this mark at their end. */
    Set<String> members(String marks) {
      return body.stream()
          .filter(
              m ->
                  marks.contains(
                      m.replaceFirst("^\\w+", "").isEmpty() ? " " : m.substring(m.length() - 1)))
          .map(m -> m.replaceFirst("[*?]$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  static List<Line> lines() {
    return Facts.read("operations.txt").stream().map(Line::of).toList();
  }

  private static Map<String, Operation<?>> descriptors() {
    Map<String, Operation<?>> all = new LinkedHashMap<>();
    Stream.of(
            MachineOperations.all(),
            MachineActionOperations.all(),
            LiveResponseOperations.all(),
            LibraryFileOperations.all(),
            UserOperations.all(),
            InvestigationOperations.all(),
            ScanOperations.all(),
            DeviceHealthOperations.all())
        .flatMap(List::stream)
        .forEach(operation -> assertThat(all.put(operation.id(), operation)).isNull());
    return all;
  }

  @Test
  void everyOperationHasOneDescriptor() {
    assertThat(descriptors()).containsOnlyKeys(lines().stream().map(Line::id).toList());
  }

  @Test
  void everyConstantIsAmongAll() throws ReflectiveOperationException {
    for (Class<?> holder :
        List.of(
            MachineOperations.class,
            MachineActionOperations.class,
            LiveResponseOperations.class,
            LibraryFileOperations.class,
            UserOperations.class,
            InvestigationOperations.class,
            ScanOperations.class,
            DeviceHealthOperations.class)) {
      for (Field field : holder.getFields()) {
        assertThat((List<?>) holder.getMethod("all").invoke(null))
            .as(field.getName())
            .satisfies(all -> assertThat(all.contains(valueOf(field))).isTrue());
      }
    }
  }

  private static Object valueOf(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aDescriptorEqualsThePage(Line line) {
    Operation<?> operation = descriptors().get(line.id());
    assertThat(operation.service()).isEqualTo(Service.DEFENDER);
    assertThat(Facts.placeholders(operation.method() + " " + operation.path()))
        .isEqualTo(Facts.placeholders(line.request()));
    assertThat(operation.permissions().application()).isEqualTo(line.application());
    assertThat(operation.permissions().delegated()).isEqualTo(line.delegated());
    assertThat(operation.quota().group()).as("counted by itself").isEqualTo(line.id());
    assertThat(List.of(operation.quota().perMinute(), operation.quota().perHour()))
        .isEqualTo(line.quota());
    assertThat(operation.page()).isEqualTo(line.page());
    assertThat(operation.lifecycle().state().name().toLowerCase(Locale.ROOT))
        .isEqualTo(line.state());
    assertThat(operation.lifecycle().ends()).isNull();
    assertThat(operation.lifecycle().replacedBy()).isNull();
    assertThat(operation.repeatability().name()).isEqualTo(line.repeated());
  }

  @Test
  void aBodyHoldsWhatIsRequiredAndNothingThatTheOperationDoesNotTake() {
    for (Line line : lines()) {
      assertThat(BodyCalls.ALL.containsKey(line.id()))
          .as(line.id())
          .isEqualTo(!line.body().isEmpty());
      if (line.body().isEmpty()) {
        continue;
      }
      boolean list = descriptors().get(line.id()).answer().form() == Answer.Form.LIST;
      String answer = list ? "{\"value\":[]}" : "{\"id\":\"0f\"}";
      for (String success : line.success()) {
        Wire wire = Wire.answering(Integer.parseInt(success), answer);
        BodyCalls.ALL.get(line.id()).accept(wire);
        Set<String> sent = BodyCalls.membersOf(wire.only().body());
        assertThat(sent)
            .as(line.id())
            .containsAll(line.members("*"))
            .isSubsetOf(line.members("* ?"))
            .as("the service refuses to be told where a request comes from")
            .doesNotContain("RequestSource");
        // Only a machine action tells the caller's id again; an investigation does not.
        assertThat(sent.contains("ExternalId"))
            .as(line.id() + " carries an id of the caller's own")
            .isEqualTo(startsAnAction(line) && line.body().contains("ExternalId?"));
      }
    }
  }

  private static boolean startsAnAction(Line line) {
    return line.id().startsWith("machines.")
        && descriptors().get(line.id()).answer().type() == MachineAction.class;
  }

  @TestFactory
  Stream<DynamicTest> theListEqualsTheReference() {
    return SharedApi.find().stream()
        .map(OperationsTest::reference)
        .flatMap(
            reference ->
                lines().stream()
                    .map(
                        line ->
                            dynamicTest(
                                line.id(),
                                () -> equalsTheReference(line, reference.get(line.id())))));
  }

  private static Map<String, JsonNode> reference(SharedApi api) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    api.json("operations.json")
        .get("operations")
        .forEach(entry -> all.put(entry.get("id").textValue(), entry));
    return all;
  }

  private static void equalsTheReference(Line line, JsonNode entry) {
    assertThat(entry).as(line.id()).isNotNull();
    assertThat(Facts.placeholders(line.request()))
        .isEqualTo(
            Facts.placeholders(
                entry.get("method").textValue() + " " + entry.get("path").textValue()));
    assertThat(line.application()).isEqualTo(texts(entry.get("permissions").get("application")));
    assertThat(line.delegated()).isEqualTo(texts(entry.get("permissions").get("delegated")));
    assertThat(line.limits())
        .isEqualTo(List.of(entry.get("perMinute").asText(), entry.get("perHour").asText()));
    assertThat(line.page()).isEqualTo(entry.get("page").textValue());
    assertThat(line.state()).isEqualTo(entry.get("lifecycle").get("state").textValue());
    assertThat(entry.get("lifecycle").get("ends").isNull()).isTrue();
    assertThat(line.repeated().equals("READ")).isEqualTo(entry.get("safe").booleanValue());
    assertThat(line.success()).isEqualTo(texts(entry.get("success")));
    JsonNode body = entry.get("body");
    assertThat(line.members("*")).isEqualTo(new TreeSet<>(texts(body.path("required"))));
    assertThat(line.members(" ")).isEqualTo(new TreeSet<>(texts(body.path("optional"))));
    assertThat(line.members("?")).isEqualTo(new TreeSet<>(texts(body.path("metadataOnly"))));
    Answer answer = descriptors().get(line.id()).answer();
    String entity = entry.get("entity").asText();
    if (entity.equals("Edm.String")) {
      assertThat(answer.form()).as("each of these is a signed link").isEqualTo(Answer.Form.LINK);
      return;
    }
    boolean list = entity.startsWith("Collection(");
    assertThat(answer.form().name())
        .isEqualTo(list ? "LIST" : entry.get("entity").isNull() ? "NOTHING" : "ENTITY");
    if (answer.form() != Answer.Form.NOTHING) {
      assertThat(answer.type().getSimpleName())
          .isEqualTo(
              entity
                  .replaceAll("Collection\\(|\\)", "")
                  // The schema has one type for both histories, and so have we.
                  .replace("ScanSessionHistory", "ScanHistory"));
    }
  }

  /** What is documented is in the SDK, or left out for a reason; undocumented ones are optional. */
  @TestFactory
  Stream<DynamicTest> everyDocumentedOperationIsHereOrLeftOutForAReason() {
    Map<String, String> leftOut = new LinkedHashMap<>();
    Facts.read("operations-left-out.txt").forEach(line -> leftOut.put(line.get(0), line.get(1)));
    return SharedApi.find().stream()
        .map(
            api ->
                dynamicTest(
                    "the areas of this module",
                    () -> {
                      Set<String> documented = new TreeSet<>();
                      reference(api)
                          .forEach(
                              (id, entry) -> {
                                boolean ours = OUR_AREAS.contains(entry.get("area").textValue());
                                if (ours && entry.get("documented").booleanValue()) {
                                  documented.add(id);
                                }
                              });
                      Set<String> known = new TreeSet<>(leftOut.keySet());
                      lines().forEach(line -> known.add(line.id()));
                      // It returns machines, but is of another area.
                      documented.add("users.listMachines");
                      // Of the later module of vulnerabilities; here for its antivirus health.
                      known.remove("exports.informationGatheringFiles");
                      assertThat(known).isEqualTo(documented);
                      assertThat(leftOut.values()).noneMatch(String::isBlank);
                    }));
  }

  /** All that the tenant's own table says otherwise than the SDK. */
  @Test
  void theSimulatedTenantGoesByTheSameFacts() {
    List<String> differences = new ArrayList<>();
    Map<String, Operation<?>> ours = descriptors();
    Set<String> theirs = new TreeSet<>();
    for (JsonNode entry :
        parse(Facts.resource("/dev/defendersdk/testkit/operations.json")).get("operations")) {
      String id = entry.get("id").textValue();
      theirs.add(id);
      Operation<?> operation = ours.get(id);
      if (operation == null) {
        differences.add(id + ": the tenant alone has it");
        continue;
      }
      Line line = lines().stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
      compare(differences, id, "method", operation.method(), entry.get("method").textValue());
      compare(
          differences,
          id,
          "path",
          Facts.placeholders(operation.path()),
          Facts.placeholders(entry.get("path").textValue()));
      compare(
          differences,
          id,
          "application",
          operation.permissions().application(),
          texts(entry.get("application")));
      compare(
          differences,
          id,
          "delegated",
          operation.permissions().delegated(),
          texts(entry.get("delegated")));
      compare(
          differences,
          id,
          "limits",
          line.limits(),
          List.of(entry.get("perMinute").asText(), entry.get("perHour").asText()));
      compare(differences, id, "page", operation.page(), entry.get("page").textValue());
      compare(
          differences,
          id,
          "acts",
          !operation.repeatability().name().equals("READ"),
          entry.get("acts").booleanValue());
      compare(differences, id, "success", line.success().get(0), entry.get("success").asText());
      JsonNode body = entry.get("body");
      compare(
          differences,
          id,
          "required members",
          line.members("*"),
          new TreeSet<>(texts(body.path("required"))));
      compare(
          differences,
          id,
          "optional members",
          line.members(" ?"),
          new TreeSet<>(texts(body.path("optional"))));
    }
    ours.keySet().stream()
        .filter(id -> !theirs.contains(id))
        .forEach(id -> differences.add(id + ": the SDK alone has it"));

    assertThat(differences)
        .containsExactlyInAnyOrder(
            // No operations of the SDK: signing in is the library's.
            "signIn.token: the tenant alone has it",
            "signIn.tokenV1: the tenant alone has it",
            "signIn.adminConsent: the tenant alone has it",
            // No operation of the service: a host that signed links lead to.
            "storage.get: the tenant alone has it",
            // For those who test other clients; the SDK has it not: see what is left out.
            "machines.find: the tenant alone has it",
            // Of the module of hunting, whose own test compares them.
            "graph.hunting.run: the tenant alone has it",
            "hunting.runEndpointQuery: the tenant alone has it");
  }

  private static void compare(
      List<String> differences, String id, String what, Object sdk, Object tenant) {
    if (!sdk.equals(tenant)) {
      differences.add(id + ": " + what + " is " + sdk + " here, " + tenant + " in the tenant");
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
