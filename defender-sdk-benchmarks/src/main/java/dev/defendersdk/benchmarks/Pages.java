package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Pages of an entity as the service sends them, generated from a seed. The same seed and size give
 * the same bytes.
 */
abstract class Pages {

  private final String context;

  /**
   * Of an entity.
   *
   * @param context what stands at the head of each page, as {@code @odata.context}
   */
  Pages(String context) {
    this.context = context;
  }

  /** Writes one element: every member that the SDK knows, in the order of the service's sample. */
  abstract void element(JsonGenerator out, Values values, int number) throws IOException;

  /** The bytes of one page. */
  final byte[] page(long seed, int elements) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(bytes, seed, elements, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The bytes of one element, as it comes alone. */
  final byte[] one(long seed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = new JsonFactory().createGenerator(bytes)) {
      element(out, new Values(seed), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes one page, never holding it whole.
   *
   * @param nextLink of the page, or null for the last one
   */
  final void write(OutputStream to, long seed, int elements, @Nullable String nextLink)
      throws IOException {
    Values values = new Values(seed);
    try (JsonGenerator out = new JsonFactory().createGenerator(to)) {
      out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      out.writeStartObject();
      out.writeStringField("@odata.context", context);
      out.writeArrayFieldStart("value");
      for (int i = 0; i < elements; i++) {
        element(out, values, i);
      }
      out.writeEndArray();
      if (nextLink != null) {
        out.writeStringField("@odata.nextLink", nextLink);
      }
      out.writeEndObject();
    }
  }
}
