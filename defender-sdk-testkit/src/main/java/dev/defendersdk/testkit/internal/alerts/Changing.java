package dev.defendersdk.testkit.internal.alerts;

import org.jspecify.annotations.Nullable;

/**
 * Something that changes, and may be seen later than it changes. Guarded by the cloud's lock.
 *
 * @param <V> its versions, which are immutable
 */
public abstract class Changing<V extends Changing.Version> extends Placed {

  /** How it is from one change to the next. */
  public interface Version {
    /** In ticks. */
    long lastUpdate();
  }

  private V newest;
  private @Nullable V shown;
  private int made = 1;
  private int seen;
  private final long visibleFrom;

  /**
   * Begins with its first version.
   *
   * @param visibleFrom before when nobody sees it, in ticks
   */
  Changing(String id, V first, long visibleFrom) {
    super(id, first.lastUpdate());
    this.newest = first;
    this.visibleFrom = visibleFrom;
  }

  /** How it is, whoever sees it. */
  public final V newest() {
    return newest;
  }

  /** How clients see it; null while they do not. */
  public final @Nullable V shown() {
    return shown;
  }

  final long visibleFrom() {
    return visibleFrom;
  }

  /** Changes it, and says which change that was. */
  final int change(V next) {
    newest = next;
    return ++made;
  }

  /** Which change is the newest. */
  final int made() {
    return made;
  }

  /** Whether clients have not seen this change or a newer one. */
  final boolean isNews(int change) {
    return change > seen;
  }

  final void show(V version, int change) {
    shown = version;
    seen = change;
    place(version.lastUpdate());
  }
}
