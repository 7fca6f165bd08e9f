package dev.defendersdk.core;

import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import dev.defendersdk.core.internal.json.Misfits;
import dev.defendersdk.core.internal.json.PageOutline;
import dev.defendersdk.core.internal.json.PageReader;
import dev.defendersdk.core.internal.runner.Decoder;
import dev.defendersdk.core.internal.transport.WireResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, received whole. Its elements are decoded one at a time, each time they are
 * iterated over; what is held is the page as it came on the wire. Immutable.
 *
 * @param <T> the element
 */
public final class Page<T> implements Iterable<T> {

  private static final PageOutline NOTHING = new PageOutline(0, null, 0, 0);

  private final @Nullable WireResponse answer;
  private final Class<T> type;
  private final Misfits misfits;
  private final PageOutline outline;
  private final @Nullable String resumeToken;

  private Page(
      @Nullable WireResponse answer,
      Class<T> type,
      Misfits misfits,
      PageOutline outline,
      @Nullable String resumeToken) {
    this.answer = answer;
    this.type = type;
    this.misfits = misfits;
    this.outline = outline;
    this.resumeToken = resumeToken;
  }

  /** Decodes a page; one of a 404 that means "nothing found" is empty. */
  static <T> Decoder<Page<T>> decoder(Class<T> type, Misfits misfits) {
    return answer -> {
      if (answer.status() == 404) {
        return new Page<>(null, type, misfits, NOTHING, null);
      }
      try (var body = answer.open()) {
        return new Page<>(answer, type, misfits, PageOutline.of(body), null);
      }
    };
  }

  Page<T> withResumeToken(@Nullable String token) {
    return new Page<>(answer, type, misfits, outline, token);
  }

  @Nullable String nextLink() {
    return outline.nextLink();
  }

  /** Equal for pages with the same bytes: a service that goes round in circles. */
  int fingerprint() {
    return answer == null ? 0 : answer.fingerprint();
  }

  /** How many elements the page holds. */
  public int size() {
    return outline.elements();
  }

  /**
   * Where the next page begins, to go on from with {@link Paged#from(String)}, perhaps in another
   * process; empty after the last page.
   */
  public Optional<String> resumeToken() {
    return Optional.ofNullable(resumeToken);
  }

  /** All elements, decoded now. */
  public List<T> toList() {
    List<T> elements = new ArrayList<>(size());
    forEach(elements::add);
    return List.copyOf(elements);
  }

  /** Decodes the elements, one at a time. Needs not be closed, also when left early. */
  @Override
  public Iterator<T> iterator() {
    if (answer == null) {
      return List.<T>of().iterator();
    }
    try {
      return new Elements<>(new PageReader<>(answer.open(), outline, type, misfits));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static RuntimeException unreadable(IOException e) {
    return ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
        .detail("an element of a page cannot be read: " + e.getClass().getSimpleName())
        .toException();
  }

  private static final class Elements<T> implements Iterator<T> {

    private final PageReader<T> reader;
    private @Nullable T next;

    private Elements(PageReader<T> reader) throws IOException {
      this.reader = reader;
      this.next = advance();
    }

    private @Nullable T advance() throws IOException {
      T element = reader.next();
      if (element == null) {
        reader.close();
      }
      return element;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public T next() {
      T element = next;
      if (element == null) {
        throw new NoSuchElementException("the page has no more elements");
      }
      try {
        next = advance();
      } catch (IOException e) {
        throw unreadable(e);
      }
      return element;
    }
  }
}
