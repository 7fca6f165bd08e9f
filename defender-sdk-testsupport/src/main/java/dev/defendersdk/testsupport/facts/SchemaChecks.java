package dev.defendersdk.testsupport.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.defendersdk.core.OpenEnum;
import dev.defendersdk.core.odata.Filter;
import dev.defendersdk.core.odata.FilterField;
import dev.defendersdk.core.transfer.SignedLink;
import dev.defendersdk.testsupport.facts.SchemaFacts.Choice;
import dev.defendersdk.testsupport.facts.SchemaFacts.Entity;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
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
 * Every property and every enum value of the service's schema is in the SDK, of the right kind, or
 * in the list of what is left out: {@link SchemaFacts}, the module's own lists. Where the schema
 * itself is at hand, the lists are held against it.
 */
public abstract class SchemaChecks {

  private static final Map<Type, Set<String>> KINDS =
      Map.of(
          // Ids are opaque: no UUID that could refuse one. Spans come in a form of .NET's own.
          String.class, Set.of("text", "guid", "span"),
          Integer.class, Set.of("int"),
          Long.class, Set.of("long"),
          Double.class, Set.of("number"),
          Boolean.class, Set.of("truth"),
          Instant.class, Set.of("instant"),
          SignedLink.class, Set.of("text"));

  private final SchemaFacts facts;
  private final Set<String> others;

  /**
   * The lists of a module.
   *
   * @param others those of their types that are no property of another: what operations return, and
   *     enums of requests
   */
  protected SchemaChecks(SchemaFacts facts, Set<String> others) {
    this.facts = facts;
    this.others = others;
  }

  @TestFactory
  Stream<DynamicTest> aRecordHasEveryPropertyOfTheRightKindAndNoOther() {
    return facts.entities().stream()
        .map(entity -> dynamicTest(entity.toString(), () -> hasEveryProperty(entity)));
  }

  private static void hasEveryProperty(Entity entity) {
    Map<String, Type> components = new LinkedHashMap<>();
    for (RecordComponent component : entity.type().getRecordComponents()) {
      components.put(component.getName(), component.getGenericType());
    }
    assertThat(components).as("keeps what it does not know").containsKey("additionalProperties");
    components.remove("additionalProperties");

    Set<String> expected = new TreeSet<>(entity.has().keySet());
    expected.addAll(entity.beyond().keySet());
    assertThat(components).containsOnlyKeys(expected);
    assertThat(entity.leaves()).doesNotContainKeys(components.keySet().toArray(String[]::new));
    entity
        .has()
        .forEach((name, kind) -> assertThat(kinds(components.get(name))).as(name).contains(kind));
  }

  private static Set<String> kinds(Type type) {
    if (type instanceof ParameterizedType list) {
      assertThat(list.getRawType()).isEqualTo(List.class);
      return kinds(list.getActualTypeArguments()[0]).stream()
          .map(kind -> "list " + kind)
          .collect(Collectors.toSet());
    }
    String name = ((Class<?>) type).getSimpleName();
    // A text may be an open set, where a page lists its values.
    boolean set = OpenEnum.class.isAssignableFrom((Class<?>) type);
    return KINDS.getOrDefault(type, set ? Set.of(name, "text") : Set.of(name));
  }

  @TestFactory
  Stream<DynamicTest> anOpenEnumHasEveryMemberAndNoOther() {
    return facts.choices().stream()
        .map(choice -> dynamicTest(choice.toString(), () -> hasEveryMember(choice)));
  }

  private static void hasEveryMember(Choice choice) throws ReflectiveOperationException {
    Map<String, OpenEnum<?>> constants = new TreeMap<>();
    for (Field field : choice.type().getFields()) {
      assertThat(field.getModifiers() & Modifier.FINAL).isNotZero();
      OpenEnum<?> constant = (OpenEnum<?>) field.get(null);
      assertThat(constant.known().name()).as("known for a switch").isEqualTo(field.getName());
      constants.put(constant.value(), constant);
    }
    List<String> members = new ArrayList<>(choice.members());
    members.addAll(choice.beyond());
    assertThat(constants).containsOnlyKeys(members);
    assertThat(constants.values().stream().map(c -> c.known().name()))
        .as("the values for a switch, but UNRECOGNIZED for all others")
        .containsExactlyInAnyOrderElementsOf(knownOf(choice.type()));

    Method of = choice.type().getMethod("of", String.class);
    for (String member : members) {
      assertThat(of.invoke(null, member)).isSameAs(constants.get(member));
      OpenEnum<?> otherCase = (OpenEnum<?>) of.invoke(null, member.toUpperCase(Locale.ROOT));
      assertThat((Object) otherCase).isEqualTo(constants.get(member));
      assertThat((Object) otherCase.known()).isEqualTo(constants.get(member).known());
      assertThat(otherCase.value()).isEqualTo(member.toUpperCase(Locale.ROOT));
    }
    OpenEnum<?> unknown = (OpenEnum<?>) of.invoke(null, "FromTheFuture");
    assertThat(unknown.value()).isEqualTo("FromTheFuture");
    assertThat(unknown.known().name()).isEqualTo("UNRECOGNIZED");
  }

  private static List<String> knownOf(Class<?> type) {
    Class<?> known =
        Arrays.stream(type.getDeclaredClasses())
            .filter(inner -> inner.getSimpleName().equals("Known"))
            .findFirst()
            .orElseThrow();
    return Arrays.stream(known.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .filter(name -> !name.equals("UNRECOGNIZED"))
        .toList();
  }

  /**
   * The kinds of the entities are all in the lists, and the lists hold no type that is not used.
   */
  @Test
  void theListsAreClosed() {
    Set<String> used =
        facts.entities().stream()
            .flatMap(entity -> entity.has().values().stream())
            .map(kind -> kind.replace("list ", ""))
            .filter(kind -> Character.isUpperCase(kind.charAt(0)))
            .collect(Collectors.toCollection(TreeSet::new));
    used.addAll(others);
    Set<String> listed = new TreeSet<>();
    facts.entities().forEach(entity -> listed.add(entity.toString()));
    facts.choices().forEach(choice -> listed.add(choice.toString()));
    assertThat(listed).isEqualTo(used);
  }

  /**
   * A query can be filtered by the properties that its page names, and by no other.
   *
   * @param query gives a filter of the fields to a query
   */
  protected final <F> void filtersAre(
      String entity, Class<F> fields, Consumer<Function<F, Filter>> query) {
    List<String> sent = new ArrayList<>();
    query.accept(all -> firstOf(fields, all, sent));
    Map<String, String> named = facts.filters(entity);
    assertThat(sent)
        .containsExactlyInAnyOrderElementsOf(
            named.keySet().stream().filter(name -> named.get(name).isEmpty()).toList());
  }

  // Collects the names of all fields, and returns some filter.
  private static Filter firstOf(Class<?> type, Object fields, List<String> names) {
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        try {
          String name = ((FilterField<?>) method.invoke(fields)).name();
          assertThat(name).isEqualTo(method.getName());
          names.add(name);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(method.toString(), e);
        }
      }
    }
    return Filter.raw("true");
  }

  @TestFactory
  Stream<DynamicTest> theListsEqualTheSchema() {
    return SharedApi.find().stream()
        .map(api -> Metadata.read(api.path("metadata/defender-endpoint.edmx.xml")))
        .flatMap(
            schema ->
                Stream.concat(
                    facts.entities().stream()
                        .map(e -> dynamicTest(e.name(), () -> equalsTheSchema(e, schema))),
                    facts.choices().stream()
                        .filter(Choice::isOfTheSchema)
                        .map(
                            c ->
                                dynamicTest(
                                    c.name(),
                                    () ->
                                        assertThat(c.members())
                                            .isEqualTo(schema.members(c.name()))))));
  }

  private void equalsTheSchema(Entity entity, Metadata schema) {
    Map<String, String> kinds = new TreeMap<>();
    facts.entities().forEach(e -> kinds.put(e.name(), e.toString()));
    facts.choices().forEach(c -> kinds.put(c.name(), c.toString()));
    assertThat(entity.has()).isEqualTo(schema.properties(entity.name(), kinds));
    Set<String> navigation = schema.navigation(entity.name());
    assertThat(entity.leaves().keySet()).containsAll(navigation);
    assertThat(entity.beyond()).doesNotContainKeys(entity.has().keySet().toArray(String[]::new));
    entity
        .leaves()
        .forEach(
            (name, why) ->
                assertThat(why.startsWith("navigation"))
                    .as(name)
                    .isEqualTo(navigation.contains(name)));
  }

  @TestFactory
  Stream<DynamicTest> theListOfEnumsEqualsTheReferences() {
    return SharedApi.find().stream()
        .map(api -> api.json("enums.json"))
        .flatMap(
            enums ->
                facts.choices().stream()
                    .filter(Choice::isOfTheSchema)
                    .map(
                        choice ->
                            dynamicTest(
                                choice.name(),
                                () -> {
                                  List<String> members = new ArrayList<>();
                                  enums.get(choice.name()).forEach(m -> members.add(m.textValue()));
                                  assertThat(choice.members()).isEqualTo(members);
                                })));
  }
}
