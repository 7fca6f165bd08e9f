package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.internal.json.Misfits;
import dev.defendersdk.core.internal.json.PageOutline;
import dev.defendersdk.core.internal.json.PageReader;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * What is compared, over the same bytes. All but {@link #tokens} hand out every element of the
 * page, one at a time, and are of the same result: a test sees to it.
 */
final class PageSubjects<T> implements AutoCloseable {

  private static final long INFLATED_BOUND = Integer.MAX_VALUE;

  private final JsonFactory factory = new JsonFactory();
  private final Listed<T> listed;
  private final ObjectReader jackson;
  private final int count;
  private final byte[] page;
  private final WireResponse plain;
  private final WireResponse gzip;
  private final PageOutline outline;
  private final DefenderClient defender;
  private long tenants;

  /** Over one generated page of so many elements. */
  PageSubjects(Listed<T> listed, long seed, int count) {
    this.listed = listed;
    this.count = count;
    this.jackson =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(listed.type());
    this.page = listed.pages().page(seed, count);
    this.plain = answer(page, Map.of());
    this.gzip = answer(gzip(page), Map.of("Content-Encoding", List.of("gzip")));
    this.outline = outline(plain);
    this.defender = LocalClient.over(new CannedHttpClient(page, Map.of()));
  }

  /** Bytes of the page. */
  int bytes() {
    return page.length;
  }

  /** Bytes of the page as gzip. */
  int gzipBytes() {
    return gzip.length();
  }

  /** The SDK's own way: through the whole page first, then element by element. */
  void sdk(Consumer<? super T> consumer) {
    readThroughThenEach(plain, consumer);
  }

  /** The same, inflating twice. */
  void sdkGzip(Consumer<? super T> consumer) {
    readThroughThenEach(gzip, consumer);
  }

  /** The SDK's first pass alone. */
  int sdkFirstPass() {
    return outline(plain).elements();
  }

  /** The SDK without its first pass. */
  void sdkElementsOnly(Consumer<? super T> consumer) {
    each(plain, outline, consumer);
  }

  /** A user's call, with all that comes before and after decoding but the network. */
  void list(Consumer<? super T> consumer) {
    // A tenant of its own for each call, so that none waits for quota.
    Iterator<T> elements =
        listed.list().apply(defender.forTenant("tenant-" + tenants++)).iterator();
    for (int i = 0; i < count; i++) {
      consumer.accept(elements.next());
    }
  }

  /** Jackson's binding of the same records, element by element. */
  void jackson(Consumer<? super T> consumer) {
    try (JsonParser parser = factory.createParser(new ByteArrayInputStream(page))) {
      while (parser.nextToken() != JsonToken.START_ARRAY) {
        // up to the list
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        consumer.accept(jackson.readValue(parser));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jackson's tokens, none of which is looked at. */
  int tokens() {
    int tokens = 0;
    try (JsonParser parser = factory.createParser(new ByteArrayInputStream(page))) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  @Override
  public void close() {
    defender.close();
  }

  private void readThroughThenEach(WireResponse answer, Consumer<? super T> consumer) {
    each(answer, outline(answer), consumer);
  }

  private static PageOutline outline(WireResponse answer) {
    try (InputStream body = answer.open()) {
      return PageOutline.of(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void each(WireResponse answer, PageOutline outline, Consumer<? super T> consumer) {
    try (PageReader<T> reader =
        new PageReader<>(answer.open(), outline, listed.type(), Misfits.IGNORED)) {
      for (T element = reader.next(); element != null; element = reader.next()) {
        consumer.accept(element);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WireResponse answer(byte[] body, Map<String, List<String>> headers) {
    return new WireResponse(
        200, HttpHeaders.of(headers, (name, value) -> true), body, INFLATED_BOUND);
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
