package dev.defendersdk.machineactions.facts;

import dev.defendersdk.machineactions.actions.MachineAction;
import dev.defendersdk.machineactions.health.DeviceAvInfo;
import dev.defendersdk.machineactions.investigations.Investigation;
import dev.defendersdk.machineactions.liveresponse.LibraryFile;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.scans.ScanDefinition;
import dev.defendersdk.machineactions.users.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The project's own list of what the schema says, read into maps. */
final class SchemaFacts {

  /**
   * An entity.
   *
   * @param name the service's
   * @param has properties with their kinds
   * @param beyond components that the schema does not have, with the reason
   * @param leaves properties that the record does not have, with the reason
   */
  record Entity(
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

  /** An enum: our type, the service's name and the members. */
  record Choice(Class<?> type, String name, List<String> members) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  private SchemaFacts() {}

  static List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (List<String> line : Facts.read("entities.txt")) {
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

  static List<Choice> choices() {
    return Facts.read("enums.txt").stream()
        .map(line -> new Choice(type(line.get(0)), line.get(1), Facts.words(line.get(2))))
        .toList();
  }

  /** Properties to filter by, with the reason where there is no typed filter, else empty. */
  static Map<String, String> filters(String entity) {
    Map<String, String> filters = new LinkedHashMap<>();
    Facts.read("filters.txt").stream()
        .filter(line -> line.get(0).equals(entity))
        .forEach(line -> filters.put(line.get(1), line.get(2)));
    return filters;
  }

  /** A public type of the module by its simple name. */
  static Class<?> type(String name) {
    return Stream.of(
            Machine.class,
            MachineAction.class,
            LibraryFile.class,
            User.class,
            Investigation.class,
            ScanDefinition.class,
            DeviceAvInfo.class)
        .map(room -> room.getPackageName() + "." + name)
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
