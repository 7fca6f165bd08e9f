package dev.defendersdk.core.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a table finds: that it is whole and well formed, where its rows are, and
 * where its other members. Graph writes {@code results}, Defender {@code Results}
 * (graph-security.md, section 6), so names are read in any case.
 *
 * @param rows where the rows are
 * @param others where the other members are, by their order
 * @param bytes how many bytes there are in all
 */
public record TableOutline(PageOutline rows, List<Part> others, long bytes) {

  private static final int LARGEST_PART = 1 << 29;

  /** A member beside the rows, from its first byte to behind its last. */
  record Part(String name, long start, long end) {}

  /** Reads a table through without keeping anything of it. */
  public static TableOutline of(InputStream body) throws IOException {
    Scanner scanner = new Scanner(body);
    if (scanner.nextNonBlank() != '{') {
      throw new IOException("the JSON is no object, but should be a table");
    }
    PageOutline rows = null;
    List<Part> others = new ArrayList<>();
    int b = scanner.nextNonBlank();
    boolean more = b != '}';
    while (more) {
      scanner.expect('"', b);
      String name = PageOutline.text(scanner);
      scanner.expect(':', scanner.nextNonBlank());
      b = scanner.nextNonBlank();
      if (b == '[' && rows == null && name.equalsIgnoreCase("results")) {
        rows = PageOutline.elements(scanner);
      } else {
        long start = scanner.position() - 1;
        scanner.value(b);
        others.add(new Part(name, start, scanner.position()));
      }
      b = scanner.nextNonBlank();
      more = b == ',';
      if (more) {
        b = scanner.nextNonBlank();
      }
    }
    scanner.expect('}', b);
    if (scanner.nextNonBlank() >= 0) {
      throw new IOException("the JSON goes on after its end");
    }
    if (rows == null) {
      throw new IOException("the JSON holds no list named results");
    }
    return new TableOutline(rows, List.copyOf(others), scanner.position());
  }

  /** Reads the members beside the rows, in a second pass. */
  public Map<String, @Nullable Object> readOthers(InputStream body) throws IOException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    long at = 0;
    for (Part part : others) {
      if (part.end() - part.start() > LARGEST_PART) {
        throw new IOException("the member " + part.name() + " is too large");
      }
      body.skipNBytes(part.start() - at);
      byte[] text = body.readNBytes((int) (part.end() - part.start()));
      at = part.end();
      values.put(part.name(), Plain.read(new Cursor(text, 0, text.length)));
    }
    return Collections.unmodifiableMap(values);
  }
}
