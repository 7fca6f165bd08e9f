package dev.defendersdk.testsupport.facts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;

/** What annotations say of entities: names that are none of Java, and objects of several kinds. */
final class Kinds {

  private Kinds() {}

  /** The name that the JSON has. */
  static String nameOf(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }

  /** Whether objects of several kinds may stand for a type. */
  static boolean has(Type type) {
    return type instanceof Class<?> c && c.isAnnotationPresent(JsonTypeInfo.class);
  }

  /** The member that tells the kind. */
  static String member(Type type) {
    return ((Class<?>) type).getAnnotation(JsonTypeInfo.class).property();
  }

  /** The kinds of a type by their names, which may stand with or without {@code #}. */
  static List<JsonSubTypes.Type> of(Type type) {
    return List.of(((Class<?>) type).getAnnotation(JsonSubTypes.class).value());
  }

  /** The record for a kind, known or not. */
  static Class<?> record(Type type, String name) {
    return of(type).stream()
        .filter(kind -> kind.name().equals(name) || kind.name().equals("#" + name))
        .<Class<?>>map(JsonSubTypes.Type::value)
        .findFirst()
        .orElse(((Class<?>) type).getAnnotation(JsonTypeInfo.class).defaultImpl());
  }
}
