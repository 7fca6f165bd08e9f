package dev.defendersdk.gates;

import dev.defendersdk.core.call.Operation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operations of all modules, found by their classes: a new one joins every test of this module
 * by itself.
 */
final class AllOperations {

  private AllOperations() {}

  /** Sorted by id. */
  static List<Operation<?>> list() {
    List<Operation<?>> operations = new ArrayList<>();
    for (Modules.Module module : Modules.watched()) {
      for (String name : operationClasses(module)) {
        operations.addAll(of(name));
      }
    }
    operations.sort(Comparator.comparing(Operation::id));
    return operations;
  }

  private static List<Operation<?>> of(String className) {
    try {
      Method all = Class.forName(className).getMethod("all");
      if (!Modifier.isStatic(all.getModifiers())) {
        throw new AssertionError(className + ".all() is not static");
      }
      List<Operation<?>> operations = new ArrayList<>();
      for (Object operation : (List<?>) all.invoke(null)) {
        operations.add((Operation<?>) operation);
      }
      return operations;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(className + " needs a public static List<Operation<?>> all()", e);
    }
  }

  private static List<String> operationClasses(Modules.Module module) {
    Path classes = module.classes();
    if (!Files.isDirectory(classes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith("Operations.class") && !file.contains("internal/"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
