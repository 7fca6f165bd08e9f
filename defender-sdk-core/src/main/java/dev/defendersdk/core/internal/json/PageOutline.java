package dev.defendersdk.core.internal.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a page finds: that it is whole and well formed, and where its elements
 * are. So no failure can follow when half of them have been handed out, and a {@link PageReader}
 * need not check again.
 *
 * @param elements how many elements there are
 * @param nextLink where the next page is, if the page says so
 * @param start how many bytes come before the first element
 * @param longest the most bytes that an element takes, with what is between it and the one before
 */
public record PageOutline(int elements, @Nullable String nextLink, long start, int longest) {

  private static final int LARGEST_ELEMENT = 1 << 29;

  /** Reads a page through without keeping anything of it. */
  public static PageOutline of(InputStream body) throws IOException {
    Scanner scanner = new Scanner(body);
    if (scanner.nextNonBlank() != '{') {
      throw new IOException("the JSON is no object, but should be a page");
    }
    PageOutline outline = null;
    String nextLink = null;
    int b = scanner.nextNonBlank();
    boolean more = b != '}';
    while (more) {
      scanner.expect('"', b);
      String name = text(scanner);
      scanner.expect(':', scanner.nextNonBlank());
      b = scanner.nextNonBlank();
      if (b == '[' && outline == null && name.equals("value")) {
        outline = elements(scanner);
      } else if (b == 'n' && outline == null && name.equals("value")) {
        scanner.value(b);
        outline = new PageOutline(0, null, 0, 0);
      } else if (b == '"' && name.equals("@odata.nextLink")) {
        nextLink = text(scanner);
      } else {
        scanner.value(b);
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
    if (outline == null) {
      throw new IOException("the JSON holds no list named value");
    }
    return new PageOutline(outline.elements, nextLink, outline.start, outline.longest);
  }

  static PageOutline elements(Scanner scanner) throws IOException {
    long start = scanner.position();
    long before = start;
    long longest = 0;
    int elements = 0;
    int b = scanner.nextNonBlank();
    boolean more = b != ']';
    while (more) {
      scanner.value(b);
      elements++;
      longest = Math.max(longest, scanner.position() - before);
      before = scanner.position();
      b = scanner.nextNonBlank();
      more = b == ',';
      if (more) {
        b = scanner.nextNonBlank();
      }
    }
    scanner.expect(']', b);
    if (longest > LARGEST_ELEMENT) {
      throw new IOException("an element of the page is too large");
    }
    return new PageOutline(elements, null, start, (int) longest);
  }

  /** Reads the rest of a string, which is short. */
  static String text(Scanner scanner) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write('"');
    boolean escaped = false;
    for (int b = scanner.next(); b >= 0; b = scanner.next()) {
      text.write(b);
      if (b == '"' && !escaped) {
        break;
      }
      escaped = b == '\\' && !escaped;
    }
    byte[] bytes = text.toByteArray();
    Scanner check = new Scanner(bytes);
    check.value(check.next());
    return new Cursor(bytes, 0, bytes.length).text();
  }
}
