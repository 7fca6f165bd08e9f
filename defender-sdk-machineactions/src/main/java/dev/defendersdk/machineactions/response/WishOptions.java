package dev.defendersdk.machineactions.response;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a wish deals with what stands in its way. Immutable: every method returns new options. */
public final class WishOptions {

  private static final WishOptions DEFAULTS = new WishOptions(new Values());

  /** What to do about another action that is in the way. */
  public enum Obstacle {
    /** Wait until it has ended. */
    WAIT,
    /** Cancel it, and wait if it cannot be cancelled any more. */
    CANCEL,
    /** Take it for the own one: only for an action of the same kind and another form. */
    ADOPT,
    /** Wish no more: the wish ends as {@link WishOutcome#REFUSED}. */
    REFUSE
  }

  private static final class Values implements Cloneable {
    private Obstacle opposite = Obstacle.CANCEL;
    private Obstacle otherForm = Obstacle.WAIT;
    private Duration queuedAfter = Duration.ofMinutes(5);
    private @Nullable Duration giveUpAfter;
    private boolean externalId;
    private boolean bulk;
    private @Nullable WishJournal journal;
    private @Nullable WishNote takeUp;
    private @Nullable LastWishes lastWishes;
    private @Nullable String id;

    @Override
    protected Values clone() {
      try {
        return (Values) super.clone();
      } catch (CloneNotSupportedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final Values values;

  private WishOptions(Values values) {
    this.values = values;
  }

  /**
   * Opposite actions are cancelled, those of another form waited for; an action counts as queued
   * after five minutes and is never given up; nothing is kept.
   */
  public static WishOptions defaults() {
    return DEFAULTS;
  }

  /**
   * What to do about an action that does the opposite, such as a release where an isolation is
   * wished for. {@link Obstacle#CANCEL} by default.
   *
   * @throws IllegalArgumentException for {@link Obstacle#ADOPT}
   */
  public WishOptions opposite(Obstacle obstacle) {
    if (Check.notNull(obstacle, "obstacle") == Obstacle.ADOPT) {
      throw new IllegalArgumentException(
          "obstacle is ADOPT: what does the opposite cannot be adopted. Pass WAIT, CANCEL or REFUSE.");
    }
    Values other = values.clone();
    other.opposite = obstacle;
    return new WishOptions(other);
  }

  /**
   * What to do about an action of the same kind and another form, such as a selective isolation
   * where a full one is wished for, or another live response session. {@link Obstacle#WAIT} by
   * default.
   */
  public WishOptions otherForm(Obstacle obstacle) {
    Values other = values.clone();
    other.otherForm = Check.notNull(obstacle, "obstacle");
    return new WishOptions(other);
  }

  /**
   * After how long a pending action counts as queued for a machine that is offline; five minutes by
   * default.
   */
  public WishOptions queuedAfter(Duration duration) {
    Values other = values.clone();
    other.queuedAfter = Check.positive(duration, "duration");
    return new WishOptions(other);
  }

  /**
   * Cancels an action that is still pending after so long. By default none is given up: the service
   * itself ends an isolation after three days (respond-machine-alerts.md).
   */
  public WishOptions giveUpAfter(Duration duration) {
    Values other = values.clone();
    other.giveUpAfter = Check.positive(duration, "duration");
    return new WishOptions(other);
  }

  /**
   * Sends the wish's marker as the action's {@code ExternalId} too. Preview: it is in the service
   * metadata, but on no page.
   */
  public WishOptions externalId() {
    Values other = values.clone();
    other.externalId = true;
    return new WishOptions(other);
  }

  /**
   * Lets others go before: the wish's calls leave a fifth of each quota to those that are urgent.
   * By default a wish is urgent.
   */
  public WishOptions inBulk() {
    Values other = values.clone();
    other.bulk = true;
    return new WishOptions(other);
  }

  /** Who keeps notes, so that another process can take the wish up again. */
  public WishOptions journal(WishJournal journal) {
    Values other = values.clone();
    other.journal = Check.notNull(journal, "journal");
    return new WishOptions(other);
  }

  /**
   * Takes up a wish of another process from its last note: its action is followed, or looked for
   * first, before anything is asked for again.
   */
  public WishOptions takeUp(WishNote note) {
    Values other = values.clone();
    other.takeUp = Check.notNull(note, "note");
    return new WishOptions(other);
  }

  /** Lets the last wish win also among processes. */
  public WishOptions lastWishes(LastWishes store) {
    Values other = values.clone();
    other.lastWishes = Check.notNull(store, "store");
    return new WishOptions(other);
  }

  /** The wish has an id already, and is known by it to others. */
  WishOptions id(String id) {
    Values other = values.clone();
    other.id = id;
    return new WishOptions(other);
  }

  /** The id that the wish is known by to others already; null if it is a new one. */
  @Nullable String id() {
    WishNote note = values.takeUp;
    return values.id != null || note == null ? values.id : note.marker();
  }

  Obstacle opposite() {
    return values.opposite;
  }

  Obstacle otherForm() {
    return values.otherForm;
  }

  Duration queuedAfter() {
    return values.queuedAfter;
  }

  @Nullable Duration giveUpAfter() {
    return values.giveUpAfter;
  }

  boolean sendsExternalId() {
    return values.externalId;
  }

  boolean isBulk() {
    return values.bulk;
  }

  @Nullable WishJournal journal() {
    return values.journal;
  }

  @Nullable WishNote takeUp() {
    return values.takeUp;
  }

  @Nullable LastWishes lastWishes() {
    return values.lastWishes;
  }

  @Override
  public String toString() {
    return "WishOptions[opposite " + values.opposite + ", other form " + values.otherForm + "]";
  }
}
