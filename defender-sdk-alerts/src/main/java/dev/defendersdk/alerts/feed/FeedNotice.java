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
 * @param lastUpdate of the entity, or the instant, in UTC; null if it is of none
 * @param span how late it came, at least or at the most, or how long the feed waits; null for the
 *     other kinds
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
    /**
     * An entity became visible between two polls, one of them before the end of the overlap window
     * and one after it: it may have come later than that.
     */
    MAYBE_AFTER_WINDOW,
    /** The handler failed with an entity, which is parked. */
    PARKED,
    /** A parked entity is no longer there, and was let go. */
    PARKED_GONE,
    /**
     * The service fails on each page with what was last updated at this instant. It is read apart
     * from the others, without evidence or alerts, and these are asked for one by one.
     */
    POISON,
    /**
     * The service fails on an entity's evidence or alerts, or goes on showing an older state of it
     * by its id than in its list; it was handed over without them.
     */
    WITHOUT_DETAIL,
    /** The service fails on something of this instant each time; it was passed over. */
    UNREADABLE,
    /**
     * Of what was last updated at this instant, some was not read: the service fails too often, or
     * does not lead so far. It is tried again by each poll that looks back far, as long as they
     * reach it.
     */
    REST_UNREAD,
    /**
     * An entity bears no readable time of its last update. It was handed over; its changes cannot
     * be told, and it may come again.
     */
    UNTIMED,
    /** The service, the store or the handler fails; the feed waits and tries again. */
    HELD
  }

  /** The error, if there is one. */
  public Optional<Throwable> error() {
    return Optional.ofNullable(cause);
  }

  static FeedNotice late(Kind kind, String id, Instant lastUpdate, Duration lateBy) {
    return new FeedNotice(kind, id, lastUpdate, lateBy, null);
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
