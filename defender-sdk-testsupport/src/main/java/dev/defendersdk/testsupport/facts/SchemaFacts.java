package dev.defendersdk.testsupport.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A module's own list of what the schema says, read into maps: {@code entities.txt}, {@code
 * enums.txt} and {@code filters.txt}.
 */
public final class SchemaFacts {

  /**
   * An entity.
   *
   * @param name the service's
   * @param has properties with their kinds
   * @param beyond components that the schema does not have, with the reason
   * @param leaves properties that the record does not have, with the reason
   */
  public record Entity(
      Class<?> type,
      String name,
      Map<String, String> has,
      Map<String, String> beyond,
      Map<String, String> leaves) {

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  /**
   * An enum: our type, the service's name and the members.
   *
   * @param name {@code -} for one that pages have, and the schema has not
   * @param beyond constants that the schema does not have: spellings of pages and answers
   */
  public record Choice(Class<?> type, String name, List<String> members, List<String> beyond) {
    boolean isOfTheSchema() {
      return !name.equals("-");
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  private final Facts facts;
  private final List<String> packages;

  private SchemaFacts(Facts facts, List<String> packages) {
    this.facts = facts;
    this.packages = packages;
  }

  /** The lists, and a type of each package in which the types have their names. */
  public static SchemaFacts of(Facts facts, Class<?>... packages) {
    return new SchemaFacts(facts, Stream.of(packages).map(Class::getPackageName).toList());
  }

  /** The entities of {@code entities.txt}. */
  public List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (List<String> line : facts.read("entities.txt")) {
      if (line.get(0).equals("entity")) {
        entities.add(
            new Entity(
                type(line.get(1)),
                line.get(2),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>()));
        continue;
      }
      Entity entity = entities.get(entities.size() - 1);
      Map<String, String> part =
          switch (line.get(0)) {
            case "has" -> entity.has();
            case "beyond" -> entity.beyond();
            case "leaves" -> entity.leaves();
            default -> throw new AssertionError("no such line: " + line);
          };
      if (part.put(line.get(1), line.get(2)) != null) {
        throw new AssertionError("twice: " + line);
      }
    }
    return entities;
  }

  /** The enums of {@code enums.txt}. */
  public List<Choice> choices() {
    return facts.read("enums.txt").stream()
        .map(
            line ->
                new Choice(
                    type(line.get(0)),
                    line.get(1),
                    Facts.words(line.get(2)),
                    line.size() > 3 ? Facts.words(line.get(3)) : List.of()))
        .toList();
  }

  /** Properties to filter by, with the reason where there is no typed filter, else empty. */
  public Map<String, String> filters(String entity) {
    Map<String, String> filters = new LinkedHashMap<>();
    facts.read("filters.txt").stream()
        .filter(line -> line.get(0).equals(entity))
        .forEach(line -> filters.put(line.get(1), line.get(2)));
    return filters;
  }

  /** A public type of the module, or one that modules share, by its simple name. */
  private Class<?> type(String name) {
    return packages.stream()
        .map(room -> room + "." + name)
        .flatMap(SchemaFacts::load)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the module has no type " + name));
  }

  private static Stream<Class<?>> load(String name) {
    try {
      return Stream.of(Class.forName(name));
    } catch (ClassNotFoundException e) {
      return Stream.empty();
    }
  }
}
