package dev.defendersdk.testsupport.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a user of modules can call with arguments, by reflection: the public methods and
 * constructors of the public types in the packages that the modules export.
 */
final class PublicMethods {

  private PublicMethods() {}

  /**
   * Those of the modules that the given types are of, by a short name, such as {@code
   * MachinesClient.get(String)}.
   */
  static Map<String, Executable> of(List<Class<?>> anchors) {
    List<Class<?>> types = types(anchors);
    Map<String, Long> namesakes =
        types.stream().collect(Collectors.groupingBy(PublicMethods::nested, Collectors.counting()));
    Map<String, Executable> all = new TreeMap<>();
    for (Class<?> type : types) {
      String owner = namesakes.get(nested(type)) > 1 ? withRoom(type) : nested(type);
      Stream.concat(
              Arrays.stream(type.getDeclaredMethods()),
              Arrays.stream(type.getDeclaredConstructors()))
          .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
          .filter(method -> method.getParameterCount() > 0 && !isEquals(method))
          .filter(method -> !(type.isEnum() && method.getName().equals("valueOf")))
          .forEach(method -> all.put(name(owner, method), method));
    }
    return all;
  }

  // Equality takes whatever comes.
  private static boolean isEquals(Executable method) {
    return method.getName().equals("equals") && method.getParameterCount() == 1;
  }

  private static String name(String owner, Executable method) {
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(","));
    return (method instanceof Method ? owner + "." + method.getName() : "new " + owner)
        + "("
        + parameters
        + ")";
  }

  // Two packages may have a type of one name: with the last word of its package, then.
  private static String withRoom(Class<?> type) {
    String room = type.getPackageName();
    return room.substring(room.lastIndexOf('.') + 1) + "." + nested(type);
  }

  private static String nested(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  /** The places of the arguments that must not be null. */
  static List<Integer> neverNull(Executable method) {
    List<Integer> places = new ArrayList<>();
    AnnotatedType[] types = method.getAnnotatedParameterTypes();
    for (int i = 0; i < types.length; i++) {
      boolean mayBeNull = types[i].isAnnotationPresent(Nullable.class);
      if (!mayBeNull && !method.getParameterTypes()[i].isPrimitive()) {
        places.add(i);
      }
    }
    return places;
  }

  private static List<Class<?>> types(List<Class<?>> anchors) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> anchor : anchors) {
      try {
        Path code = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(code)) {
          types.addAll(typesIn(code));
        } else {
          try (FileSystem jar = FileSystems.newFileSystem(code)) {
            types.addAll(typesIn(jar.getPath("/")));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (URISyntaxException e) {
        throw new AssertionError(e);
      }
    }
    return types;
  }

  private static List<Class<?>> typesIn(Path root) throws IOException {
    ModuleDescriptor module;
    try (InputStream in = Files.newInputStream(root.resolve("module-info.class"))) {
      module = ModuleDescriptor.read(in);
    }
    Set<String> exported =
        module.exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.contains("-info"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
          .<Class<?>>map(PublicMethods::load)
          .filter(PublicMethods::isPublic)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }
}
