package dev.defendersdk.core;

import dev.defendersdk.core.argument.Check;
import dev.defendersdk.core.error.ErrorKind;
import dev.defendersdk.core.error.ErrorReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list of the service, fetched page by page as it is iterated over: the first element costs one
 * request, and one that is left early costs no more. Iterating again asks again. Each page is a
 * call of its own, with a deadline of its own; a failure comes between two pages, never within one.
 *
 * <p>Immutable and thread-safe; its iterators are for one thread each.
 *
 * @param <T> the element
 */
public final class Paged<T> implements Iterable<T> {

  private final PageSource<T> source;
  private final long limit;
  private final Position start;

  Paged(PageSource<T> source, long limit, Position start) {
    this.source = source;
    this.limit = limit;
    this.start = start;
  }

  /** Fetches the page at a position. */
  @FunctionalInterface
  interface PageSource<T> {
    Fetched<T> fetch(Position position);
  }

  /** A page and where the next one begins: null after the last. */
  record Fetched<T>(Page<T> page, @Nullable Position next) {

    Page<T> resumable() {
      return page.withResumeToken(next == null ? null : next.token());
    }
  }

  /** How far a walk over the pages has come, and that it does not go round in a circle. */
  static final class Progress {

    private final long limit;
    private final Set<String> visited = new HashSet<>();
    private long read;
    private int lastFingerprint;

    Progress(long limit) {
      this.limit = limit;
    }

    /** Where to go on after a page; null after the last one. */
    @Nullable Position after(Position position, Fetched<?> fetched) {
      Page<?> page = fetched.page();
      int fingerprint = page.fingerprint();
      boolean circle =
          !visited.add(position.place()) || (page.size() > 0 && fingerprint == lastFingerprint);
      if (circle) {
        throw ErrorReport.of(ErrorKind.UNREADABLE_ANSWER)
            .detail("the service's pages go round in a circle")
            .advice("Ask for the list with another page size, or without a filter.")
            .toException();
      }
      lastFingerprint = fingerprint;
      read += page.size();
      return limit > 0 && read >= limit ? null : fetched.next();
    }
  }

  /** All elements, in the service's order. */
  @Override
  public Iterator<T> iterator() {
    return new Elements<>(new Pages<>(source, start, limit), limit);
  }

  /** All elements, as a stream that is as lazy as the iterator. */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** All elements, in memory. */
  public List<T> toList() {
    List<T> elements = new ArrayList<>();
    forEach(elements::add);
    return List.copyOf(elements);
  }

  /** The first element, for which one request is made; empty if the list is. */
  public Optional<T> first() {
    Iterator<T> elements = iterator();
    return elements.hasNext() ? Optional.of(elements.next()) : Optional.empty();
  }

  /**
   * The pages as the service cut them, up to the one in which a limit on elements is reached: that
   * one is not cut.
   */
  public Iterable<Page<T>> pages() {
    return () -> new Pages<>(source, start, limit);
  }

  /**
   * The rest of the list from where a page said that the next one begins. A limit counts from
   * there.
   *
   * @param resumeToken what {@link Page#resumeToken()} returned for the same list
   * @throws IllegalArgumentException if it is none
   */
  public Paged<T> from(String resumeToken) {
    return new Paged<>(source, limit, Position.parse(Check.notBlank(resumeToken, "resumeToken")));
  }

  @Override
  public String toString() {
    return "Paged[from " + start.token() + "]";
  }

  private static final class Pages<T> implements Iterator<Page<T>> {

    private final PageSource<T> source;
    private final Progress progress;
    private @Nullable Position next;

    private Pages(PageSource<T> source, Position start, long limit) {
      this.source = source;
      this.progress = new Progress(limit);
      this.next = start;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Page<T> next() {
      Position position = next;
      if (position == null) {
        throw new NoSuchElementException("the list has no more pages");
      }
      Fetched<T> fetched = source.fetch(position);
      next = progress.after(position, fetched);
      return fetched.resumable();
    }
  }

  private static final class Elements<T> implements Iterator<T> {

    private final Pages<T> pages;
    private final long limit;
    private Iterator<T> page = List.<T>of().iterator();
    private long handedOut;

    private Elements(Pages<T> pages, long limit) {
      this.pages = pages;
      this.limit = limit;
    }

    @Override
    public boolean hasNext() {
      if (limit > 0 && handedOut >= limit) {
        return false;
      }
      while (!page.hasNext() && pages.hasNext()) {
        page = pages.next().iterator();
      }
      return page.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the list has no more elements");
      }
      handedOut++;
      return page.next();
    }
  }
}
