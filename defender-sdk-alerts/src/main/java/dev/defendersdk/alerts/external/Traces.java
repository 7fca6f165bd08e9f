package dev.defendersdk.alerts.external;

import dev.defendersdk.alerts.Alert;
import dev.defendersdk.alerts.AlertStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what an alert that was asked for is known: its machine, its title, the event's time and the
 * time at which it came. The service keeps no mark of the request. An older alert that has absorbed
 * it is known by the event where that is the first or the last one of the alert. In between nothing
 * tells it from one that only covers the event's time: of the events of an alert these two times
 * are all that the service says (alerts.md), and the evidence names no event. Such an alert is not
 * taken for it, so that no finding is missing; if it is open, it absorbs the next request anyway.
 */
final class Traces {

  // By so much the service's clock may differ from ours.
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Duration ROUNDING = Duration.ofSeconds(1);
  private static final Duration SLACK = Duration.ofSeconds(5);
  // In nanoseconds; the last one is all that the service keeps.
  private static final int MILLI = 1_000_000;
  private static final int MICRO = 1_000;
  private static final int TICK = 100;

  private Traces() {}

  /** Since when its alert has come or changed. */
  static Instant since(FindingRecord asked) {
    return asked.time().minus(SKEW);
  }

  /** The alert that was asked for, among those of its machine: its own before an older one. */
  static Optional<Alert> find(List<Alert> alerts, FindingRecord asked) {
    return alerts.stream()
        .filter(alert -> isTrace(alert, asked))
        .max(
            Comparator.comparing(
                Alert::alertCreationTime, Comparator.nullsFirst(Comparator.naturalOrder())));
  }

  private static boolean isTrace(Alert alert, FindingRecord asked) {
    String id = alert.id();
    String machine = alert.machineId();
    return id != null
        && !id.isBlank()
        && Objects.equals(stripped(alert.title()), asked.title().strip())
        && (machine == null || machine.equalsIgnoreCase(asked.event().deviceId()))
        && (isOwn(alert, asked) || hasTakenIn(alert, asked));
  }

  private static boolean isOwn(Alert alert, FindingRecord asked) {
    return isSince(alert.alertCreationTime(), asked) && endsAt(alert, asked.event().eventTime());
  }

  // One that was resolved when it was asked for took nothing in.
  private static boolean hasTakenIn(Alert alert, FindingRecord asked) {
    Instant event = asked.event().eventTime();
    return (isAt(alert.firstEventTime(), event) || isAt(alert.lastEventTime(), event))
        && wasOpen(alert, asked.time());
  }

  // The one time is the service's, the other ours: only if they differ by more than the clocks may
  // is it sure. Else it is asked for again, for two alerts are better than none.
  private static boolean wasOpen(Alert alert, Instant time) {
    Instant resolved = alert.resolvedTime();
    return !Objects.equals(alert.status(), AlertStatus.RESOLVED)
        || (resolved != null && resolved.isAfter(time.plus(SKEW)));
  }

  // Others of its title may have joined it since, but then it is the first or the last of them: in
  // between, its event may as well be missing.
  private static boolean endsAt(Alert alert, Instant event) {
    Instant first = alert.firstEventTime();
    Instant last = alert.lastEventTime();
    return (first == null && last == null) || isAt(first, event) || isAt(last, event);
  }

  // By as many digits of the second as came back: they may be fewer than were sent. By no fewer,
  // since an alert may have other events of that second.
  private static boolean isAt(@Nullable Instant time, Instant event) {
    Instant sent = event.minusNanos(event.get(ChronoField.NANO_OF_SECOND) % TICK);
    return time != null && Duration.between(time, sent).abs().compareTo(precision(time)) < 0;
  }

  // Of three, six or seven digits.
  private static Duration precision(Instant time) {
    int nanos = time.get(ChronoField.NANO_OF_SECOND);
    return Duration.ofNanos(nanos % MILLI == 0 ? MILLI : nanos % MICRO == 0 ? MICRO : TICK);
  }

  private static @Nullable String stripped(@Nullable String title) {
    return title == null ? null : title.strip();
  }

  private static boolean isSince(@Nullable Instant time, FindingRecord asked) {
    return time != null && !time.isBefore(since(asked));
  }

  /**
   * True if the alert that the service answers with was there before: it is of more than this
   * event, or older than the request.
   *
   * @param now when it was answered, by our clock
   */
  static boolean absorbed(Alert alert, FindingRecord asked, Instant now) {
    return isOlder(alert, asked.time(), now) || isOfMore(alert, asked);
  }

  /**
   * True if the alert that the service answers with is older than the first request for it. It may
   * be of more than this event and yet be its own: others may have joined it since. Its age is
   * taken from the service's clock alone where that is possible: the request has just changed it.
   *
   * @param asked when it was first asked for, by our clock
   * @param now when it was answered, by our clock
   */
  static boolean isOlder(Alert alert, Instant asked, Instant now) {
    Instant created = alert.alertCreationTime();
    Instant updated = alert.lastUpdateTime();
    boolean isOlder =
        created != null
            && updated != null
            && created.plus(Duration.between(asked, now)).plus(SLACK).isBefore(updated);
    return isOlder || (created != null && created.isBefore(asked.minus(SKEW)));
  }

  private static boolean isOfMore(Alert alert, FindingRecord asked) {
    Instant event = asked.event().eventTime();
    Instant first = alert.firstEventTime();
    Instant last = alert.lastEventTime();
    boolean earlier = first != null && first.plus(ROUNDING).isBefore(event);
    boolean later = last != null && last.minus(ROUNDING).isAfter(event);
    return earlier || later;
  }
}
