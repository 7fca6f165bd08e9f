package dev.defendersdk.testsupport.facts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Writes JSON that might come as an entity, and JSON that should not but might. No member comes
 * twice, in whatever case: the service sends none so.
 */
public final class RandomEntity {

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "None",
          "none",
          "High",
          "InProgress",
          "Isolate",
          "FromTheFuture",
          "O'Brien",
          "2026-11-24T08:00:00Z",
          "true",
          "12",
          "Müller ✓ \uD83D\uDE80",
          "a\u0000b\n\"\\/",
          "\uD83D",
          "\u2028\u2029\uFEFF",
          "@odata.type",
          "\u0130stanbul",
          "x".repeat(300));

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "140",
          "2147483647",
          "-2147483648",
          "2147483648",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "123456789012345678901234567890",
          "0.1",
          "-0.0",
          "1.0",
          "2.50",
          "1e3",
          "1E-7",
          "-2.5e+10",
          "0.30000000000000004",
          "1.7976931348623157E309",
          "3.1415926535897932384626433832795");

  private static final List<String> NAMES =
      List.of(
          "@odata.context",
          "@odata.type",
          "osVersion",
          "defenderAvStatus",
          "lastUpdate",
          "final",
          "additionalProperties",
          "AdditionalProperties",
          "",
          " ",
          "a.b",
          "ünknown",
          "class",
          "name\"",
          "value",
          "constructor",
          "\uD83D\uDE80");

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  // Entities within entities: some hold others of their own kind.
  private static final int DEEPEST = 4;

  private final SplittableRandom random;
  private int depth;

  public RandomEntity(SplittableRandom random) {
    this.random = random;
  }

  /** An object for a record. */
  public String of(Class<?> record) {
    return of(record, null);
  }

  // Of a kind: with the member that tells it.
  private String of(Class<?> record, String[] kind) {
    depth++;
    StringJoiner object = new StringJoiner(blank() + "," + blank(), "{" + blank(), blank() + "}");
    List<String> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (RecordComponent component : COMPONENTS.get(record)) {
      String name = Kinds.nameOf(component);
      if (component.getName().equals("additionalProperties")
          || !names.add(name.toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (kind != null && kind[0].equals(name)) {
        members.add(member(inSomeCase(name), quoted(kind[1])));
      } else if (random.nextInt(10) < 6) {
        members.add(member(inSomeCase(name), value(component.getGenericType())));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = random.nextInt(4) == 0 ? word() : pick(NAMES);
      if (names.add(sent(name).toLowerCase(Locale.ROOT))) {
        members.add(member(name, anything(3)));
      }
    }
    while (!members.isEmpty()) {
      object.add(members.remove(random.nextInt(members.size())));
    }
    depth--;
    return object.toString();
  }

  private String value(Type type) {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return "null";
    }
    return kind == 1 ? anything(2) : fitting(type);
  }

  private String fitting(Type type) {
    if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
      return dictionary(2);
    }
    if (type instanceof ParameterizedType list) {
      StringJoiner array = new StringJoiner(",", "[", "]");
      for (int i = random.nextInt(4); i > 0; i--) {
        // One element of another kind now and then, null included: the list is then kept raw.
        array.add(value(list.getActualTypeArguments()[0]));
      }
      return array.toString();
    }
    if (type == Instant.class) {
      return quoted(time());
    }
    if (type == Boolean.class) {
      return String.valueOf(random.nextBoolean());
    }
    if (type == Integer.class || type == Long.class) {
      return random.nextBoolean() ? pick(NUMBERS) : String.valueOf(random.nextInt());
    }
    if (type == Double.class) {
      return pick(NUMBERS);
    }
    if (Kinds.has(type)) {
      return depth < DEEPEST ? ofSomeKind(type) : "{}";
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return depth < DEEPEST ? of(c) : "{}";
    }
    return quoted(word());
  }

  // Now and then of a kind from the future, or without what would tell.
  private String ofSomeKind(Type type) {
    List<JsonSubTypes.Type> kinds = Kinds.of(type);
    String name = kinds.get(random.nextInt(kinds.size())).name();
    switch (random.nextInt(12)) {
      case 0 -> name += "FromTheFuture";
      case 1 -> name = word();
      case 2 -> name = name.substring(1);
      default -> {}
    }
    return of(Kinds.record(type, name), new String[] {Kinds.member(type), name});
  }

  private String anything(int depth) {
    switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0:
        return "null";
      case 1:
        return String.valueOf(random.nextBoolean());
      case 2:
        return pick(NUMBERS);
      case 3:
        return quoted(time());
      case 4:
        return quoted(word());
      case 5:
        StringJoiner array = new StringJoiner(",", "[", "]");
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(anything(depth - 1));
        }
        return array.toString();
      default:
        return dictionary(depth);
    }
  }

  private String dictionary(int depth) {
    StringJoiner object = new StringJoiner(",", "{", "}");
    Set<String> names = new HashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = random.nextBoolean() ? word() : pick(NAMES);
      if (names.add(sent(name))) {
        object.add(member(name, anything(depth - 1)));
      }
    }
    return object.toString();
  }

  // Mostly as the service writes it; else as exports do, with an offset, or no time at all.
  private String time() {
    StringBuilder text = new StringBuilder(32);
    text.append(random.nextInt(20) == 0 ? "0001" : random.nextInt(1969, 2101));
    two(text, '-', random.nextInt(1, 13));
    two(text, '-', random.nextInt(1, 32));
    two(text, random.nextInt(15) == 0 ? ' ' : 'T', random.nextInt(25));
    two(text, ':', random.nextInt(60));
    two(text, ':', random.nextInt(60));
    int digits = random.nextInt(10);
    for (int i = 0; i < digits; i++) {
      text.append(i == 0 ? "." : "").append(random.nextInt(10));
    }
    return text.append(
            switch (random.nextInt(16)) {
              case 0 -> "";
              case 1 -> "+02:00";
              case 2 -> "-11:30";
              case 3 -> "z";
              default -> "Z";
            })
        .toString();
  }

  private static void two(StringBuilder text, char before, int number) {
    text.append(before).append(number < 10 ? "0" : "").append(number);
  }

  private String inSomeCase(String name) {
    return switch (random.nextInt(12)) {
      case 0 -> name.toUpperCase(Locale.ROOT);
      case 1 -> name.toLowerCase(Locale.ROOT);
      case 2 -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      default -> name;
    };
  }

  private String word() {
    if (random.nextInt(3) > 0) {
      return pick(WORDS);
    }
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      word.append(
          (char) (random.nextInt(8) == 0 ? random.nextInt(0x10000) : random.nextInt(32, 127)));
    }
    return word.toString();
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String blank() {
    return random.nextInt(5) == 0 ? "\n  " : "";
  }

  // Half of a pair is no name that Jackson takes, but a value that it does: Windows has file names
  // with such.
  private static String sent(String name) {
    return HALF.matcher(name).replaceAll("?");
  }

  private static String member(String name, String value) {
    return quoted(sent(name)) + ":" + value;
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder();
    for (char c : new TextNode(text).toString().toCharArray()) {
      if (Character.isSurrogate(c)) {
        json.append("\\u").append(Integer.toHexString(c));
      } else {
        json.append(c);
      }
    }
    return json.toString();
  }
}
