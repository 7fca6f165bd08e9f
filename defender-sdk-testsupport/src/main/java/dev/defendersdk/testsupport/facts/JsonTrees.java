package dev.defendersdk.testsupport.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON trees and when two of them say the same of an entity: members that are null are as absent;
 * names of members that the type has are equal in any case, those of others exactly; instants of
 * the type are equal by value, to the service's 100 nanoseconds; numbers by value; all else is
 * equal to the letter.
 */
public final class JsonTrees {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ClassValue<Map<String, Map.Entry<String, Type>>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, Map.Entry<String, Type>> computeValue(Class<?> type) {
          Map<String, Map.Entry<String, Type>> components = new HashMap<>();
          for (RecordComponent component : type.getRecordComponents()) {
            String name = Kinds.nameOf(component);
            components.put(
                name.toLowerCase(Locale.ROOT), Map.entry(name, component.getGenericType()));
          }
          components.remove("additionalproperties");
          return components;
        }
      };

  private JsonTrees() {}

  public static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e.getOriginalMessage() + " in " + json, e);
    }
  }

  /** What a tree says as an entity of the type: equal for trees that say the same. */
  public static Object meaning(JsonNode tree, Type type) {
    if (tree.isObject()) {
      return tree.isEmpty() ? Map.of() : members(tree, Kinds.has(type) ? kind(tree, type) : type);
    }
    if (tree.isArray()) {
      List<Object> elements = new ArrayList<>();
      tree.forEach(element -> elements.add(meaning(element, elementOf(type))));
      return elements;
    }
    if (tree.isNumber()) {
      BigDecimal number = tree.decimalValue();
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
    if (tree.isTextual() && type == Instant.class) {
      Instant instant = instant(tree.textValue());
      return instant == null ? tree.textValue() : instant;
    }
    return tree.isTextual() ? tree.textValue() : tree.asText() + " without quotes";
  }

  private static Map<String, List<Object>> members(JsonNode object, Type type) {
    Map<String, List<Object>> members = new TreeMap<>();
    object
        .properties()
        .forEach(
            member -> {
              if (!member.getValue().isNull()) {
                Map.Entry<String, Type> known =
                    components(type).get(member.getKey().toLowerCase(Locale.ROOT));
                String name = known == null ? member.getKey() : known.getKey();
                Type inner = known == null ? Object.class : known.getValue();
                members
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .add(meaning(member.getValue(), inner));
              }
            });
    return members;
  }

  // The first member of that name, in whatever case, if it is a text.
  private static Class<?> kind(JsonNode object, Type type) {
    String name =
        object.properties().stream()
            .filter(member -> member.getKey().equalsIgnoreCase(Kinds.member(type)))
            .filter(member -> member.getValue().isTextual())
            .map(member -> member.getValue().textValue())
            .findFirst()
            .orElse("");
    return Kinds.record(type, name);
  }

  // Names and types, by the name in lower case.
  private static Map<String, Map.Entry<String, Type>> components(Type type) {
    return type instanceof Class<?> c && c.isRecord() ? COMPONENTS.get(c) : Map.of();
  }

  private static Type elementOf(Type type) {
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? list.getActualTypeArguments()[0]
        : Object.class;
  }

  // The service's forms, and those of its exports: a blank for the T, and no zone for UTC.
  private static Instant instant(String text) {
    String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
    for (String zone : List.of("", "Z")) {
      try {
        Instant instant = OffsetDateTime.parse(iso + zone).toInstant();
        return instant.minusNanos(instant.getNano() % 100);
      } catch (DateTimeException e) {
        // The next form.
      }
    }
    return null;
  }
}
