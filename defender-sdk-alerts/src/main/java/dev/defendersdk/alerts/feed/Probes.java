package dev.defendersdk.alerts.feed;

import dev.defendersdk.alerts.feed.Source.Query;
import dev.defendersdk.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Whether the service answers while one call fails: something else that is there is asked for. A
 * service that does not even answer where there is nothing is not asked further; one that answers
 * only there does not count as answering, unless nothing is there at all, or all that is there has
 * failed again and again for hours. For one thread at a time.
 */
final class Probes {

  private static final int MOST_KNOWN = 3;

  /** Entries from the beginning that are asked for one by one, some of them each time. */
  private static final int FIRST_PLACES = 20;

  private static final int PLACES_AT_ONCE = 3;
  private static final List<Integer> FAR_PLACES = List.of(50, 100);

  private static final int LAPS = 3;
  private static final Duration ALL_FAIL_FOR = Duration.ofHours(6);

  private static final Query NOTHING =
      new Query(Window.ofInstant(Instant.parse("2000-01-01T00:00:00Z")), 1, 0, false);

  private final Source<?> source;
  private final Pauses pauses;
  private final TimeSource time;
  private final Deque<Window> known = new ArrayDeque<>();

  private int place = 1;
  private int laps;
  private @Nullable Long failingSince;
  private boolean allFails;

  Probes(Source<?> source, Pauses pauses, TimeSource time) {
    this.source = source;
    this.pauses = pauses;
    this.time = time;
  }

  private void startOver() {
    place = 1;
    laps = 0;
    failingSince = null;
    allFails = false;
  }

  /** A page has been read: what it held can be asked for again. */
  void read(List<Instant> times) {
    if (!times.isEmpty()) {
      Window instant = Window.ofInstant(times.get(times.size() - 1));
      known.remove(instant);
      known.addFirst(instant);
      if (known.size() > MOST_KNOWN) {
        known.removeLast();
      }
      startOver();
    }
  }

  /** Completes with true if the service answers, so that it is the call that fails. */
  CompletableFuture<Boolean> serviceAnswers() {
    Round round = new Round();
    return Loop.run(round::next).thenApply(nothing -> round.answers);
  }

  private static Query at(int skip) {
    return new Query(Window.since(Instant.EPOCH), 1, skip, false);
  }

  /** Asks for one thing after the other, until something comes. */
  private final class Round {

    private final Deque<Query> first = new ArrayDeque<>();
    private final Deque<Query> last = new ArrayDeque<>();
    private int places;
    private boolean failed = known.isEmpty() || allFails; // nothing is known to be there
    private boolean emptyAnswered;
    private boolean answers;

    private Round() {
      if (failingSince == null) {
        failingSince = time.nanos();
      }
      known.forEach(instant -> first.add(new Query(instant, 1, 0, false)));
      first.add(at(0));
      FAR_PLACES.forEach(skip -> last.add(at(skip)));
    }

    private CompletableFuture<Boolean> next() {
      pauses.check();
      if (failed && !emptyAnswered) {
        return Outcome.of(probe(NOTHING)).thenApply(this::tookNothing);
      }
      Query query = first.pollFirst();
      if (query != null) {
        // Where the whole list is empty, nothing is there at all.
        boolean all = query.window().to() == null;
        return Outcome.of(probe(query)).thenApply(outcome -> took(outcome, all));
      }
      if (places < PLACES_AT_ONCE && place < FIRST_PLACES) {
        places++;
        return Outcome.of(probe(at(place))).thenApply(this::tookPlace);
      }
      query = last.pollFirst();
      if (query != null) {
        return Outcome.of(probe(query)).thenApply(outcome -> took(outcome, false));
      }
      if (place == FIRST_PLACES) {
        place = 1;
      }
      return CompletableFuture.completedFuture(false);
    }

    private boolean tookNothing(Outcome<Boolean> outcome) {
      emptyAnswered = came(outcome);
      if (!emptyAnswered) {
        startOver(); // what fails in an outage shows nothing
      }
      answers = emptyAnswered && allFails;
      return emptyAnswered && !answers;
    }

    private boolean took(Outcome<Boolean> outcome, boolean all) {
      failed |= !came(outcome);
      answers = came(outcome) && (all || Boolean.TRUE.equals(outcome.result()));
      if (answers) {
        startOver();
      }
      return !answers;
    }

    private boolean tookPlace(Outcome<Boolean> outcome) {
      if (Boolean.FALSE.equals(outcome.result())) {
        lap();
        return false; // behind an empty place there is no more
      }
      place++;
      return took(outcome, false);
    }

    /** Each entry that is there has failed. */
    private void lap() {
      place = 1;
      laps++;
      Long since = failingSince;
      allFails = since != null && laps >= LAPS && time.nanos() - since >= ALL_FAIL_FOR.toNanos();
      answers = allFails;
    }

    private boolean came(Outcome<Boolean> outcome) {
      return outcome.failure() == null;
    }

    /** Completes with true if there was something. */
    private CompletableFuture<Boolean> probe(Query query) {
      boolean[] found = new boolean[1];
      return PageCall.start(
              source,
              query,
              pauses,
              page -> {
                found[0] = page.entities().iterator().hasNext();
                return false;
              })
          .thenApply(nothing -> found[0]);
    }
  }
}
