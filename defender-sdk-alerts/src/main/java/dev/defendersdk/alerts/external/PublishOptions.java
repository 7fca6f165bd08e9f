package dev.defendersdk.alerts.external;

import dev.defendersdk.core.argument.Check;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How findings are published. Immutable: every method returns new options. */
public final class PublishOptions {

  // Events show in hunting some minutes after they happened.
  private static final Duration EVENT_WITHIN = Duration.ofMinutes(15);
  private static final PublishOptions DEFAULTS =
      new PublishOptions(null, EVENT_WITHIN, null, null, null);

  private final @Nullable EventLocator locator;
  private final Duration eventWithin;
  private final @Nullable Duration following;
  private final @Nullable FindingResponse response;
  private final @Nullable Consumer<PublishProgress> listener;

  private PublishOptions(
      @Nullable EventLocator locator,
      Duration eventWithin,
      @Nullable Duration following,
      @Nullable FindingResponse response,
      @Nullable Consumer<PublishProgress> listener) {
    this.locator = locator;
    this.eventWithin = eventWithin;
    this.following = following;
    this.response = response;
    this.listener = listener;
  }

  /** For findings that know their events: no investigation is followed, nothing is responded. */
  public static PublishOptions defaults() {
    return DEFAULTS;
  }

  /** Looks for the events of findings that do not know theirs. */
  public PublishOptions locator(EventLocator locator) {
    return new PublishOptions(
        Check.notNull(locator, "locator"), eventWithin, following, response, listener);
  }

  /**
   * For how long an event that is not found is looked for again, at ever longer intervals, from the
   * first time on: hunting shows events some minutes late. 15 minutes by default; with zero it is
   * looked for once.
   */
  public PublishOptions eventWithin(Duration time) {
    return new PublishOptions(
        locator, Check.notNegative(time, "time"), following, response, listener);
  }

  /**
   * Follows the investigation that the service begins by itself on such an alert: until it has
   * ended, or waits for a person's approval, and not longer than this. All that are followed are
   * asked for together, 40 alerts a call.
   */
  public PublishOptions followInvestigation(Duration most) {
    return new PublishOptions(
        locator, eventWithin, Check.positive(most, "most"), response, listener);
  }

  /**
   * Responds to published findings by this rule: once the alert is there and, if it is followed,
   * its investigation is over.
   */
  public PublishOptions respond(FindingResponse rule) {
    return new PublishOptions(
        locator, eventWithin, following, Check.notNull(rule, "rule"), listener);
  }

  /**
   * Is told how far it is, whenever a finding has ended: one call at a time, all of them before the
   * report is there, on a background thread that it must not keep. What it throws is ignored.
   */
  public PublishOptions onProgress(Consumer<PublishProgress> listener) {
    return new PublishOptions(
        locator, eventWithin, following, response, Check.notNull(listener, "listener"));
  }

  @Nullable EventLocator locator() {
    return locator;
  }

  Duration eventWithin() {
    return eventWithin;
  }

  @Nullable Duration following() {
    return following;
  }

  @Nullable FindingResponse response() {
    return response;
  }

  @Nullable Consumer<PublishProgress> listener() {
    return listener;
  }

  @Override
  public String toString() {
    return "PublishOptions[event within "
        + eventWithin
        + (following == null ? "" : ", investigation followed for " + following)
        + (response == null ? "" : ", with response")
        + "]";
  }
}
