package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What is counted and reported of a feed. */
final class Observation {

  private final Duration overlap;
  private final Consumer<FeedNotice> listener;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong afterWindow = new AtomicLong();
  private final AtomicLong poison = new AtomicLong();
  private volatile Duration latest = Duration.ZERO;
  private volatile FeedPhase phase = FeedPhase.READING;
  private volatile Instant position;

  Observation(FeedSettings settings, Instant position) {
    this.overlap = settings.overlap();
    this.listener = settings.listener();
    this.position = position;
  }

  void standby() {
    phase = FeedPhase.STANDBY;
  }

  void reading() {
    phase = FeedPhase.READING;
  }

  void idle() {
    phase = FeedPhase.IDLE;
  }

  void ended() {
    phase = FeedPhase.ENDED;
  }

  void held(Duration pause, Throwable cause) {
    phase = FeedPhase.HELD;
    tell(FeedNotice.held(pause, cause));
  }

  void begins(Instant instant) {
    position = instant;
  }

  void readTo(Instant instant) {
    if (instant.isAfter(position)) {
      position = instant;
    }
  }

  void delivered(String id, Instant lastUpdate, Lateness lateness) {
    Duration lateBy = lateness.least();
    delivered.incrementAndGet();
    if (!lateness.isNone()) {
      late.incrementAndGet();
      latest = lateBy.compareTo(latest) > 0 ? lateBy : latest;
    }
    if (lateBy.compareTo(overlap) > 0) {
      afterWindow.incrementAndGet();
      tell(FeedNotice.late(FeedNotice.Kind.AFTER_WINDOW, id, lastUpdate, lateBy));
    } else if (lateness.most().compareTo(overlap) > 0) {
      tell(FeedNotice.late(FeedNotice.Kind.MAYBE_AFTER_WINDOW, id, lastUpdate, lateness.most()));
    }
  }

  void parked(String id, Instant lastUpdate, Throwable cause) {
    tell(FeedNotice.of(FeedNotice.Kind.PARKED, id, lastUpdate, cause));
  }

  void gone(ParkedEntity parked) {
    tell(FeedNotice.gone(parked.id(), parked.lastUpdate()));
  }

  void poison(Instant instant, Throwable cause) {
    poison.incrementAndGet();
    tell(FeedNotice.of(FeedNotice.Kind.POISON, null, instant, cause));
  }

  void withoutDetail(String id, Instant lastUpdate, Throwable cause) {
    tell(FeedNotice.of(FeedNotice.Kind.WITHOUT_DETAIL, id, lastUpdate, cause));
  }

  void unreadable(Instant instant, Throwable cause) {
    tell(FeedNotice.of(FeedNotice.Kind.UNREADABLE, null, instant, cause));
  }

  void restUnread(Instant instant, Throwable cause) {
    tell(FeedNotice.of(FeedNotice.Kind.REST_UNREAD, null, instant, cause));
  }

  void untimed(String id) {
    tell(new FeedNotice(FeedNotice.Kind.UNTIMED, id, null, null, null));
  }

  private void tell(FeedNotice notice) {
    try {
      listener.accept(notice);
    } catch (RuntimeException e) {
      // the listener's own
    }
  }

  FeedProgress progress(Instant now, int parked) {
    Instant place = position;
    Duration lag = Duration.between(place, now);
    return new FeedProgress(
        phase,
        place,
        lag.isNegative() ? Duration.ZERO : lag,
        delivered.get(),
        late.get(),
        latest,
        afterWindow.get(),
        parked,
        poison.get());
  }
}
