package dev.defendersdk.indicators.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV, each read when it is asked for, so that a file may be of any length: 500 rows,
 * which is the most that the portal takes, or more. Rows without a single value are passed over. It
 * can be gone through once, by one thread: what was asked for twice goes on where it stood.
 */
public final class CsvReading implements Iterable<CsvRow>, AutoCloseable {

  private final Reader reader;
  private final boolean own;
  private final Instant now;
  private final CsvText text;
  private final CsvForm form;
  private CsvText.@Nullable Row next;

  /** Reads the header. */
  CsvReading(Reader reader, boolean own, Instant now) {
    this.reader = reader;
    this.own = own;
    this.now = now;
    this.text = new CsvText(reader);
    this.form = new CsvForm(filled());
  }

  /**
   * The columns of the header that the form does not know, in their order: nothing of them is in
   * the rows. Mostly empty.
   */
  public List<String> unknownColumns() {
    return form.unknown();
  }

  /**
   * The rows, in their order.
   *
   * @throws UncheckedIOException while it is gone through, if the text cannot be read
   */
  @Override
  public Iterator<CsvRow> iterator() {
    return new Rows();
  }

  /** The same as a stream. */
  public Stream<CsvRow> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  private CsvText.@Nullable Row filled() {
    try {
      CsvText.Row row = text.next();
      while (row != null && row.isBlank()) {
        row = text.next();
      }
      return row;
    } catch (CharacterCodingException e) {
      throw new UncheckedIOException(
          new IOException(
              "the file is not of UTF-8: save it as CSV UTF-8, or pass a Reader of its encoding",
              e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Closes the file, if it was read from one: a reader stays its owner's. */
  @Override
  public void close() {
    if (own) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final class Rows implements Iterator<CsvRow> {

    @Override
    public boolean hasNext() {
      if (next == null) {
        next = filled();
      }
      return next != null;
    }

    @Override
    public CsvRow next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      CsvRow row = RowReader.read(form, next, now);
      next = null;
      return row;
    }
  }
}
