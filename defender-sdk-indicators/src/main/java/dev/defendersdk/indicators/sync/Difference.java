package dev.defendersdk.indicators.sync;

import dev.defendersdk.indicators.Indicator;
import dev.defendersdk.indicators.IndicatorAction;
import dev.defendersdk.indicators.NewIndicator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In what an entry is not as wished for. Only what the wish says is compared: what the service adds
 * by itself causes no change. The application is not, since an update does not change it.
 *
 * @param isOfAction whether the action differs
 * @param words each member that differs
 */
record Difference(boolean isOfAction, List<String> words) {

  // The service keeps expiry to the second; clocks differ by some.
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  boolean isNone() {
    return words.isEmpty();
  }

  /**
   * Compares.
   *
   * @param planned when the plan was made: what had enough of its duration left then does yet
   * @param renewal the part of a duration that must be left
   */
  static Difference of(
      NewIndicator wish, Indicator entry, Instant planned, Instant now, double renewal) {
    List<String> words = new ArrayList<>();
    IndicatorAction held = entry.action();
    boolean isOfAction = held == null || !held.current().equals(wish.action());
    if (isOfAction) {
      words.add("action " + held + " becomes " + wish.action());
    }
    text(words, "title", wish.title(), entry.title());
    text(words, "description", wish.description(), entry.description());
    text(words, "recommendedActions", wish.recommendedActions(), entry.recommendedActions());
    text(words, "educateUrl", wish.educateUrl(), entry.educateUrl());
    text(words, "externalId", wish.externalId(), entry.externalId());
    if (wish.severity() != null && !Objects.equals(wish.severity(), entry.severity())) {
      words.add("severity " + entry.severity() + " becomes " + wish.severity());
    }
    if (wish.generateAlert() != null
        && !Objects.equals(wish.generateAlert(), entry.generateAlert())) {
      words.add("generateAlert becomes " + wish.generateAlert());
    }
    String expiry = expiry(wish, entry.expirationTime(), planned, now, renewal);
    if (expiry != null) {
      words.add(expiry);
    }
    return new Difference(isOfAction, List.copyOf(words));
  }

  private static void text(
      List<String> words, String name, @Nullable String wish, @Nullable String held) {
    if (wish != null && (held == null || !wish.strip().equals(held.strip()))) {
      words.add(name);
    }
  }

  private static @Nullable String expiry(
      NewIndicator wish, @Nullable Instant held, Instant planned, Instant now, double renewal) {
    Duration duration = wish.expiresAfter();
    if (duration != null) {
      boolean holds =
          held != null
              && Duration.between(now, held).compareTo(duration.plus(TOLERANCE)) <= 0
              && Duration.between(planned, held).toMillis() >= duration.toMillis() * renewal;
      return holds ? null : "expiry " + held + " is set to " + duration + " from now";
    }
    Instant at = wish.expirationTime();
    if (at == null) {
      return held == null ? null : "expiry " + held + " is taken away";
    }
    boolean holds = held != null && Duration.between(held, at).abs().compareTo(TOLERANCE) < 0;
    return holds ? null : "expiry " + held + " becomes " + at;
  }
}
