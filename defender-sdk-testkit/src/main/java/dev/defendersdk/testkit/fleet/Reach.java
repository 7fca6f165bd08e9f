package dev.defendersdk.testkit.fleet;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether an action can reach a machine. Immutable. */
public final class Reach {

  /** What an action meets, whatever the machine's platform takes. */
  public enum Obstacle {
    /** Nothing: it is carried out as soon as the machine is online. */
    NONE,
    /** 400 {@code OsPlatformNotSupported}. */
    UNSUPPORTED_PLATFORM,
    /** 400 {@code ClientVersionNotSupported}. */
    OLD_AGENT
  }

  private static final Reach ONLINE = new Reach(Instant.MIN, Obstacle.NONE);

  private final @Nullable Instant onlineFrom;
  private final Obstacle obstacle;

  private Reach(@Nullable Instant onlineFrom, Obstacle obstacle) {
    this.onlineFrom = onlineFrom;
    this.obstacle = obstacle;
  }

  /** Online. */
  public static Reach online() {
    return ONLINE;
  }

  /** Offline, and never back. */
  public static Reach offlineForever() {
    return new Reach(null, Obstacle.NONE);
  }

  /** Offline, and back at the given instant of the tenant's time. */
  public static Reach offlineUntil(Instant back) {
    return ONLINE.from(back);
  }

  /** On a platform that takes no action. */
  public static Reach unsupportedPlatform() {
    return new Reach(Instant.MIN, Obstacle.UNSUPPORTED_PLATFORM);
  }

  /** With an agent too old for any action. */
  public static Reach oldAgent() {
    return new Reach(Instant.MIN, Obstacle.OLD_AGENT);
  }

  /** This reach, but offline until the given instant of the tenant's time. */
  public Reach from(Instant back) {
    return new Reach(Objects.requireNonNull(back, "back"), obstacle);
  }

  /** From when on it is online; null for never, {@link Instant#MIN} for always. */
  public @Nullable Instant onlineFrom() {
    return onlineFrom;
  }

  /** Whether it is online at the given instant. */
  public boolean isOnline(Instant now) {
    return onlineFrom != null && !now.isBefore(onlineFrom);
  }

  /** What an action meets. */
  public Obstacle obstacle() {
    return obstacle;
  }
}
