package dev.defendersdk.hunting;

import dev.defendersdk.core.error.DefenderException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The results of a query that is run slice by slice, by the order of time. Each slice is asked for
 * when its turn comes, and one result is held at a time. Iterating again asks again. If a call
 * fails, the exception comes out of {@code next()}, and calling it again tries the same slice once
 * more. Immutable and thread-safe; an iterator is for one thread.
 */
public final class SlicedResults implements Iterable<SlicedResults.Part> {

  private final TimeSlices slices;
  private final Function<TimeSlices.Slice, HuntingResult> runner;

  SlicedResults(TimeSlices slices, Function<TimeSlices.Slice, HuntingResult> runner) {
    this.slices = slices;
    this.runner = runner;
  }

  /**
   * What was found in one slice.
   *
   * @param from when the slice begins
   * @param to when it ends: not part of it
   * @param result its rows; {@link HuntingResult#isPerhapsMore()} if it may have been cut off and
   *     was too short to be halved
   */
  public record Part(Instant from, Instant to, HuntingResult result) {}

  @Override
  public Iterator<Part> iterator() {
    return new Parts();
  }

  /** The rows of all slices, one after the other. */
  public Stream<HuntingRow> rows() {
    return StreamSupport.stream(spliterator(), false).flatMap(part -> part.result().stream());
  }

  @Override
  public String toString() {
    return "SlicedResults[" + slices + "]";
  }

  private final class Parts implements Iterator<Part> {

    private final Deque<TimeSlices.Slice> halves = new ArrayDeque<>();
    private Instant begun = slices.whole().from();

    @Override
    public boolean hasNext() {
      return !halves.isEmpty() || begun.isBefore(slices.whole().to());
    }

    @Override
    public Part next() {
      if (!hasNext()) {
        throw new NoSuchElementException("there are no more slices");
      }
      if (halves.isEmpty()) {
        Instant end = begun.plus(slices.each());
        Instant last = slices.whole().to();
        halves.push(new TimeSlices.Slice(begun, end.isBefore(last) ? end : last));
        begun = halves.element().to();
      }
      while (true) {
        TimeSlices.Slice slice = halves.element();
        HuntingResult result = whole(slice);
        if (result != null) {
          halves.pop();
          return new Part(slice.from(), slice.to(), result);
        }
        halves.pop();
        halves.push(slice.secondHalf());
        halves.push(slice.firstHalf());
      }
    }

    /** The result of a slice; null if it is to be halved. */
    private @Nullable HuntingResult whole(TimeSlices.Slice slice) {
      boolean canBeHalved = slice.length().compareTo(slices.least().multipliedBy(2)) >= 0;
      try {
        HuntingResult result = runner.apply(slice);
        return result.isPerhapsMore() && canBeHalved ? null : result;
      } catch (DefenderException e) {
        boolean tooLarge = HuntingLimit.of(e).filter(HuntingLimit.RESULT_SIZE::equals).isPresent();
        if (tooLarge && canBeHalved) {
          return null;
        }
        throw e;
      }
    }
  }
}
