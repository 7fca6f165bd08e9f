package dev.defendersdk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.defendersdk.core.DefenderClient;
import dev.defendersdk.core.auth.AccessToken;
import dev.defendersdk.core.auth.Credentials;
import dev.defendersdk.core.internal.json.Misfits;
import dev.defendersdk.core.internal.json.PageOutline;
import dev.defendersdk.core.internal.json.PageReader;
import dev.defendersdk.core.internal.transport.WireResponse;
import dev.defendersdk.machineactions.machines.Machine;
import dev.defendersdk.machineactions.machines.MachinesClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/**
 * What is compared, over the same bytes. All but {@link #tokens} hand out every machine of the
 * page, one at a time, and are of the same result: a test sees to it.
 */
final class PageSubjects implements AutoCloseable {

  private static final long INFLATED_BOUND = Integer.MAX_VALUE;
  private static final String TENANT = "00000000-0000-0000-0000-000000000001";

  private static final Instant NEVER = Instant.parse("2100-01-01T00:00:00Z");

  private final JsonFactory factory = new JsonFactory();
  private final ObjectReader jackson =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(Machine.class);
  private final int machines;
  private final byte[] page;
  private final WireResponse plain;
  private final WireResponse gzip;
  private final PageOutline outline;
  private final DefenderClient defender;
  private long tenants;

  /** Over one generated page. */
  PageSubjects(long seed, int machines) {
    this.machines = machines;
    this.page = MachinePages.page(seed, machines);
    this.plain = answer(page, Map.of());
    this.gzip = answer(gzip(page), Map.of("Content-Encoding", List.of("gzip")));
    this.outline = outline(plain);
    this.defender =
        DefenderClient.builder()
            .credential(
                Credentials.tokenSupplier(
                    TENANT, TENANT, request -> AccessToken.of("token", NEVER)))
            .partner("Contoso", "Benchmark", "1.0")
            .httpClient(new CannedHttpClient(page, Map.of()))
            .build();
  }

  /** Bytes of the page. */
  int bytes() {
    return page.length;
  }

  /** Bytes of the page as gzip. */
  int gzipBytes() {
    return gzip.length();
  }

  /** The SDK's own way: through the whole page first, then machine by machine. */
  void sdk(Consumer<Machine> consumer) {
    readThroughThenEach(plain, consumer);
  }

  /** The same, inflating twice. */
  void sdkGzip(Consumer<Machine> consumer) {
    readThroughThenEach(gzip, consumer);
  }

  /** The SDK's first pass alone. */
  int sdkFirstPass() {
    return outline(plain).elements();
  }

  /** The SDK without its first pass. */
  void sdkElementsOnly(Consumer<Machine> consumer) {
    each(plain, outline, consumer);
  }

  /** A user's call, with all that comes before and after decoding but the network. */
  void list(Consumer<Machine> consumer) {
    // A tenant of its own for each call, so that none waits for quota.
    MachinesClient client = new MachinesClient(defender.forTenant("tenant-" + tenants++));
    client.list(query -> query.limit(machines)).forEach(consumer);
  }

  /** Jackson's binding of the same records, machine by machine. */
  void jackson(Consumer<Machine> consumer) {
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

  private static void readThroughThenEach(WireResponse answer, Consumer<Machine> consumer) {
    each(answer, outline(answer), consumer);
  }

  private static PageOutline outline(WireResponse answer) {
    try (InputStream body = answer.open()) {
      return PageOutline.of(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void each(WireResponse answer, PageOutline outline, Consumer<Machine> consumer) {
    try (PageReader<Machine> reader =
        new PageReader<>(answer.open(), outline, Machine.class, Misfits.IGNORED)) {
      for (Machine machine = reader.next(); machine != null; machine = reader.next()) {
        consumer.accept(machine);
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
