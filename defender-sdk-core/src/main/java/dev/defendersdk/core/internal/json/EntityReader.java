package dev.defendersdk.core.internal.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities, which are records, so that nothing is lost: members that the record does not
 * have, and members whose value is of another kind, are kept raw in its {@code
 * additionalProperties}. Names are read without regard to case, as the service's answers differ in
 * it.
 *
 * <p>Jackson is not used for it: its binding cannot keep a value of an unexpected kind, and its
 * parser checks every byte again that the first pass over a page has checked. What this gains is
 * told by the benchmarks.
 *
 * @param <T> the record
 */
public final class EntityReader<T> {

  private static final String ADDITIONAL = "additionalProperties";

  private static final ClassValue<EntityReader<?>> READERS =
      new ClassValue<>() {
        @Override
        protected EntityReader<?> computeValue(Class<?> type) {
          return new EntityReader<>(type);
        }
      };

  private final Class<T> type;
  private final MethodHandle constructor;
  private final Map<String, Member> exact = new HashMap<>();
  private final Map<String, Member> lowerCase = new HashMap<>();
  private final Member none = new Member("", -1, (cursor, misfits) -> ValueReader.misfit(cursor));
  private final Object[] absent;
  private final int additional;

  private EntityReader(Class<T> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    if (components == null
        || Arrays.stream(components).noneMatch(c -> c.getName().equals(ADDITIONAL))) {
      throw noEntity(type);
    }
    this.absent = new Object[components.length];
    int any = -1;
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      if (component.getName().equals(ADDITIONAL)) {
        any = i;
        absent[i] = Map.of();
        continue;
      }
      Member member = new Member(nameOf(component), i, ValueReader.of(component.getGenericType()));
      exact.put(member.name, member);
      lowerCase.put(member.name.toLowerCase(Locale.ROOT), member);
      if (component.getType() == List.class) {
        absent[i] = AbsentList.INSTANCE;
      } else if (component.getType() == Map.class) {
        absent[i] = AbsentMap.INSTANCE;
      }
    }
    this.additional = any;
    this.constructor = constructorOf(type, components);
  }

  /** The reader of a record type. */
  @SuppressWarnings("unchecked")
  public static <T> EntityReader<T> of(Class<T> type) {
    return (EntityReader<T>) READERS.get(type);
  }

  /** Reads the object at which the cursor stands. */
  T read(Cursor cursor, Misfits misfits) {
    Object[] values = absent.clone();
    Map<String, @Nullable Object> unknown = null;
    Member before = none;
    cursor.enter();
    while (cursor.more()) {
      Member member = before.follower;
      String name;
      if (member != null && cursor.nameIs(member.quotedName)) {
        name = member.name;
      } else {
        name = cursor.name();
        member = member(name);
        if (member != null) {
          before.follower = member;
        }
      }
      if (member != null) {
        before = member;
      }
      if (cursor.kind() == 'n') {
        cursor.skipLiteral();
        continue; // counts as absent
      }
      Object value;
      if (member != null && values[member.index] == absent[member.index]) {
        value = member.reader.read(cursor, misfits);
        if (!(value instanceof ValueReader.Misfit misfit)) {
          values[member.index] = value;
          continue;
        }
        value = misfit.raw();
        misfits.misfit(type, member.name);
      } else {
        value = Plain.read(cursor); // unknown, or known but there already in another spelling
      }
      unknown = unknown == null ? new LinkedHashMap<>() : unknown;
      unknown.put(name, value);
    }
    if (unknown != null) {
      values[additional] = Collections.unmodifiableMap(unknown);
    }
    return construct(values);
  }

  // Where the service's name is none of Java, an annotation has it.
  private static String nameOf(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }

  private @Nullable Member member(String name) {
    Member member = exact.get(name);
    return member != null ? member : lowerCase.get(name.toLowerCase(Locale.ROOT));
  }

  @SuppressWarnings("unchecked")
  private T construct(Object[] values) {
    try {
      return (T) constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static IllegalArgumentException noEntity(Class<?> type) {
    return new IllegalArgumentException(
        "type is "
            + type.getName()
            + ": an entity is a record with a component additionalProperties. Pass such a type.");
  }

  private static MethodHandle constructorOf(Class<?> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, types))
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " is not public, or in no exported package", e);
    }
  }

  private static final class Member {

    private final String name;
    private final byte[] quotedName;
    private final int index;
    private final ValueReader reader;

    /**
     * The one that came after this one last time, and likely does again. Threads may see each
     * other's or not: it is a guess.
     */
    private @Nullable Member follower;

    private Member(String name, int index, ValueReader reader) {
      this.name = name;
      this.quotedName = ('"' + name + '"').getBytes(StandardCharsets.UTF_8);
      this.index = index;
      this.reader = reader;
    }
  }
}
