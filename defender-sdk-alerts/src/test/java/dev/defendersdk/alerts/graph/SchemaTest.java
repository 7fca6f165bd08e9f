package dev.defendersdk.alerts.graph;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.defendersdk.alerts.graph.evidence.Evidence;
import dev.defendersdk.alerts.graph.evidence.EvidenceStream;
import dev.defendersdk.alerts.graph.evidence.EvidenceType;
import dev.defendersdk.alerts.graph.evidence.EvidenceVerdict;
import dev.defendersdk.alerts.graph.evidence.OtherEvidence;
import dev.defendersdk.core.Json;
import dev.defendersdk.core.OpenEnum;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.testsupport.facts.SharedApi;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every property and every member of Microsoft Graph's schema is in the SDK, of the right kind, or
 * left out for a reason; and the SDK has nothing beyond it without a reason.
 */
class SchemaTest {

  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "huntingQueryResults", "of hunting, which has a module of its own",
          "huntingRowResult", "of hunting, which has a module of its own",
          "singlePropertySchema", "of hunting, which has a module of its own",
          "dictionary", "a map: any member may appear");

  /** Types whose names would mean something else in Java, or in Defender's own model. */
  private static final Map<String, Class<?>> RENAMED =
      Map.ofEntries(
          entry("alert", SecurityAlert.class),
          entry("alertComment", SecurityAlertComment.class),
          entry("alertEvidence", OtherEvidence.class),
          entry("stream", EvidenceStream.class),
          entry("alertSeverity", SecurityAlertSeverity.class),
          entry("alertStatus", SecurityAlertStatus.class),
          entry("alertClassification", SecurityAlertClassification.class),
          entry("alertDetermination", SecurityAlertDetermination.class),
          entry("detectionSource", SecurityAlertDetectionSource.class),
          entry("investigationState", SecurityAlertInvestigationState.class));

  /** Components that the schema does not have, with the reason. */
  private static final Map<Class<?>, Set<String>> BEYOND =
      // Samples of incidents have them in place of the schema's names.
      Map.of(SecurityAlertComment.class, Set.of("createdBy", "createdTime"));

  private static final Map<String, Type> KINDS =
      Map.of(
          "String", String.class,
          "Guid", String.class, // ids are opaque: no UUID that could refuse one
          "DateTimeOffset", Instant.class,
          "Int64", Long.class,
          "Int32", Integer.class,
          "Double", Double.class,
          "Boolean", Boolean.class,
          "alertEvidence", Evidence.class);

  private static Class<?> typeOf(String name) {
    Class<?> renamed = RENAMED.get(name);
    if (renamed != null) {
      return renamed;
    }
    String simple = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    for (Package room : List.of(SecurityAlert.class.getPackage(), Evidence.class.getPackage())) {
      try {
        return Class.forName(room.getName() + "." + simple);
      } catch (ClassNotFoundException e) {
        // In the other one.
      }
    }
    throw new AssertionError("there is no type for " + name);
  }

  private static Stream<JsonNode> schema() {
    return SharedApi.find().map(api -> api.json("graph-security-schema.json")).stream();
  }

  private static Stream<Map.Entry<String, JsonNode>> types(JsonNode schema) {
    return schema.get("types").properties().stream()
        .filter(type -> !LEFT_OUT.containsKey(type.getKey()));
  }

  @TestFactory
  Stream<DynamicTest> aRecordHasEveryPropertyOfTheRightKindAndNoOther() {
    return schema()
        .flatMap(
            schema ->
                types(schema)
                    .map(
                        type ->
                            dynamicTest(
                                type.getKey(), () -> equalsTheSchema(type.getKey(), schema))));
  }

  private static void equalsTheSchema(String name, JsonNode schema) {
    Map<String, String> expected = new TreeMap<>();
    JsonNode type = schema.get("types").get(name);
    for (JsonNode one : List.of(type, schema.get("types").path(type.get("base").asText()))) {
      one.path("properties")
          .forEach(p -> expected.put(p.get("name").textValue(), kind(p.get("type").textValue())));
    }
    Class<?> record = typeOf(name);
    if (Evidence.class.isAssignableFrom(record)) {
      expected.put("@odata.type", EvidenceType.class.getTypeName());
    }
    Map<String, String> has = new TreeMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      JsonProperty other = component.getAccessor().getAnnotation(JsonProperty.class);
      has.put(
          other == null ? component.getName() : other.value(),
          component.getGenericType().getTypeName());
    }
    assertThat(has.remove("additionalProperties")).as("keeps what it does not know").isNotNull();
    BEYOND.getOrDefault(record, Set.of()).forEach(more -> assertThat(has.remove(more)).isNotNull());
    assertThat(has).isEqualTo(expected);
  }

  private static String kind(String type) {
    if (type.startsWith("Collection(")) {
      return "java.util.List<" + kind(type.substring(11, type.length() - 1)) + ">";
    }
    if (type.equals("dictionary")) {
      return "java.util.Map<java.lang.String, java.lang.Object>";
    }
    Type known = KINDS.get(type);
    return (known == null ? typeOf(type) : known).getTypeName();
  }

  @TestFactory
  Stream<DynamicTest> anOpenEnumHasEveryMemberAndNoOther() {
    return schema()
        .flatMap(schema -> schema.get("enums").properties().stream())
        .map(e -> dynamicTest(e.getKey(), () -> hasEveryMember(e.getKey(), e.getValue())));
  }

  private static void hasEveryMember(String name, JsonNode members)
      throws ReflectiveOperationException {
    Class<?> type = typeOf(name);
    Map<String, OpenEnum<?>> constants = constants(type);
    List<String> expected = new ArrayList<>();
    members.get("members").forEach(member -> expected.add(member.get("name").textValue()));
    // It stands for members that the service hides unless they are asked for, which they are.
    expected.remove("unknownFutureValue");
    assertThat(constants).containsOnlyKeys(expected);
    Method of = type.getMethod("of", String.class);
    for (String member : expected) {
      assertThat(of.invoke(null, member)).isSameAs(constants.get(member));
      OpenEnum<?> shouted = (OpenEnum<?>) of.invoke(null, member.toUpperCase(Locale.ROOT));
      assertThat((Object) shouted.known()).isEqualTo(constants.get(member).known());
      assertThat(shouted.value()).isEqualTo(member.toUpperCase(Locale.ROOT));
    }
    OpenEnum<?> hidden = (OpenEnum<?>) of.invoke(null, "unknownFutureValue");
    assertThat(hidden.known().name()).isEqualTo("UNRECOGNIZED");
  }

  /** By their text; each has a value of its name for a switch. */
  private static Map<String, OpenEnum<?>> constants(Class<?> type)
      throws ReflectiveOperationException {
    Map<String, OpenEnum<?>> constants = new LinkedHashMap<>();
    for (Field field : type.getFields()) {
      OpenEnum<?> constant = (OpenEnum<?>) field.get(null);
      assertThat(constant.known().name()).as("known for a switch").isEqualTo(field.getName());
      constants.put(constant.value(), constant);
    }
    Class<?> known = type.getDeclaredClasses()[0];
    assertThat(known.getEnumConstants()).as("and UNRECOGNIZED").hasSize(constants.size() + 1);
    return constants;
  }

  @TestFactory
  Stream<DynamicTest> everyTypeOfEvidenceIsReadAsItself() {
    return schema()
        .flatMap(
            schema ->
                Stream.concat(
                    Stream.of(dynamicTest("all", () -> allAreNamed(schema))),
                    names(schema.get("evidenceTypes")).stream()
                        .map(name -> dynamicTest(name, () -> isReadAsItself(name)))));
  }

  private static void allAreNamed(JsonNode schema) throws ReflectiveOperationException {
    Set<String> expected = new TreeSet<>();
    names(schema.get("evidenceTypes")).forEach(n -> expected.add("#microsoft.graph.security." + n));
    assertThat(
            Arrays.stream(Evidence.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::name))
        .containsExactlyInAnyOrderElementsOf(expected);
    expected.add("#microsoft.graph.security.alertEvidence");
    assertThat(constants(EvidenceType.class)).containsOnlyKeys(expected);
  }

  private static void isReadAsItself(String name) {
    for (String written : List.of("#microsoft.graph.security.", "microsoft.graph.security.")) {
      Evidence evidence =
          Json.read(Evidence.class, "{\"@odata.type\":\"" + written + name + "\",\"tags\":[]}");
      assertThat(evidence).isInstanceOf(typeOf(name));
      assertThat(evidence.evidenceType()).isEqualTo(EvidenceType.of(written + name));
      assertThat(evidence.evidenceType().known())
          .isEqualTo(EvidenceType.of("#microsoft.graph.security." + name).known())
          .isNotEqualTo(EvidenceType.Known.UNRECOGNIZED);
      assertThat(evidence.toString()).as("shows its kind").startsWith(typeOf(name).getSimpleName());
    }
  }

  /** Each record and each set of values is of the schema. */
  @Test
  void nothingIsHereThatTheSchemaDoesNotHave() {
    schema()
        .forEach(
            schema -> {
              Set<Class<?>> spokenOf =
                  Stream.concat(
                          types(schema).map(Map.Entry::getKey),
                          schema.get("enums").properties().stream().map(Map.Entry::getKey))
                      .<Class<?>>map(SchemaTest::typeOf)
                      .collect(Collectors.toSet());
              spokenOf.add(EvidenceType.class); // the values of @odata.type
              assertThat(
                      Stream.of(SecurityAlert.class, Evidence.class)
                          .flatMap(SchemaTest::entitiesAndEnums))
                  .containsExactlyInAnyOrderElementsOf(spokenOf);
              assertThat(fieldNames(schema.get("types"))).containsAll(LEFT_OUT.keySet());
            });
  }

  private static Stream<Class<?>> entitiesAndEnums(Class<?> anchor) {
    try {
      Path root = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
      String room = anchor.getPackageName();
      try (Stream<Path> files = Files.list(root.resolve(room.replace('.', '/')))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".class") && !file.matches(".*[-$].*"))
            .<Class<?>>map(file -> load(room + "." + file.replace(".class", "")))
            .filter(type -> type.isRecord() || OpenEnum.class.isAssignableFrom(type))
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .toList()
            .stream();
      }
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void spellingsOfPagesAreReadAndNotSent() {
    Map<String, SecurityAlertDetermination> spellings =
        Map.of(
            "compromisedUser", SecurityAlertDetermination.COMPROMISED_ACCOUNT,
            "clean", SecurityAlertDetermination.NOT_MALICIOUS,
            "insufficientData", SecurityAlertDetermination.NOT_ENOUGH_DATA_TO_VALIDATE,
            "ConfirmedUserActivity", SecurityAlertDetermination.CONFIRMED_ACTIVITY);
    spellings.forEach(
        (text, meant) -> {
          SecurityAlertDetermination read = SecurityAlertDetermination.of(text);
          assertThat(read.value()).isEqualTo(text);
          assertThat(read.known()).isEqualTo(meant.known());
          assertThat(SecurityAlertFields.INSTANCE.determination().eq(read).expression())
              .isEqualTo("determination eq '" + meant.value() + "'");
        });
    assertThat(EvidenceVerdict.of("clean").known())
        .isEqualTo(EvidenceVerdict.Known.NO_THREATS_FOUND);
  }

  @Test
  void alertsAreFilteredByWhatThePageNames() {
    filtersAre(
        "assignedTo classification determination createdDateTime lastUpdateDateTime severity"
            + " serviceSource status",
        SecurityAlertFields.class,
        where -> SecurityAlertQuery.all().where(where));
  }

  @Test
  void incidentsAreFilteredByWhatThePageNames() {
    filtersAre(
        "assignedTo classification createdDateTime determination lastUpdateDateTime severity"
            + " status",
        IncidentFields.class,
        where -> IncidentQuery.all().where(where));
  }

  private static <F> void filtersAre(
      String named, Class<F> type, Consumer<Function<F, Filter>> query) {
    List<String> names = new ArrayList<>();
    query.accept(
        fields -> {
          for (Method method : type.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
              names.add(nameOf(method, fields));
            }
          }
          return Filter.raw("true");
        });
    assertThat(names).containsExactlyInAnyOrder(named.split(" "));
  }

  private static String nameOf(Method method, Object fields) {
    try {
      String name = ((FilterField<?>) method.invoke(fields)).name();
      assertThat(name).isEqualTo(method.getName());
      Type values = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
      assertThat(values).isIn(componentTypes(name));
      return name;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  // A filter takes what the entity has.
  private static List<Type> componentTypes(String name) {
    return Stream.of(SecurityAlert.class, Incident.class)
        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
        .filter(component -> component.getName().equals(name))
        .map(RecordComponent::getGenericType)
        .toList();
  }

  private static List<String> names(JsonNode array) {
    List<String> names = new ArrayList<>();
    array.forEach(name -> names.add(name.textValue()));
    return names;
  }

  private static List<String> fieldNames(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
