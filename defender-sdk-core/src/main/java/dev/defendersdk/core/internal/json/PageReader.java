package dev.defendersdk.core.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of a page one at a time, after its {@link PageOutline} was drawn: so it knows
 * where they begin, how many there are and how much to hold for one, and that all are well formed.
 *
 * @param <T> the element
 */
public final class PageReader<T> implements AutoCloseable {

  private static final int LEAST_BUFFER = 16 * 1024;

  private final InputStream body;
  private final ElementReader<T> reader;
  private final Runnable misfit;
  private final int longest;
  private final byte[] buffer;
  private final Cursor cursor;
  private int end;
  private int left;
  private boolean drained;

  /** Reads up to the first element. */
  public PageReader(InputStream body, PageOutline outline, Class<T> type, Misfits misfits)
      throws IOException {
    this(body, outline, reader(type, misfits), () -> misfits.misfit(type, "value"));
  }

  private PageReader(
      InputStream body, PageOutline outline, ElementReader<T> reader, Runnable misfit)
      throws IOException {
    this.body = body;
    this.reader = reader;
    this.misfit = misfit;
    this.left = outline.elements();
    this.longest = outline.longest();
    // Twice the longest, so that no byte is moved more than once to make room.
    this.buffer = new byte[Math.max(LEAST_BUFFER, 2 * longest)];
    this.cursor = new Cursor(buffer, 0, 0);
    body.skipNBytes(outline.start());
  }

  /** Reads rows of no type of their own, as plain values. What is no object is passed over. */
  public static PageReader<Map<String, @Nullable Object>> ofRows(
      InputStream body, PageOutline outline) throws IOException {
    return new PageReader<>(body, outline, Plain::object, () -> {});
  }

  private static <T> ElementReader<T> reader(Class<T> type, Misfits misfits) {
    EntityReader<T> reader = EntityReader.of(type);
    return cursor -> reader.read(cursor, misfits);
  }

  /** Makes an element of the object at which the cursor stands. */
  @FunctionalInterface
  private interface ElementReader<T> {
    T read(Cursor cursor) throws IOException;
  }

  /** The next element, or null after the last. */
  public @Nullable T next() throws IOException {
    while (left > 0) {
      left--;
      if (!drained && end - cursor.position() < longest) {
        fill();
      }
      cursor.more();
      if (cursor.kind() == '{') {
        return reader.read(cursor);
      }
      Object unused = Plain.read(cursor);
      misfit.run();
    }
    return null;
  }

  private void fill() throws IOException {
    int rest = end - cursor.position();
    System.arraycopy(buffer, cursor.position(), buffer, 0, rest);
    end = rest + body.readNBytes(buffer, rest, buffer.length - rest);
    drained = end < buffer.length;
    cursor.moveTo(0, end);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
