package dev.defendersdk.alerts.feed;

/** What a feed is doing. New phases may come with a minor release: keep a default branch. */
public enum FeedPhase {
  /** Another replica holds the lease; this one takes over when that one is gone. */
  STANDBY,
  /** It reads, and hands over. */
  READING,
  /** It waits for the next poll. */
  IDLE,
  /** It waits because the service, the store or the handler fails, and will try again. */
  HELD,
  /** It has ended. */
  ENDED
}
