package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a feed reports as it happens. After a kill it may be reported again.
 *
 * @param kind what has happened
 * @param id of the entity; null if it is of none, or it could not be read
 * @param lastUpdate of the entity, in UTC; null if it is of none
 * @param span how late it came at least, or how long the feed waits; null for the other kinds
 * @param cause what was thrown; null if nothing was
 */
public record FeedNotice(
    Kind kind,
    @Nullable String id,
    @Nullable Instant lastUpdate,
    @Nullable Duration span,
    @Nullable Throwable cause) {

  /** What has happened. New kinds may come with a minor release: keep a default branch. */
  public enum Kind {
    /**
     * An entity became visible later than the overlap window. It was handed over all the same, but
     * another one may have come later still and is lost: widen the window.
     */
    AFTER_WINDOW,
    /** The handler failed with an entity, which is parked. */
    PARKED,
    /** A parked entity is no longer there, and was let go. */
    PARKED_GONE,
    /**
     * The service fails on each page with what was last updated at this instant. It is read apart
     * from the others, without evidence or alerts, and these are asked for one by one.
     */
    POISON,
    /** The service fails on an entity's evidence or alerts; it was handed over without them. */
    WITHOUT_DETAIL,
    /** The service fails on something of this instant each time; it was passed over. */
    UNREADABLE,
    /** The service, the store or the handler fails; the feed waits and tries again. */
    HELD
  }

  /** The error, if there is one. */
  public Optional<Throwable> error() {
    return Optional.ofNullable(cause);
  }

  static FeedNotice afterWindow(String id, Instant lastUpdate, Duration lateBy) {
    return new FeedNotice(Kind.AFTER_WINDOW, id, lastUpdate, lateBy, null);
  }

  static FeedNotice gone(String id, Instant lastUpdate) {
    return new FeedNotice(Kind.PARKED_GONE, id, lastUpdate, null, null);
  }

  static FeedNotice of(Kind kind, @Nullable String id, Instant lastUpdate, Throwable cause) {
    return new FeedNotice(kind, id, lastUpdate, null, cause);
  }

  static FeedNotice held(Duration pause, Throwable cause) {
    return new FeedNotice(Kind.HELD, null, null, pause, cause);
  }
}
