package dev.defendersdk.core.internal.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads objects of several kinds, which a member of theirs tells apart. The kinds are records, and
 * what they have in common is an interface that names them by Jackson's annotations:
 *
 * <pre>
 * &#64;JsonTypeInfo(use = NAME, include = EXISTING_PROPERTY, property = "&#64;odata.type",
 *     visible = true, defaultImpl = OtherEvidence.class)
 * &#64;JsonSubTypes({&#64;Type(value = IpEvidence.class, name = "#microsoft.graph.security.ipEvidence")})
 * public interface Evidence {…}
 * </pre>
 *
 * <p>The member itself is read into the record like any other. A kind that is not named, and an
 * object without the member, become the default. OData names a type with {@code #} before it or
 * without: both are the same. So are names that differ in case alone, as in {@code OpenEnum}: else
 * the value would say one kind, and the object be of another.
 */
final class KindReader implements ValueReader {

  private static final ClassValue<KindReader> READERS =
      new ClassValue<>() {
        @Override
        protected KindReader computeValue(Class<?> type) {
          return new KindReader(type);
        }
      };

  private final String member;
  private final byte[] quotedMember;
  private final Map<String, Class<?>> kinds = new HashMap<>();
  private final Class<?> other;
  private final RepeatedTexts readers = new RepeatedTexts(name -> EntityReader.of(kind(name)));

  private KindReader(Class<?> type) {
    JsonTypeInfo how = type.getAnnotation(JsonTypeInfo.class);
    JsonSubTypes named = type.getAnnotation(JsonSubTypes.class);
    if (how == null
        || named == null
        || how.include() != JsonTypeInfo.As.EXISTING_PROPERTY
        || !type.isAssignableFrom(how.defaultImpl())) {
      throw new IllegalArgumentException(
          type + " names no kinds: it needs @JsonTypeInfo with a default, and @JsonSubTypes");
    }
    this.member = how.property();
    this.quotedMember = ('"' + member + '"').getBytes(StandardCharsets.UTF_8);
    this.other = how.defaultImpl();
    for (JsonSubTypes.Type kind : named.value()) {
      kinds.put(key(kind.name()), kind.value());
    }
  }

  /** The reader of what a type's kinds have in common. */
  static KindReader of(Class<?> type) {
    return READERS.get(type);
  }

  /** Whether a type says that it has kinds. */
  static boolean reads(Class<?> type) {
    return type.isInterface() && type.isAnnotationPresent(JsonTypeInfo.class);
  }

  @Override
  public Object read(Cursor cursor, Misfits misfits) {
    return cursor.kind() == '{'
        ? readerAt(cursor).read(cursor, misfits)
        : ValueReader.misfit(cursor);
  }

  // Mostly the member is the first. The cursor comes back to where it was.
  private EntityReader<?> readerAt(Cursor cursor) {
    int start = cursor.position();
    EntityReader<?> reader = EntityReader.of(other);
    cursor.enter();
    while (cursor.more()) {
      boolean found = cursor.nameIs(quotedMember) || cursor.name().equalsIgnoreCase(member);
      if (found && cursor.kind() == '"') {
        reader = (EntityReader<?>) readers.read(cursor);
        break;
      }
      cursor.skipValue();
    }
    cursor.moveBackTo(start);
    return reader;
  }

  private Class<?> kind(String name) {
    return kinds.getOrDefault(key(name), other);
  }

  private static String key(String name) {
    return (name.startsWith("#") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }
}
