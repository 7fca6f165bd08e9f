package dev.defendersdk.alerts.feed;

import dev.defendersdk.core.argument.Check;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a feed begins; now is by this machine's clock. Immutable. */
public final class FeedStart {

  private static final FeedStart CHECKPOINT_OR_NOW = new FeedStart(true, true, null);

  private final boolean resumes;
  private final boolean begins;
  private final @Nullable Instant instant;

  private FeedStart(boolean resumes, boolean begins, @Nullable Instant instant) {
    this.resumes = resumes;
    this.begins = begins;
    this.instant = instant;
  }

  /** At the checkpoint; where there is none, with what is updated from now on. The default. */
  public static FeedStart checkpointOrNow() {
    return CHECKPOINT_OR_NOW;
  }

  /**
   * At the checkpoint; where there is none, with what was last updated at an instant or later.
   *
   * @param instant in UTC; as far back as the tenant keeps alerts, if it is longer ago
   */
  public static FeedStart checkpointOr(Instant instant) {
    return new FeedStart(true, true, Check.notNull(instant, "instant"));
  }

  /** At the checkpoint. Where there is none, the feed does not start. */
  public static FeedStart checkpoint() {
    return new FeedStart(true, false, null);
  }

  /** With what is updated from now on. A checkpoint is overwritten. */
  public static FeedStart now() {
    return new FeedStart(false, true, null);
  }

  /**
   * With what was last updated at an instant or later. A checkpoint is overwritten.
   *
   * @param instant in UTC
   */
  public static FeedStart at(Instant instant) {
    return new FeedStart(false, true, Check.notNull(instant, "instant"));
  }

  /** The same for a feed that has begun, and comes back to its own checkpoint. */
  FeedStart again() {
    return new FeedStart(true, begins, instant);
  }

  boolean resumes() {
    return resumes;
  }

  boolean begins() {
    return begins;
  }

  Instant instantOr(Instant now) {
    Instant wanted = instant == null ? now : instant;
    return wanted.isBefore(Instant.EPOCH) ? Instant.EPOCH : wanted; // there was no Defender then
  }

  @Override
  public String toString() {
    String anew = begins ? (instant == null ? "now" : instant.toString()) : "";
    return "FeedStart["
        + (resumes ? "checkpoint" : "")
        + (resumes && begins ? ", or " : "")
        + anew
        + "]";
  }
}
