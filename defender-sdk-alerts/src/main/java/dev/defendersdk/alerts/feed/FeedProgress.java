package dev.defendersdk.alerts.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a feed is. Counts are of this process, from the feed's start. Instants are in UTC.
 *
 * @param phase what it is doing
 * @param position all that was last updated before it, and was to be seen, has been handed over
 * @param lag how long ago the position is: the pause between two polls, where the feed keeps up
 * @param delivered entities that the handler has taken
 * @param late those of them that had not been to be seen at an earlier poll although their last
 *     update was before it: what a feed without an overlap would have lost
 * @param latest how late the latest of them was at least, by the times that the service gives; zero
 *     if none was
 * @param afterWindow those that came later than the overlap window, as far as the feed can see it:
 *     it looks back twice as far. Where it is not zero, widen the window
 * @param parked entities that are parked now
 * @param poison instants at which the service fails on a page each time, and that were read apart
 */
public record FeedProgress(
    FeedPhase phase,
    Instant position,
    Duration lag,
    long delivered,
    long late,
    Duration latest,
    long afterWindow,
    int parked,
    long poison) {}
