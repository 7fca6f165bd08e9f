package dev.defendersdk.testsupport.facts;

import static dev.defendersdk.testsupport.facts.JsonTrees.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.core.call.Answer;
import dev.defendersdk.core.call.Operation;
import dev.defendersdk.core.call.Quota;
import dev.defendersdk.core.call.Repeatability;
import dev.defendersdk.core.call.Service;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A module's descriptors of operations against {@code operations.txt}, a list written from the
 * pages; that list against the reference where it is at hand; and the descriptors against the table
 * that the simulated tenant goes by, so that no mistake of one is hidden by the same in the other.
 */
public abstract class OperationChecks {

  private static final Pattern PART = Pattern.compile("form-data; name=\"(\\w+)\"");

  private final Facts facts;
  private final List<Class<?>> holders;

  /**
   * The operations of a module.
   *
   * @param facts where {@code operations.txt} and {@code operations-left-out.txt} are
   * @param holders the classes with the descriptors
   */
  protected OperationChecks(Facts facts, Class<?>... holders) {
    this.facts = facts;
    this.holders = List.of(holders);
  }

  /** If an operation of the reference is to be here, or left out for a reason. */
  protected abstract boolean isOurs(JsonNode entry);

  /** A call of each operation that has a body, with all that the SDK can put into it. */
  protected abstract Map<String, Consumer<Wire>> bodies();

  /** What is expected of a body beyond its members. */
  protected void checkBody(Operation<?> operation, Set<String> taken, Set<String> sent) {}

  /** Counted by itself, for each application, unless the module says otherwise. */
  protected Quota quota(String id, int perMinute, int perHour) {
    return new Quota(id, perMinute, perHour);
  }

  /** Our name for what the reference calls an entity. */
  protected String entity(String name) {
    return name;
  }

  private List<OperationLine> lines() {
    return facts.read("operations.txt").stream().map(OperationLine::of).toList();
  }

  private Stream<DynamicTest> eachLine(Consumer<OperationLine> check) {
    return lines().stream().map(line -> dynamicTest(line.id(), () -> check.accept(line)));
  }

  private Map<String, Operation<?>> descriptors() {
    Map<String, Operation<?>> all = new LinkedHashMap<>();
    holders.stream()
        .flatMap(holder -> all(holder).stream())
        .forEach(operation -> assertThat(all.put(operation.id(), operation)).isNull());
    return all;
  }

  /** What a class of descriptors says are all of them. */
  static List<Operation<?>> all(Class<?> holder) {
    try {
      List<Operation<?>> all = new ArrayList<>();
      ((List<?>) holder.getMethod("all").invoke(null))
          .forEach(operation -> all.add((Operation<?>) operation));
      return all;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyOperationHasOneDescriptor() {
    assertThat(descriptors()).containsOnlyKeys(lines().stream().map(OperationLine::id).toList());
  }

  @Test
  void everyConstantIsAmongAll() {
    for (Class<?> holder : holders) {
      for (Field field : holder.getFields()) {
        assertThat(all(holder).contains(valueOf(field))).as(field.getName()).isTrue();
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

  @TestFactory
  Stream<DynamicTest> aDescriptorEqualsThePage() {
    Map<String, Operation<?>> descriptors = descriptors();
    return eachLine(line -> equalsThePage(descriptors.get(line.id()), line));
  }

  private void equalsThePage(Operation<?> operation, OperationLine line) {
    assertThat(operation.service())
        .isEqualTo(line.id().startsWith("graph.") ? Service.GRAPH : Service.DEFENDER);
    assertThat(Facts.placeholders(operation.method() + " " + operation.path()))
        .isEqualTo(Facts.placeholders(line.request()));
    assertThat(operation.permissions().application()).isEqualTo(line.application());
    assertThat(operation.permissions().delegated()).isEqualTo(line.delegated());
    assertThat(operation.quota())
        .isEqualTo(quota(line.id(), line.quota().get(0), line.quota().get(1)));
    assertThat(operation.page()).isEqualTo(line.page());
    assertThat(lifecycle(operation)).isEqualTo(line.state());
    assertThat(operation.repeatability().name()).isEqualTo(line.repeated());
  }

  // As the list has it: the state, and of one that ends the day and the successor.
  private static List<String> lifecycle(Operation<?> operation) {
    return Stream.of(
            operation.lifecycle().state().name().toLowerCase(Locale.ROOT),
            operation.lifecycle().ends(),
            operation.lifecycle().replacedBy())
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> aBodyHoldsWhatIsRequiredAndNothingThatTheOperationDoesNotTake() {
    Map<String, Operation<?>> descriptors = descriptors();
    assertThat(bodies())
        .containsOnlyKeys(
            lines().stream()
                .filter(line -> !line.body().isEmpty())
                .map(OperationLine::id)
                .toList());
    return eachLine(
        line -> {
          if (!line.body().isEmpty()) {
            bodyIsAsThePageHasIt(descriptors.get(line.id()), line);
          }
        });
  }

  private void bodyIsAsThePageHasIt(Operation<?> operation, OperationLine line) {
    for (String success : line.success()) {
      Wire wire = Wire.answering(Integer.parseInt(success), answer(operation));
      bodies().get(line.id()).accept(wire);
      Set<String> sent = membersOf(wire.only().body());
      assertThat(sent).containsAll(line.members("*")).isSubsetOf(line.members("* ?"));
      checkBody(operation, new TreeSet<>(line.members("* ?")), sent);
    }
  }

  private static String answer(Operation<?> operation) {
    return switch (operation.answer().form()) {
      case LIST -> "{\"value\":[]}";
      case TABLE -> "{\"schema\":[],\"results\":[]}";
      default -> "{\"id\":\"0f\"}";
    };
  }

  /** The members of a JSON body, or the parts of a form. */
  static Set<String> membersOf(String body) {
    Set<String> members = new TreeSet<>();
    if (body.startsWith("{")) {
      parse(body).fieldNames().forEachRemaining(members::add);
    } else {
      PART.matcher(body).results().forEach(part -> members.add(part.group(1)));
    }
    return members;
  }

  @TestFactory
  Stream<DynamicTest> theListEqualsTheReference() {
    return SharedApi.find().stream()
        .map(OperationChecks::reference)
        .flatMap(reference -> eachLine(line -> equalsTheReference(line, reference.get(line.id()))));
  }

  private static Map<String, JsonNode> reference(SharedApi api) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    api.json("operations.json")
        .get("operations")
        .forEach(entry -> all.put(entry.get("id").textValue(), entry));
    return all;
  }

  private void equalsTheReference(OperationLine line, JsonNode entry) {
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
    JsonNode lifecycle = entry.get("lifecycle");
    assertThat(line.state())
        .isEqualTo(
            Stream.of("state", "ends", "replacedBy")
                .map(lifecycle::get)
                .filter(value -> !value.isNull())
                .map(JsonNode::textValue)
                .toList());
    assertThat(line.repeated().equals("READ")).isEqualTo(entry.get("safe").booleanValue());
    assertThat(line.success()).isEqualTo(texts(entry.get("success")));
    JsonNode body = entry.get("body");
    assertThat(line.members("*")).isEqualTo(new TreeSet<>(texts(body.path("required"))));
    assertThat(line.members(" ")).isEqualTo(new TreeSet<>(texts(body.path("optional"))));
    assertThat(line.members("?")).isEqualTo(new TreeSet<>(texts(body.path("metadataOnly"))));
    answerEqualsTheReference(descriptors().get(line.id()).answer(), entry.get("entity").asText());
  }

  private void answerEqualsTheReference(Answer answer, String entity) {
    Answer.Form form =
        switch (entity) {
          case "null" -> Answer.Form.NOTHING;
          case "Edm.String" -> Answer.Form.LINK; // each of these is a signed one
          case "Edm.Int64 as text" -> Answer.Form.COUNT;
          case "HuntingResult", "huntingQueryResults" -> Answer.Form.TABLE;
          default -> entity.startsWith("Collection(") ? Answer.Form.LIST : Answer.Form.ENTITY;
        };
    assertThat(answer.form()).isEqualTo(form);
    if (form == Answer.Form.ENTITY || form == Answer.Form.LIST) {
      assertThat(answer.type().getSimpleName())
          .isEqualTo(entity(entity.replaceAll("Collection\\(|\\)", "")));
    }
  }

  /** What is documented is in the SDK, or left out for a reason; undocumented ones are optional. */
  @TestFactory
  Stream<DynamicTest> everyDocumentedOperationIsHereOrLeftOutForAReason() {
    Set<String> here = descriptors().keySet();
    Set<String> leftOut = facts.reasons("operations-left-out.txt").keySet();
    return SharedApi.find().stream()
        .map(
            api ->
                dynamicTest(
                    "of this module",
                    () -> {
                      Map<String, JsonNode> reference = reference(api);
                      assertThat(reference.keySet()).containsAll(leftOut);
                      assertThat(leftOut).doesNotContainAnyElementsOf(here);
                      Set<String> missing = new TreeSet<>();
                      reference.forEach(
                          (id, entry) -> {
                            if (isOurs(entry) && entry.get("documented").booleanValue()) {
                              missing.add(id);
                            }
                          });
                      assertThat(missing).as("operations of this module").isNotEmpty();
                      missing.removeAll(here);
                      missing.removeAll(leftOut);
                      assertThat(missing).isEmpty();
                    }));
  }

  /** The tenant's own table says nothing else than the SDK. */
  @TestFactory
  Stream<DynamicTest> theSimulatedTenantGoesByTheSameFacts() {
    Map<String, JsonNode> table = new LinkedHashMap<>();
    parse(facts.resource("/dev/defendersdk/testkit/operations.json"))
        .get("operations")
        .forEach(entry -> table.put(entry.get("id").textValue(), entry));
    Map<String, Operation<?>> descriptors = descriptors();
    return eachLine(
        line -> {
          assertThat(table).as("what the tenant serves").containsKey(line.id());
          assertThat(saidByTheTenant(table.get(line.id())))
              .isEqualTo(saidByTheSdk(descriptors.get(line.id()), line));
        });
  }

  private static Map<String, Object> saidByTheSdk(Operation<?> operation, OperationLine line) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("request", operation.method() + " " + Facts.placeholders(operation.path()));
    said.put("service", operation.service().name().toLowerCase(Locale.ROOT));
    said.put("application", operation.permissions().application());
    said.put("delegated", operation.permissions().delegated());
    said.put("limits", line.limits());
    said.put("page", operation.page());
    said.put("acts", operation.repeatability() != Repeatability.READ);
    said.put("success", line.success().get(0));
    said.put("required", line.members("*"));
    said.put("optional", line.members(" ?"));
    return said;
  }

  private static Map<String, Object> saidByTheTenant(JsonNode entry) {
    Map<String, Object> said = new LinkedHashMap<>();
    String path = Facts.placeholders(entry.get("path").textValue());
    said.put("request", entry.get("method").textValue() + " " + path);
    said.put("service", entry.get("service").textValue());
    said.put("application", texts(entry.get("application")));
    said.put("delegated", texts(entry.get("delegated")));
    said.put("limits", List.of(entry.get("perMinute").asText(), entry.get("perHour").asText()));
    said.put("page", entry.get("page").textValue());
    said.put("acts", entry.get("acts").booleanValue());
    said.put("success", entry.get("success").asText());
    said.put("required", new TreeSet<>(texts(entry.get("body").path("required"))));
    said.put("optional", new TreeSet<>(texts(entry.get("body").path("optional"))));
    return said;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
