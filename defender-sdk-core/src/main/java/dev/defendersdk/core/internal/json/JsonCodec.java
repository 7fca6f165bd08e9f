package dev.defendersdk.core.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.defendersdk.core.internal.text.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON in and out. */
public final class JsonCodec {

  private static final ObjectMapper WRITER = writer(Timestamps::writeExactly);
  private static final ObjectMapper BODY_WRITER = writer(Timestamps::write);

  private JsonCodec() {}

  /** Reads one entity, alone in a text. */
  public static <T> T read(Class<T> type, String text, Misfits misfits) throws IOException {
    return entity(text.getBytes(StandardCharsets.UTF_8), type, misfits);
  }

  /** Reads one entity, alone in a body. */
  public static <T> T read(Class<T> type, InputStream body, Misfits misfits) throws IOException {
    return entity(body.readAllBytes(), type, misfits);
  }

  /** Reads any JSON as plain values; null if there is none. */
  public static @Nullable Object readPlain(InputStream body) throws IOException {
    Cursor cursor = checked(body.readAllBytes());
    return cursor == null ? null : Plain.read(cursor);
  }

  /** Writes an entity, with all digits of its instants. */
  public static byte[] write(Object value) {
    return write(WRITER, value);
  }

  /** Writes the members of a request's body, with instants as the service takes them. */
  public static byte[] writeBody(Map<String, ? extends @Nullable Object> members) {
    return write(BODY_WRITER, members);
  }

  private static byte[] write(ObjectMapper writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      String at = e instanceof JsonMappingException inner ? inner.getPathReference() : "";
      throw new IllegalArgumentException(
          "value is a "
              + (at.isEmpty() ? value.getClass().getName() : at)
              + ": it cannot be written as JSON. Pass an entity, or texts, numbers, booleans, instants"
              + " and lists of these.",
          e);
    }
  }

  /** A value as it would be written, as plain values. */
  static @Nullable Object toPlain(Object value) {
    byte[] written = write(value);
    return Plain.read(new Cursor(written, 0, written.length));
  }

  private static <T> T entity(byte[] text, Class<T> type, Misfits misfits) throws IOException {
    EntityReader<T> reader = KindReader.reads(type) ? null : EntityReader.of(type);
    Cursor cursor = checked(text);
    if (cursor == null || cursor.kind() != '{') {
      throw new IOException("the JSON is no object, but should be a " + type.getSimpleName());
    }
    return reader == null
        ? type.cast(KindReader.of(type).read(cursor, misfits))
        : reader.read(cursor, misfits);
  }

  /** At the one value of a text that is well formed; null if the text is blank. */
  private static @Nullable Cursor checked(byte[] text) throws IOException {
    Scanner scanner = new Scanner(text);
    int first = scanner.nextNonBlank();
    if (first < 0) {
      return null;
    }
    int start = (int) scanner.position() - 1;
    scanner.value(first);
    if (scanner.nextNonBlank() >= 0) {
      throw new IOException("the JSON goes on after its end");
    }
    return new Cursor(text, start, text.length);
  }

  private static ObjectMapper writer(Function<Instant, String> instants) {
    SimpleModule own =
        new SimpleModule()
            .addSerializer(Instant.class, new InstantWriter(instants))
            .setSerializerModifier(new ComponentsOnly());
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(own)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .withConfigOverride(
            List.class,
            list ->
                list.setInclude(
                    JsonInclude.Value.construct(
                            JsonInclude.Include.CUSTOM, JsonInclude.Include.ALWAYS)
                        .withValueFilter(AbsentList.Filter.class)))
        .withConfigOverride(
            Map.class,
            map ->
                map.setInclude(
                    JsonInclude.Value.construct(
                            JsonInclude.Include.CUSTOM, JsonInclude.Include.ALWAYS)
                        .withValueFilter(AbsentMap.Filter.class)))
        .build();
  }

  private static final class InstantWriter extends JsonSerializer<Instant> {

    private final Function<Instant, String> written;

    InstantWriter(Function<Instant, String> written) {
      this.written = written;
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(written.apply(value));
    }
  }

  /** Writes the components of a record alone, not its further methods that look like getters. */
  private static final class ComponentsOnly extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
      if (bean.getBeanClass().isRecord()) {
        Set<String> components =
            Arrays.stream(bean.getBeanClass().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        properties.removeIf(property -> !components.contains(property.getMember().getName()));
      }
      return properties;
    }
  }
}
