package dev.defendersdk.testkit.internal.alerts;

import dev.defendersdk.testkit.alerts.AlertChange;
import java.util.List;
import java.util.SplittableRandom;

/** Invents what became of an alert since it was raised. */
final class AlertGenerator {

  private static final List<String> STATES =
      List.of("UnsupportedAlertType", "Benign", "SuccessfullyRemediated", "Queued");

  /** What fits to which classification. Page: alerts.md; names as in the service metadata. */
  private static final List<List<String>> VERDICTS =
      List.of(
          List.of("TruePositive", "Malware", "Phishing", "CompromisedAccount", "Other"),
          List.of("InformationalExpectedActivity", "SecurityTesting", "ConfirmedActivity"),
          List.of("FalsePositive", "NotMalicious", "NoEnoughDataToValidate", "Other"));

  private AlertGenerator() {}

  /** The state that a first one came to by the given tick. */
  static AlertState aged(AlertState first, long changed, SplittableRandom random) {
    AlertChange change = AlertChange.nothing();
    int draw = random.nextInt(20);
    if (draw >= 8) {
      change = change.assignedTo("analyst" + random.nextInt(5) + "@contoso.com");
      change = change.status(draw < 13 ? "InProgress" : "Resolved");
    }
    if (draw >= 13) {
      List<String> verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
      change =
          change
              .classification(verdict.get(0))
              .determination(verdict.get(1 + random.nextInt(verdict.size() - 1)))
              .comment("Looked at, and done.\nSee case " + random.nextInt(9_999) + ".", "secop");
    }
    AlertState state = first.with(change, changed);
    return draw % 3 == 0
        ? state
        : state.investigated(STATES.get(random.nextInt(STATES.size())), changed);
  }
}
